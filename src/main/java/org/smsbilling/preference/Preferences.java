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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * What customers, their contact persons and the owners of numbers want of one organization.
 *
 * @param byCustomer by customer, then by the party of the recipient
 * @param byNumber by E.164 number
 */
public record Preferences(Map<String, Map<String, Preference>> byCustomer, Map<String, NumberPreference> byNumber) {

    /** @param numbers E.164. Two queries, for as many as one condition takes */
    public static Preferences read(Delegator delegator, String organizationPartyId, Collection<String> customerPartyIds,
            Collection<String> numbers) throws GenericEntityException {
        EntityCondition organization = EntityCondition.makeCondition("organizationPartyId", organizationPartyId);
        Map<String, Map<String, Preference>> byCustomer = new HashMap<>();
        if (!customerPartyIds.isEmpty()) {
            for (GenericValue row : EntityQuery.use(delegator).from("SmsPreference").where(organization,
                    EntityCondition.makeCondition("customerPartyId", EntityOperator.IN, customerPartyIds)).queryList()) {
                byCustomer.computeIfAbsent(row.getString("customerPartyId"), any -> new HashMap<>())
                        .put(row.getString("partyId"), Preference.of(row));
            }
        }
        Map<String, NumberPreference> byNumber = new HashMap<>();
        if (!numbers.isEmpty()) {
            for (GenericValue row : EntityQuery.use(delegator).from("SmsNumberPreference").where(organization,
                    EntityCondition.makeCondition("contactNumber", EntityOperator.IN, numbers)).queryList()) {
                byNumber.put(row.getString("contactNumber"), NumberPreference.of(row));
            }
        }
        return new Preferences(byCustomer, byNumber);
    }

    /** @return what is recorded of a recipient of a customer, or what is usual */
    public Preference of(String customerPartyId, String partyId) {
        return byCustomer.getOrDefault(customerPartyId, Map.of()).getOrDefault(partyId, Preference.USUAL);
    }

    public NumberPreference of(String number) {
        return byNumber.getOrDefault(number, NumberPreference.USUAL);
    }

    /**
     * The language of a text: what the owner of the number chose, else what is recorded of the recipient.
     *
     * @param parties who may be the recipient, the likeliest first
     * @param otherwise the organization's
     */
    public Locale locale(String customerPartyId, String number, List<String> parties, Locale otherwise) {
        String tag = Stream.concat(Stream.of(of(number).localeString()), parties.stream().map(party -> of(customerPartyId, party).localeString()))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
        return tag.isEmpty() ? otherwise : Locale.forLanguageTag(tag.replace('_', '-'));
    }
}
