/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing,
 * software distributed under the License is distributed on an
 * "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
 * KIND, either express or implied.  See the License for the
 * specific language governing permissions and limitations
 * under the License.
 */
package org.smsbilling.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.Suppressions;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.QueuedMessages;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Everything that an organization keeps of a party's texts: found by the party, and by the numbers that it has or was texted at. To export it, and to
 * erase it (GDPR, articles 15 and 17). What keeps an erased number from being texted again stays as a keyed hash.
 */
final class PersonalData {

    /** Stands where a number was. */
    static final String ERASED = "erased";

    private final Delegator delegator;
    private final String organization;
    private final String partyId;
    private final Set<String> numbers;
    private final Instant now;

    private PersonalData(Delegator delegator, String organization, String partyId, Set<String> numbers, Instant now) {
        this.delegator = delegator;
        this.organization = organization;
        this.partyId = partyId;
        this.numbers = numbers;
        this.now = now;
    }

    static PersonalData of(Delegator delegator, String organization, String partyId, Instant now) throws GenericEntityException {
        String country = OrganizationSettingsReader.read(delegator, organization).map(OrganizationSettings::defaultCountry).orElse("US");
        Set<String> numbers = new HashSet<>();
        for (GenericValue row : EntityQuery.use(delegator).from("SmsPartyTelecom").where("partyId", partyId).queryList()) {
            PhoneCheck check = PhoneNumbers.check(row.getString("countryCode"), row.getString("areaCode"), row.getString("contactNumber"), country);
            if (check.ok()) {
                numbers.add(check.e164());
            }
        }
        for (GenericValue row : EntityQuery.use(delegator).select("contactNumber").from("SmsMessage")
                .where(EntityCondition.makeCondition("organizationPartyId", organization), EntityCondition.makeCondition(
                        EntityCondition.makeCondition("customerPartyId", partyId), EntityOperator.OR,
                        EntityCondition.makeCondition("recipientPartyId", partyId))).distinct().queryList()) {
            String number = row.getString("contactNumber");
            if (number != null && number.startsWith("+")) {
                numbers.add(number);
            }
        }
        return new PersonalData(delegator, organization, partyId, numbers, now);
    }

    String json() throws GenericEntityException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("organizationPartyId", organization);
        all.put("partyId", partyId);
        all.put("exportedDate", now.toString());
        all.put("numbers", List.copyOf(numbers));
        all.put("texts", plain(messages()));
        all.put("receivedTexts", plain(byNumber("SmsInboundText")));
        all.put("consents", plain(byNumber("SmsConsentRecord")));
        all.put("choicesOfNumbers", plain(byNumber("SmsNumberPreference")));
        all.put("preferences", plain(EntityQuery.use(delegator).from("SmsPreference").where("organizationPartyId", organization, "partyId", partyId)
                .queryList()));
        List<GenericValue> links = EntityQuery.use(delegator).select("linkId", "createdDate", "expiresDate", "closedReason").from("SmsPayLink")
                .where("organizationPartyId", organization, "customerPartyId", partyId).queryList();
        all.put("payLinks", plain(links));
        all.put("openings", links.isEmpty() ? List.of() : plain(EntityQuery.use(delegator).from("SmsPayLinkOpening").where(
                EntityCondition.makeCondition("linkId", EntityOperator.IN, links.stream().map(link -> link.getString("linkId")).toList()))
                        .queryList()));
        all.put("clicks", links.isEmpty() ? List.of() : plain(EntityQuery.use(delegator).from("SmsPayLinkClicks").where(
                EntityCondition.makeCondition("linkId", EntityOperator.IN, links.stream().map(link -> link.getString("linkId")).toList()))
                        .queryList()));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new GenericEntityException("Texts and times are always JSON", e);
        }
    }

    /** All or nothing, in a transaction of its own. @return how many texts were erased */
    int erase(String userLoginId) throws GenericEntityException {
        return OwnTransaction.call(() -> {
            for (String number : numbers) {
                QueuedMessages.cancelErased(delegator, organization, number, userLoginId, now);
                Suppressions.keep(delegator, organization, number, now);
                Suppressions.keepEverywhere(delegator, number, now);
            }
            List<GenericValue> messages = messages();
            List<GenericValue> received = byNumber("SmsInboundText");
            erase("SmsMessage", "messageId", List.of("body", "replyText", "errorText"), messages);
            erase("SmsInboundText", "providerMessageId", List.of("body"), received);
            new MailCopies(delegator, organization).erase(partyId);
            if (!numbers.isEmpty()) {
                for (String entity : List.of("SmsConversation", "SmsConsent", "SmsNumberPreference")) {
                    delegator.removeByCondition(entity, ofNumbers("contactNumber"));
                }
                delegator.removeByCondition("SmsPilotMember", ofNumbers("memberValue"));
            }
            eraseOpenings();
            delegator.storeByCondition("SmsPayLink", UtilMisc.<String, Object>toMap("contactNumber", ERASED), EntityCondition.makeCondition(
                    EntityCondition.makeCondition("organizationPartyId", organization), EntityCondition.makeCondition("customerPartyId", partyId)));
            delegator.removeByCondition("SmsPreference", EntityCondition.makeCondition(
                    EntityCondition.makeCondition("organizationPartyId", organization), EntityCondition.makeCondition("partyId", partyId)));
            return messages.size() + received.size();
        });
    }

    /** That links were opened, and when, stays. */
    private void eraseOpenings() throws GenericEntityException {
        List<String> links = FieldValues.of(EntityQuery.use(delegator).select("linkId").from("SmsPayLink").where("organizationPartyId", organization,
                "customerPartyId", partyId), "linkId");
        if (!links.isEmpty()) {
            delegator.storeByCondition("SmsPayLinkOpening", UtilMisc.<String, Object>toMap("shortAddress", null, "userAgent", null),
                    EntityCondition.makeCondition("linkId", EntityOperator.IN, links));
        }
    }

    private void erase(String entity, String key, List<String> fields, List<GenericValue> rows) throws GenericEntityException {
        if (!rows.isEmpty()) {
            BodyRedaction.redact(delegator, entity, key, fields, rows);
            delegator.storeByCondition(entity, UtilMisc.<String, Object>toMap("contactNumber", ERASED),
                    EntityCondition.makeCondition(key, EntityOperator.IN, rows.stream().map(row -> row.getString(key)).toList()));
            List<String> events = rows.stream().map(row -> row.getString("communicationEventId")).filter(id -> id != null).toList();
            if (!events.isEmpty()) {
                delegator.storeByCondition("CommunicationEvent", UtilMisc.<String, Object>toMap("toString", ERASED),
                        EntityCondition.makeCondition("communicationEventId", EntityOperator.IN, events));
            }
        }
    }

    private List<GenericValue> messages() throws GenericEntityException {
        List<EntityCondition> either = new ArrayList<>(List.of(EntityCondition.makeCondition("customerPartyId", partyId)));
        if (!numbers.isEmpty()) {
            either.add(EntityCondition.makeCondition("contactNumber", EntityOperator.IN, numbers));
        }
        return EntityQuery.use(delegator).select("messageId", "messageType", "messageStatus", "invoiceId", "contactNumber", "body", "replyText",
                "createdDate", "sentDate", "communicationEventId").from("SmsMessage").where(
                EntityCondition.makeCondition("organizationPartyId", organization),
                EntityCondition.makeCondition(either, EntityOperator.OR)).orderBy("createdDate").queryList();
    }

    private List<GenericValue> byNumber(String entity) throws GenericEntityException {
        return numbers.isEmpty() ? List.of() : EntityQuery.use(delegator).from(entity).where(ofNumbers("contactNumber")).queryList();
    }

    private EntityCondition ofNumbers(String field) {
        return EntityCondition.makeCondition(EntityCondition.makeCondition("organizationPartyId", organization),
                EntityCondition.makeCondition(field, EntityOperator.IN, numbers));
    }

    private static List<Map<String, Object>> plain(List<GenericValue> rows) {
        List<Map<String, Object>> plain = new ArrayList<>();
        for (GenericValue row : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            row.getAllFields().forEach((field, value) -> {
                if (value != null && !field.endsWith("Stamp")) {
                    values.put(field, value instanceof Timestamp moment ? moment.toInstant().toString() : value.toString());
                }
            });
            plain.add(values);
        }
        return plain;
    }
}
