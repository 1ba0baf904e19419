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
package org.smsbilling.reminder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;

/** Reads what decides about the cycles of invoices, as far as the rules ask for it. */
final class InvoiceTraitsReader {

    private InvoiceTraitsReader() { }

    /** @return traits by invoice id; at most two queries, and types from OFBiz's cache */
    static Map<String, InvoiceTraits> read(Delegator delegator, CollectionCycles cycles, Collection<InvoiceFacts> invoices, Instant now)
            throws GenericEntityException {
        Map<String, String> parents = new HashMap<>();
        for (GenericValue type : EntityQuery.use(delegator).from("InvoiceType").cache().queryList()) {
            parents.put(type.getString("invoiceTypeId"), type.getString("parentTypeId"));
        }
        Map<String, Set<String>> items = cycles.askForItemTypes() ? values(EntityQuery.use(delegator).select("invoiceId", "invoiceItemTypeId")
                .from("InvoiceItem").where(in("invoiceId", invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toSet()))),
                "invoiceId", "invoiceItemTypeId") : Map.of();
        Map<String, Set<String>> groups = cycles.askForCustomerGroups() ? values(EntityQuery.use(delegator).from("PartyClassification")
                .where(in("partyId", invoices.stream().map(InvoiceFacts::customerPartyId).filter(Objects::nonNull).collect(Collectors.toSet())))
                .filterByDate(Timestamp.from(now)), "partyId", "partyClassificationGroupId") : Map.of();
        Map<String, InvoiceTraits> traits = new HashMap<>();
        for (InvoiceFacts invoice : invoices) {
            traits.put(invoice.invoiceId(), new InvoiceTraits(upwards(invoice.invoiceTypeId(), parents),
                    items.getOrDefault(invoice.invoiceId(), Set.of()), invoice.attributes(),
                    groups.getOrDefault(String.valueOf(invoice.customerPartyId()), Set.of())));
        }
        return traits;
    }

    private static Set<String> upwards(String typeId, Map<String, String> parents) {
        Set<String> types = new HashSet<>();
        String type = typeId;
        while (type != null && types.add(type)) {
            type = parents.get(type);
        }
        return types;
    }

    private static EntityCondition in(String field, Set<String> ids) {
        return EntityCondition.makeCondition(field, EntityOperator.IN, ids);
    }

    private static Map<String, Set<String>> values(EntityQuery query, String key, String value) throws GenericEntityException {
        return query.queryList().stream().filter(row -> row.getString(value) != null)
                .collect(Collectors.groupingBy(row -> row.getString(key), Collectors.mapping(row -> row.getString(value), Collectors.toSet())));
    }
}
