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
import java.util.LinkedHashMap;
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

/**
 * Telephone numbers of customers and their contact persons that are current at a moment, the best first. Four queries for as many invoices as one
 * condition takes.
 */
final class CustomerNumbers {

    private static final Set<RecipientPurpose> NO_PURPOSE = Set.of(RecipientPurpose.OTHER);

    private final Delegator delegator;
    private final Timestamp moment;

    CustomerNumbers(Delegator delegator, Instant moment) {
        this.delegator = delegator;
        this.moment = Timestamp.from(moment);
    }

    /** @param customersByInvoice customer or null by invoice id. @return by invoice id; a number stands there once for each of its purposes */
    Map<String, List<CustomerNumber>> of(Map<String, String> customersByInvoice) throws GenericEntityException {
        Set<String> customers = new LinkedHashSet<>(customersByInvoice.values());
        customers.remove(null);
        Map<String, List<GenericValue>> onInvoices = grouped(rows("SmsInvoiceTelecom", "invoiceId", customersByInvoice.keySet()), "invoiceId");
        Map<String, Set<String>> persons = contactPersons(customers);
        Set<String> parties = new LinkedHashSet<>(customers);
        persons.values().forEach(parties::addAll);
        Map<String, List<GenericValue>> telecoms = grouped(rows("SmsPartyTelecom", "partyId", parties), "partyId");
        Map<List<String>, Set<RecipientPurpose>> purposes = purposes(telecoms.keySet());
        Map<String, List<CustomerNumber>> numbers = new HashMap<>();
        for (Map.Entry<String, String> invoice : customersByInvoice.entrySet()) {
            String customer = invoice.getValue();
            List<String> owners = new ArrayList<>();
            if (customer != null) {
                owners.add(customer);
                owners.addAll(persons.getOrDefault(customer, Set.of()));
            }
            List<CustomerNumber> own = onInvoice(customer, onInvoices.getOrDefault(invoice.getKey(), List.of()), owners, telecoms);
            for (String owner : owners) {
                for (GenericValue telecom : telecoms.getOrDefault(owner, List.of())) {
                    if (current(telecom)) {
                        Set<RecipientPurpose> known = purposes.getOrDefault(List.of(owner, telecom.getString("contactMechId")), NO_PURPOSE);
                        known.forEach(purpose -> own.add(number(telecom, owner,
                                owner.equals(customer) ? purpose : RecipientPurpose.CONTACT_PERSON)));
                    }
                }
            }
            own.sort(Comparator.comparing(CustomerNumber::purpose).thenComparing(number -> owners.indexOf(number.partyId()))
                    .thenComparing(CustomerNumber::typed));
            numbers.put(invoice.getKey(), own);
        }
        return numbers;
    }

    /** @return numbers that stand on the invoice, but for those that were the customer's or a contact person's and no longer are */
    private List<CustomerNumber> onInvoice(String customer, List<GenericValue> rows, List<String> owners,
            Map<String, List<GenericValue>> telecoms) {
        List<CustomerNumber> numbers = new ArrayList<>();
        for (GenericValue row : rows) {
            List<GenericValue> owned = owners.stream()
                    .flatMap(owner -> telecoms.getOrDefault(owner, List.of()).stream())
                    .filter(telecom -> telecom.getString("contactMechId").equals(row.getString("contactMechId"))).toList();
            boolean ended = !owned.isEmpty() && owned.stream().noneMatch(this::current);
            if (!ended && !fax(row.getString("contactMechPurposeTypeId"))) {
                numbers.add(number(row, customer, RecipientPurpose.INVOICE));
            }
        }
        return numbers;
    }

    /** @return contact persons by customer, in the order of their ids */
    private Map<String, Set<String>> contactPersons(Collection<String> customers) throws GenericEntityException {
        Map<String, Set<String>> persons = new HashMap<>();
        if (!customers.isEmpty()) {
            for (GenericValue row : EntityQuery.use(delegator).select("partyIdFrom", "partyIdTo").from("PartyRelationship").where(
                    EntityCondition.makeCondition("partyIdFrom", EntityOperator.IN, customers),
                    EntityCondition.makeCondition(EntityCondition.makeCondition("partyRelationshipTypeId", "CONTACT_REL"), EntityOperator.OR,
                            EntityCondition.makeCondition("roleTypeIdTo", "CONTACT"))).filterByDate(moment).orderBy("partyIdTo").queryList()) {
                persons.computeIfAbsent(row.getString("partyIdFrom"), any -> new LinkedHashSet<>()).add(row.getString("partyIdTo"));
            }
        }
        persons.forEach((customer, contacts) -> contacts.remove(customer));
        return persons;
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

    private static Map<String, List<GenericValue>> grouped(List<GenericValue> rows, String field) {
        Map<String, List<GenericValue>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.getString(field), any -> new ArrayList<>()).add(row));
        return groups;
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
