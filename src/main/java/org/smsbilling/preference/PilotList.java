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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageLabels;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;

/** The members of an organization's pilot, and who would have been texted without it. */
final class PilotList {

    private static final int SHOWN = 100;

    private final Delegator delegator;
    private final OrganizationSettings settings;

    PilotList(Delegator delegator, OrganizationSettings settings) {
        this.delegator = delegator;
        this.settings = settings;
    }

    /** @param typed a number as people type it, or the id of a party. @return key of the words for what is wrong; empty when it is in the list */
    Optional<String> add(String typed, String note, String userLoginId, Instant now) throws GenericEntityException {
        String text = typed == null ? "" : typed.strip();
        boolean party = !text.isEmpty() && EntityQuery.use(delegator).from("Party").where("partyId", text).queryOne() != null;
        PhoneCheck number = PhoneNumbers.check(text, settings.defaultCountry());
        if (!party && !number.ok()) {
            return Optional.of("SmsBillingPilotUnknown");
        }
        Map<String, Object> row = key(party ? PilotMemberType.PARTY.name() : PilotMemberType.NUMBER.name(), party ? text : number.e164());
        row.put("note", note);
        row.put("createdDate", Timestamp.from(now));
        row.put("createdByUserLogin", userLoginId);
        delegator.createOrStore(delegator.makeValue("SmsPilotMember", row));
        return Optional.empty();
    }

    void remove(String type, String value) throws GenericEntityException {
        delegator.removeByCondition("SmsPilotMember", EntityCondition.makeCondition(key(type, value)));
    }

    List<Map<String, Object>> members() throws GenericEntityException {
        List<GenericValue> rows = EntityQuery.use(delegator).from("SmsPilotMember").where("organizationPartyId", settings.organizationPartyId())
                .orderBy("memberType", "memberValue").queryList();
        Map<String, String> names = PartyNames.read(delegator, rows.stream().filter(row -> "PARTY".equals(row.getString("memberType")))
                .map(row -> row.getString("memberValue")).collect(Collectors.toList()));
        List<Map<String, Object>> members = new ArrayList<>();
        for (GenericValue row : rows) {
            String value = row.getString("memberValue");
            Map<String, Object> member = new HashMap<>();
            member.put("memberType", row.getString("memberType"));
            member.put("memberValue", value);
            member.put("display", names.containsKey(value) ? names.get(value) + " (" + value + ")" : PhoneNumbers.display(value));
            member.put("note", row.getString("note") == null ? "" : row.getString("note"));
            members.add(member);
        }
        return members;
    }

    /** @return the latest runs that the pilot kept from becoming texts */
    List<Map<String, Object>> wouldHaveSent(Locale locale) throws GenericEntityException {
        List<GenericValue> rows = EntityQuery.use(delegator).from("SmsPilotSkip").where("organizationPartyId", settings.organizationPartyId())
                .orderBy("-createdDate").maxRows(SHOWN).queryList();
        Map<String, String> names = PartyNames.read(delegator, rows.stream().map(row -> row.getString("recipient")).collect(Collectors.toSet()));
        List<Map<String, Object>> runs = new ArrayList<>();
        for (GenericValue row : rows) {
            runs.add(UtilMisc.toMap("invoiceId", row.getString("invoiceId"), "recipient", row.getString("recipient"),
                    "name", names.getOrDefault(row.getString("recipient"), row.getString("recipient")), "stepId", row.getString("stepId"),
                    "when", new MessageLabels(locale).time(row.getTimestamp("createdDate").toInstant(), settings.zoneId())));
        }
        return runs;
    }

    private Map<String, Object> key(String type, String value) {
        return UtilMisc.toMap("organizationPartyId", settings.organizationPartyId(), "memberType", type, "memberValue", value);
    }
}
