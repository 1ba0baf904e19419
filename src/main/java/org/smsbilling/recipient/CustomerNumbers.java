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
package org.smsbilling.recipient;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** Telephone numbers of a customer and its contact persons that are current at a moment, the best first. Five queries. */
final class CustomerNumbers {

    private final Delegator delegator;
    private final Timestamp moment;

    CustomerNumbers(Delegator delegator, Instant moment) {
        this.delegator = delegator;
        this.moment = Timestamp.from(moment);
    }

    List<CustomerNumber> of(String invoiceId, String customerPartyId) throws GenericEntityException {
        Set<String> onInvoice = onInvoice(invoiceId);
        List<String> parties = new ArrayList<>(List.of(customerPartyId));
        parties.addAll(contactPersons(customerPartyId));
        Map<String, Set<String>> partiesByMech = new HashMap<>();
        Set<String> mechs = new LinkedHashSet<>(onInvoice);
        for (GenericValue row : rows("PartyContactMech", "partyId", parties)) {
            String mech = row.getString("contactMechId");
            partiesByMech.computeIfAbsent(mech, any -> new HashSet<>());
            if (current(row)) {
                partiesByMech.get(mech).add(row.getString("partyId"));
                mechs.add(mech);
            }
        }
        Map<List<String>, Set<RecipientPurpose>> purposes = purposes(parties);
        List<CustomerNumber> numbers = new ArrayList<>();
        for (GenericValue telecom : rows("TelecomNumber", "contactMechId", mechs)) {
            String mech = telecom.getString("contactMechId");
            boolean ended = partiesByMech.containsKey(mech) && partiesByMech.get(mech).isEmpty();
            if (onInvoice.contains(mech) && !ended) {
                numbers.add(number(telecom, customerPartyId, RecipientPurpose.INVOICE));
            }
            for (String party : partiesByMech.getOrDefault(mech, Set.of())) {
                for (RecipientPurpose purpose : purposes.getOrDefault(List.of(party, mech), EnumSet.of(RecipientPurpose.OTHER))) {
                    numbers.add(number(telecom, party, party.equals(customerPartyId) ? purpose : RecipientPurpose.CONTACT_PERSON));
                }
            }
        }
        numbers.sort(Comparator.comparing(CustomerNumber::purpose).thenComparing(number -> parties.indexOf(number.partyId()))
                .thenComparing(CustomerNumber::typed));
        return numbers;
    }

    private Set<String> onInvoice(String invoiceId) throws GenericEntityException {
        Set<String> mechs = new LinkedHashSet<>();
        for (GenericValue row : EntityQuery.use(delegator).from("InvoiceContactMech").where("invoiceId", invoiceId).queryList()) {
            if (!fax(row.getString("contactMechPurposeTypeId"))) {
                mechs.add(row.getString("contactMechId"));
            }
        }
        return mechs;
    }

    private List<String> contactPersons(String customerPartyId) throws GenericEntityException {
        List<String> persons = FieldValues.of(EntityQuery.use(delegator).select("partyIdTo").from("PartyRelationship").where(
                EntityCondition.makeCondition("partyIdFrom", customerPartyId),
                EntityCondition.makeCondition(EntityCondition.makeCondition("partyRelationshipTypeId", "CONTACT_REL"), EntityOperator.OR,
                        EntityCondition.makeCondition("roleTypeIdTo", "CONTACT"))).filterByDate(moment).orderBy("partyIdTo"), "partyIdTo");
        return new ArrayList<>(new LinkedHashSet<>(persons));
    }

    /** Fax numbers have no purpose that counts, and an empty set here. */
    private Map<List<String>, Set<RecipientPurpose>> purposes(Collection<String> parties) throws GenericEntityException {
        Map<List<String>, Set<RecipientPurpose>> purposes = new HashMap<>();
        for (GenericValue row : rows("PartyContactMechPurpose", "partyId", parties)) {
            if (current(row)) {
                Set<RecipientPurpose> known = purposes.computeIfAbsent(List.of(row.getString("partyId"), row.getString("contactMechId")),
                        any -> EnumSet.noneOf(RecipientPurpose.class));
                if (!fax(row.getString("contactMechPurposeTypeId"))) {
                    known.add(RecipientPurpose.of(row.getString("contactMechPurposeTypeId")));
                }
            }
        }
        return purposes;
    }

    private List<GenericValue> rows(String entity, String field, Collection<String> ids) throws GenericEntityException {
        return ids.isEmpty() ? List.of() : EntityQuery.use(delegator).from(entity)
                .where(EntityCondition.makeCondition(field, EntityOperator.IN, ids)).queryList();
    }

    private boolean current(GenericValue row) {
        Timestamp thru = row.getTimestamp("thruDate");
        return !row.getTimestamp("fromDate").after(moment) && (thru == null || thru.after(moment));
    }

    private static boolean fax(String purpose) {
        return purpose != null && purpose.startsWith("FAX");
    }

    private static CustomerNumber number(GenericValue telecom, String partyId, RecipientPurpose purpose) {
        return new CustomerNumber(partyId, purpose, telecom.getString("countryCode"), telecom.getString("areaCode"),
                telecom.getString("contactNumber"));
    }
}
