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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilNumber;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettings;

/** Reads what is to be known of invoices, at most 500 at a time with a fixed number of queries, and counts as OFBiz does. */
public final class InvoiceFactsReader {

    private static final int CHUNK = 1_000;

    private InvoiceFactsReader() { }

    /** @return facts by invoice id, in the order of the ids; ids without an invoice are missing */
    public static Map<String, InvoiceFacts> read(Delegator delegator, Collection<String> invoiceIds) throws GenericEntityException {
        return read(delegator, invoiceIds, SmsBilling.of(delegator).clock().instant());
    }

    /** @param now payments that are effective later do not count yet */
    public static Map<String, InvoiceFacts> read(Delegator delegator, Collection<String> invoiceIds, Instant now) throws GenericEntityException {
        return readWithItems(delegator, invoiceIds, now, List.of()).facts();
    }

    /**
     * Facts together with the items that they were counted from.
     * @param facts by invoice id
     * @param items by invoice id, with invoiceId, invoiceItemSeqId, invoiceItemTypeId, description, quantity and amount
     */
    public record WithItems(Map<String, InvoiceFacts> facts, Map<String, List<GenericValue>> items) { }

    /** @param known settings of organizations that were read already */
    public static WithItems readWithItems(Delegator delegator, Collection<String> invoiceIds, Instant now, Collection<OrganizationSettings> known)
            throws GenericEntityException {
        List<String> ids = new ArrayList<>(new LinkedHashSet<>(invoiceIds));
        Map<String, String> zones = new HashMap<>();
        known.forEach(settings -> zones.put(settings.organizationPartyId(), settings.zoneId().getId()));
        WithItems read = new WithItems(new LinkedHashMap<>(), new HashMap<>());
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            InvoiceRows rows = InvoiceRows.read(delegator, chunk, now, zones);
            read.facts().putAll(facts(chunk, rows));
            read.items().putAll(rows.items());
        }
        return read;
    }

    /** @return whether a customer can be asked to pay it now */
    public static boolean payable(InvoiceFacts facts) {
        return InvoiceObstacle.of(facts).isEmpty();
    }

    private static Map<String, InvoiceFacts> facts(List<String> ids, InvoiceRows rows) {
        InvoiceArithmetic arithmetic = arithmetic();
        Map<String, InvoiceFacts> facts = new HashMap<>();
        for (GenericValue invoice : rows.invoices()) {
            facts.put(invoice.getString("invoiceId"), facts(invoice, rows, arithmetic));
        }
        Map<String, InvoiceFacts> ordered = new LinkedHashMap<>();
        ids.stream().filter(facts::containsKey).forEach(id -> ordered.put(id, facts.get(id)));
        return ordered;
    }

    private static InvoiceFacts facts(GenericValue invoice, InvoiceRows rows, InvoiceArithmetic arithmetic) {
        String id = invoice.getString("invoiceId");
        BigDecimal total = arithmetic.total(lines(rows.itemsOf(id), rows.taxItemTypes()));
        BigDecimal applied = arithmetic.applied(rows.applicationsOf(id).stream().map(row -> row.getBigDecimal("amountApplied"))
                .collect(Collectors.toList()));
        boolean sales = rows.salesTypes().contains(invoice.getString("invoiceTypeId"));
        ZoneId zone = zone(invoice.getString(sales ? "partyIdFrom" : "partyId"), rows.timeZones());
        return new InvoiceFacts(id, invoice.getString("invoiceTypeId"), invoice.getString("statusId"), sales, invoice.getString("partyIdFrom"),
                invoice.getString("partyId"), invoice.getString("currencyUomId"), total, total.subtract(applied),
                DueDate.of(instant(invoice, "dueDate"), instant(invoice, "invoiceDate"), PaymentTerm.open(rows.termsOf(id), total, applied), zone,
                        ZoneId.systemDefault()),
                invoice.getString("description"), rows.attributesOf(id),
                DueDate.day(instant(invoice, "invoiceDate"), zone, ZoneId.systemDefault()));
    }

    private static List<InvoiceLine> lines(List<GenericValue> items, Set<String> taxItemTypes) {
        return items.stream().map(item -> new InvoiceLine(taxItemTypes.contains(String.valueOf(item.getString("invoiceItemTypeId"))),
                item.getBigDecimal("quantity"), item.getBigDecimal("amount"), item.getString("taxAuthPartyId"), item.getString("taxAuthGeoId")))
                .collect(Collectors.toList());
    }

    private static ZoneId zone(String organizationPartyId, Map<String, String> timeZones) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("organizationPartyId", String.valueOf(organizationPartyId));
        fields.put("timeZoneId", timeZones.get(organizationPartyId));
        return OrganizationSettings.of(fields, "").zoneId();
    }

    private static Instant instant(GenericValue invoice, String field) {
        Timestamp moment = invoice.getTimestamp(field);
        return moment == null ? null : moment.toInstant();
    }

    private static InvoiceArithmetic arithmetic() {
        return new InvoiceArithmetic(UtilNumber.getBigDecimalScale("invoice.decimals"), UtilNumber.getRoundingMode("invoice.rounding"),
                UtilNumber.getBigDecimalScale("salestax.calc.decimals"), UtilNumber.getRoundingMode("salestax.rounding"));
    }
}
