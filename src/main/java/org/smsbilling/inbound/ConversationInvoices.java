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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.MoneyText;

/** The invoices that stand beside a conversation: the one it is about, and the customer's latest. */
final class ConversationInvoices {
    private static final int MOST = 5;

    private final Delegator delegator;
    private final InboundWords words;

    ConversationInvoices(Delegator delegator, InboundWords words) {
        this.delegator = delegator;
        this.words = words;
    }

    /** @param about invoice that the customer's text followed, or null */
    List<Map<String, Object>> of(String organizationPartyId, String customerPartyId, String about, ZoneId zone) throws GenericEntityException {
        Map<String, GenericValue> invoices = new LinkedHashMap<>();
        if (about != null) {
            GenericValue invoice = EntityQuery.use(delegator).from("Invoice")
                    .where("invoiceId", about, "partyIdFrom", organizationPartyId).queryFirst();
            if (invoice != null) {
                invoices.put(about, invoice);
            }
        }
        if (customerPartyId != null) {
            for (GenericValue invoice : EntityQuery.use(delegator).from("Invoice").where("partyIdFrom", organizationPartyId,
                    "partyId", customerPartyId, "invoiceTypeId", "SALES_INVOICE").orderBy("-invoiceDate", "-invoiceId").maxRows(MOST).queryList()) {
                invoices.putIfAbsent(invoice.getString("invoiceId"), invoice);
            }
        }
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoices.keySet());
        Map<String, String> statuses = statuses(invoices.values());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GenericValue invoice : invoices.values()) {
            rows.add(row(invoice, facts.get(invoice.getString("invoiceId")), statuses, about, zone));
        }
        return rows;
    }

    private Map<String, Object> row(GenericValue invoice, InvoiceFacts facts, Map<String, String> statuses, String about, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale());
        Timestamp date = invoice.getTimestamp("invoiceDate");
        Map<String, Object> row = new HashMap<>();
        row.put("invoiceId", invoice.getString("invoiceId"));
        row.put("about", invoice.getString("invoiceId").equals(about));
        row.put("dateText", date == null ? "" : day.format(date.toInstant().atZone(zone)));
        row.put("dueText", facts == null || facts.dueDate() == null ? "" : words.of("SmsBillingDueOn", Map.of("date", day.format(facts.dueDate()))));
        row.put("statusText", statuses.getOrDefault(invoice.getString("statusId"), invoice.getString("statusId")));
        row.put("outstandingText", facts == null ? "" : words.of("SmsBillingOutstandingOf", Map.of(
                "outstanding", MoneyText.format(facts.outstanding(), facts.currencyUomId(), words.locale()),
                "total", MoneyText.format(facts.total(), facts.currencyUomId(), words.locale()))));
        return row;
    }

    private Map<String, String> statuses(Iterable<GenericValue> invoices) throws GenericEntityException {
        Map<String, String> descriptions = new HashMap<>();
        for (GenericValue invoice : invoices) {
            String statusId = invoice.getString("statusId");
            if (statusId != null && !descriptions.containsKey(statusId)) {
                GenericValue status = EntityQuery.use(delegator).from("StatusItem").where("statusId", statusId).cache().queryOne();
                descriptions.put(statusId, status == null ? statusId : status.getString("description"));
            }
        }
        return descriptions;
    }
}
