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
package org.smsbilling.inbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;

/**
 * A party to whom a number belongs, and the customer of the organization that it is or speaks for.
 *
 * @param customerPartyId who has invoices of the organization, or null
 */
record NumberOwner(String partyId, String customerPartyId) {
    private static final int LAST_DIGITS = 4;
    private static final int MOST = 500;

    /**
     * Looks through the numbers of parties as people typed them, which no index helps with: for numbers that were never texted only.
     *
     * @param number E.164
     * @return empty when no customer of this organization has the number; customers of others are not told
     */
    static Optional<NumberOwner> find(Delegator delegator, OrganizationSettings settings, String number, Instant moment)
            throws GenericEntityException {
        Set<String> owners = new LinkedHashSet<>();
        for (GenericValue owned : rows(delegator, "PartyContactMech", "contactMechId", mechs(delegator, settings, number), moment)) {
            owners.add(owned.getString("partyId"));
        }
        Map<String, String> speaksFor = new HashMap<>();
        owners.forEach(owner -> speaksFor.put(owner, owner));
        for (GenericValue relation : rows(delegator, "PartyRelationship", "partyIdTo", owners, moment)) {
            if ("CONTACT_REL".equals(relation.getString("partyRelationshipTypeId")) || "CONTACT".equals(relation.getString("roleTypeIdTo"))) {
                speaksFor.putIfAbsent(relation.getString("partyIdFrom"), relation.getString("partyIdTo"));
            }
        }
        GenericValue invoice = speaksFor.isEmpty() ? null : EntityQuery.use(delegator).from("Invoice").where(
                EntityCondition.makeCondition("partyIdFrom", settings.organizationPartyId()),
                EntityCondition.makeCondition("partyId", EntityOperator.IN, speaksFor.keySet())).orderBy("-invoiceDate", "-invoiceId").queryFirst();
        return Optional.ofNullable(invoice).map(found -> found.getString("partyId"))
                .map(customer -> new NumberOwner(speaksFor.get(customer), customer));
    }

    private static List<String> mechs(Delegator delegator, OrganizationSettings settings, String number) throws GenericEntityException {
        List<String> mechs = new ArrayList<>();
        if (number.length() <= LAST_DIGITS) {
            return mechs;
        }
        for (GenericValue telecom : EntityQuery.use(delegator).from("TelecomNumber").where(EntityCondition.makeCondition("contactNumber",
                EntityOperator.LIKE, "%" + number.substring(number.length() - LAST_DIGITS))).maxRows(MOST).queryList()) {
            PhoneCheck check = PhoneNumbers.check(telecom.getString("countryCode"), telecom.getString("areaCode"), telecom.getString("contactNumber"),
                    settings.defaultCountry());
            if (number.equals(check.e164())) {
                mechs.add(telecom.getString("contactMechId"));
            }
        }
        return mechs;
    }

    private static List<GenericValue> rows(Delegator delegator, String entity, String field, Collection<String> ids, Instant moment)
            throws GenericEntityException {
        return ids.isEmpty() ? List.of() : EntityQuery.use(delegator).from(entity)
                .where(EntityCondition.makeCondition(field, EntityOperator.IN, ids)).filterByDate(Timestamp.from(moment)).queryList();
    }
}
