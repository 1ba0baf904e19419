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
package org.smsbilling.invoice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** The rows of some invoices, one query for each kind of row; types come from OFBiz's cache. */
record InvoiceRows(List<GenericValue> invoices, Map<String, List<GenericValue>> items, Map<String, List<GenericValue>> applications,
        Map<String, List<GenericValue>> terms, Map<String, List<GenericValue>> attributes, Set<String> taxItemTypes, Set<String> salesTypes,
        Map<String, String> timeZones) {

    /** @param zones time zones that are known already, by organization */
    static InvoiceRows read(Delegator delegator, Collection<String> ids, Instant now, Map<String, String> zones) throws GenericEntityException {
        EntityCondition these = EntityCondition.makeCondition("invoiceId", EntityOperator.IN, ids);
        Set<String> salesTypes = salesTypes(delegator);
        List<GenericValue> invoices = EntityQuery.use(delegator).from("Invoice").where(these).queryList();
        EntityCondition effective = EntityCondition.makeCondition(EntityCondition.makeCondition("effectiveDate", EntityOperator.EQUALS, null),
                EntityOperator.OR, EntityCondition.makeCondition("effectiveDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)));
        return new InvoiceRows(invoices,
                byInvoice(EntityQuery.use(delegator).select("invoiceId", "invoiceItemSeqId", "invoiceItemTypeId", "description", "quantity", "amount",
                        "taxAuthPartyId", "taxAuthGeoId").from("InvoiceItem").where(these).orderBy("invoiceItemSeqId").queryList()),
                byInvoice(EntityQuery.use(delegator).select("invoiceId", "amountApplied", "effectiveDate").from("PaymentAndApplication").where(these,
                        effective).orderBy("effectiveDate").queryList()),
                terms(delegator, invoices),
                byInvoice(EntityQuery.use(delegator).from("InvoiceAttribute").where(these).queryList()),
                new HashSet<>(FieldValues.of(EntityQuery.use(delegator).from("Enumeration").where("enumTypeId", "TAXABLE_INV_ITM_TY").cache(),
                        "enumId")),
                salesTypes, timeZones(delegator, invoices, salesTypes, zones));
    }

    List<GenericValue> itemsOf(String invoiceId) {
        return items.getOrDefault(invoiceId, List.of());
    }

    List<GenericValue> applicationsOf(String invoiceId) {
        return applications.getOrDefault(invoiceId, List.of());
    }

    List<PaymentTerm> termsOf(String invoiceId) {
        return terms.getOrDefault(invoiceId, List.of()).stream().filter(term -> term.getLong("termDays") != null)
                .map(term -> new PaymentTerm(term.getLong("termDays"), term.getBigDecimal("termValue"))).collect(Collectors.toList());
    }

    Map<String, String> attributesOf(String invoiceId) {
        return attributes.getOrDefault(invoiceId, List.of()).stream().filter(row -> row.getString("attrValue") != null)
                .collect(Collectors.toUnmodifiableMap(row -> row.getString("attrName"), row -> row.getString("attrValue")));
    }

    private static Map<String, List<GenericValue>> byInvoice(List<GenericValue> rows) {
        return rows.stream().collect(Collectors.groupingBy(row -> row.getString("invoiceId")));
    }

    /** Terms count only where no due date is written. */
    private static Map<String, List<GenericValue>> terms(Delegator delegator, List<GenericValue> invoices) throws GenericEntityException {
        List<String> ids = invoices.stream().filter(invoice -> invoice.get("dueDate") == null).map(invoice -> invoice.getString("invoiceId"))
                .collect(Collectors.toList());
        return ids.isEmpty() ? Map.of() : byInvoice(EntityQuery.use(delegator).from("InvoiceTerm").where(
                EntityCondition.makeCondition("invoiceId", EntityOperator.IN, ids),
                EntityCondition.makeCondition("termTypeId", EntityOperator.IN, paymentTerms(delegator))).queryList());
    }

    private static Set<String> paymentTerms(Delegator delegator) throws GenericEntityException {
        Set<String> types = new HashSet<>(FieldValues.of(
                EntityQuery.use(delegator).from("TermType").where("parentTypeId", "FIN_PAYMENT_TERM").cache(), "termTypeId"));
        types.add("FIN_PAYMENT_TERM");
        return types;
    }

    private static Set<String> salesTypes(Delegator delegator) throws GenericEntityException {
        List<GenericValue> types = EntityQuery.use(delegator).from("InvoiceType").cache().queryList();
        Set<String> sales = new HashSet<>(Set.of("SALES_INVOICE"));
        int before = 0;
        while (before < sales.size()) {
            before = sales.size();
            types.stream().filter(type -> sales.contains(String.valueOf(type.getString("parentTypeId"))))
                    .forEach(type -> sales.add(type.getString("invoiceTypeId")));
        }
        return sales;
    }

    private static Map<String, String> timeZones(Delegator delegator, List<GenericValue> invoices, Set<String> salesTypes, Map<String, String> known)
            throws GenericEntityException {
        if (invoices.stream().allMatch(invoice -> salesTypes.contains(invoice.getString("invoiceTypeId"))
                && known.containsKey(invoice.getString("partyIdFrom")))) {
            return known;
        }
        Set<String> parties = new HashSet<>();
        for (GenericValue invoice : invoices) {
            parties.add(invoice.getString("partyIdFrom"));
            parties.add(invoice.getString("partyId"));
        }
        parties.remove(null);
        Map<String, String> timeZones = new HashMap<>();
        if (!parties.isEmpty()) {
            for (GenericValue settings : EntityQuery.use(delegator).select("organizationPartyId", "timeZoneId").from("SmsOrganization")
                    .where(EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, parties)).queryList()) {
                timeZones.put(settings.getString("organizationPartyId"), settings.getString("timeZoneId"));
            }
        }
        return timeZones;
    }
}
