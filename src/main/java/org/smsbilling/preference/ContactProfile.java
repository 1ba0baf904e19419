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
package org.smsbilling.preference;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.MessageLabels;
import org.smsbilling.message.UserNames;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.NoText;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;

/** What a party's profile shows about texts of one organization: numbers and consent, who gets what, and the last texts. */
final class ContactProfile {

    private static final String LABELS = "SmsBillingContactLabels";
    private static final int LEDGER_LINES = 50;
    private static final int TEXTS = 5;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Locale locale;
    private final Instant now;

    ContactProfile(Delegator delegator, OrganizationSettings settings, Locale locale, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.locale = locale;
        this.now = now;
    }

    Map<String, Object> of(String customerPartyId) throws GenericEntityException {
        List<Recipient> recipients = Recipients.ofCustomer(delegator, settings, customerPartyId, now);
        Set<String> numbers = recipients.stream().filter(recipient -> recipient.check().ok()).map(recipient -> recipient.check().e164())
                .collect(Collectors.toSet());
        Preferences preferences = Preferences.read(delegator, settings.organizationPartyId(), List.of(customerPartyId), numbers);
        Map<String, List<Map<String, Object>>> ledger = ledger(numbers);
        Map<String, Map<String, Object>> people = new LinkedHashMap<>();
        people.put(customerPartyId, person(customerPartyId, customerPartyId, "", preferences));
        for (Recipient recipient : recipients) {
            Map<String, Object> person = people.computeIfAbsent(recipient.partyId(),
                    party -> person(customerPartyId, party, recipient.name(), preferences));
            List<Object> own = new ArrayList<>((List<?>) person.get("numbers"));
            own.add(number(recipient, preferences, ledger));
            person.put("numbers", own);
        }
        Map<String, Object> profile = new HashMap<>();
        profile.put("organizationPartyId", settings.organizationPartyId());
        profile.put("organizationName", settings.organizationName());
        profile.put("customerPartyId", customerPartyId);
        profile.put("off", preferences.of(customerPartyId, customerPartyId).off());
        profile.put("people", new ArrayList<>(people.values()));
        profile.put("texts", texts(customerPartyId));
        return profile;
    }

    private Map<String, Object> person(String customer, String party, String name, Preferences preferences) {
        Preference preference = preferences.of(customer, party);
        Map<String, Object> person = new HashMap<>();
        person.put("partyId", party);
        person.put("name", name);
        person.put("customer", party.equals(customer));
        person.put("role", preference.role().name());
        person.put("roleText", text(preference.role().labelKey()));
        person.put("off", preference.off());
        person.put("invoices", preference.topics().invoices());
        person.put("reminders", preference.topics().reminders());
        person.put("receipts", preference.topics().receipts());
        person.put("contactNumber", preference.contactNumber());
        person.put("localeString", preference.localeString());
        person.put("numbers", List.of());
        return person;
    }

    private Map<String, Object> number(Recipient recipient, Preferences preferences, Map<String, List<Map<String, Object>>> ledger) {
        String e164 = recipient.check().e164();
        Map<String, Object> number = new HashMap<>();
        number.put("e164", e164);
        number.put("display", recipient.check().ok() ? PhoneNumbers.display(e164) : recipient.typed());
        number.put("purpose", UtilProperties.getMessage("SmsBillingMessageLabels", recipient.purpose().labelKey(), locale));
        number.put("usable", recipient.usable());
        number.put("whyNot", whyNot(recipient));
        number.put("consent", recipient.consent() == null ? "NONE" : recipient.consent().name());
        number.put("consentText", text("SmsBillingConsent_" + (recipient.consent() == null ? "NONE" : recipient.consent().name())));
        number.put("mayOptIn", recipient.check().ok() && recipient.consent() != ConsentState.OPTED_IN && recipient
                .consent() != ConsentState.UNUSABLE);
        number.put("mayOptOut", recipient.check().ok() && recipient.consent() != ConsentState.OPTED_OUT);
        number.put("mayRelease", recipient.consent() == ConsentState.UNUSABLE);
        TopicChoice chosen = preferences.of(e164).topics();
        number.put("ownChoice", chosen.equals(TopicChoice.ALL) ? "" : text("SmsBillingOwnChoice"));
        number.put("ledger", ledger.getOrDefault(e164, List.of()));
        return number;
    }

    private String whyNot(Recipient recipient) {
        if (!recipient.check().ok()) {
            return UtilProperties.getMessage("SmsBillingOrganizationLabels", recipient.check().reason().labelKey(), locale);
        }
        NoText why = recipient.why();
        return why == null ? "" : text("SmsBillingNoText_" + why);
    }

    private Map<String, List<Map<String, Object>>> ledger(Set<String> numbers) throws GenericEntityException {
        Map<String, List<Map<String, Object>>> ledger = new HashMap<>();
        if (!numbers.isEmpty()) {
            List<GenericValue> lines = EntityQuery.use(delegator).from("SmsConsentRecord").where(
                    EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN,
                            List.of(settings.organizationPartyId(), ConsentLedger.EVERYWHERE)),
                    EntityCondition.makeCondition("contactNumber", EntityOperator.IN, numbers)).orderBy("-recordedDate", "-consentRecordId")
                    .maxRows(LEDGER_LINES).queryList();
            Map<String, String> people = UserNames.read(delegator, lines.stream().map(line -> line.getString("userLoginId")).toList());
            for (GenericValue line : lines) {
                Map<String, Object> shown = new HashMap<>();
                shown.put("when", time(line.getTimestamp("recordedDate")));
                shown.put("state", text("SmsBillingConsent_" + line.getString("consentState")));
                shown.put("source", text("SmsBillingConsentSource_" + line.getString("consentSource")));
                shown.put("evidence", line.getString("evidence") == null ? "" : line.getString("evidence"));
                shown.put("who", people.getOrDefault(String.valueOf(line.getString("userLoginId")), ""));
                shown.put("everywhere", ConsentLedger.EVERYWHERE.equals(line.getString("organizationPartyId")));
                ledger.computeIfAbsent(line.getString("contactNumber"), any -> new ArrayList<>()).add(shown);
            }
        }
        return ledger;
    }

    private List<Map<String, Object>> texts(String customerPartyId) throws GenericEntityException {
        List<Map<String, Object>> texts = new ArrayList<>();
        for (GenericValue message : EntityQuery.use(delegator).from("SmsMessage").where("customerPartyId", customerPartyId,
                "organizationPartyId", settings.organizationPartyId()).orderBy("-createdDate").maxRows(TEXTS).queryList()) {
            Map<String, Object> text = new HashMap<>();
            text.put("when", time(message.getTimestamp(message.getTimestamp("sentDate") == null ? "createdDate" : "sentDate")));
            text.put("number", PhoneNumbers.display(message.getString("contactNumber")));
            text.put("status", UtilProperties.getMessage("SmsBillingMessageLabels", "SmsBillingStatus_" + message.getString("messageStatus"),
                    locale));
            text.put("body", message.getString("body") == null ? "" : message.getString("body"));
            text.put("invoiceId", message.getString("invoiceId") == null ? "" : message.getString("invoiceId"));
            texts.add(text);
        }
        return texts;
    }

    private String time(Timestamp moment) {
        return new MessageLabels(locale).time(moment.toInstant(), settings.zoneId());
    }

    private String text(String key) {
        return UtilProperties.getMessage(LABELS, key, locale);
    }
}
