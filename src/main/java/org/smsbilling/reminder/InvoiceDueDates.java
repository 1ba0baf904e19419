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

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;

/**
 * Keeps SmsInvoiceDue as the invoices are: a row for each open sales invoice of the organizations that began to fill it. Runs in the caller's
 * transaction; a colliding insert of another node dooms it, and it is to be repeated.
 */
public final class InvoiceDueDates {

    private static final int CHUNK = 500;

    private final Delegator delegator;
    private final Instant now;

    public InvoiceDueDates(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** To be called when invoices, their terms, attributes or status may have changed: what was decided of them is decided anew. */
    public void refresh(Collection<String> invoiceIds) throws GenericEntityException {
        List<String> ids = new ArrayList<>(new LinkedHashSet<>(invoiceIds));
        for (int from = 0; from < ids.size(); from += CHUNK) {
            refreshChunk(ids.subList(from, Math.min(from + CHUNK, ids.size())), true);
        }
    }

    /** Adds and corrects rows; what was decided of those that are right already stays decided. */
    void fill(List<String> invoiceIds) throws GenericEntityException {
        refreshChunk(invoiceIds, false);
    }

    private void refreshChunk(List<String> ids, boolean anew) throws GenericEntityException {
        if (ids.isEmpty()) {
            return;
        }
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, ids, now);
        Set<String> organizations = new HashSet<>(FieldValues.of(EntityQuery.use(delegator).from("SmsInvoiceDueFill"), "organizationPartyId"));
        Map<String, GenericValue> stored = new HashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).from("SmsInvoiceDue").where(in(ids)).queryList()) {
            stored.put(row.getString("invoiceId"), row);
        }
        List<GenericValue> missing = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String id : ids) {
            InvoiceFacts invoice = facts.get(id);
            GenericValue row = stored.get(id);
            if (!open(invoice) || !organizations.contains(invoice.organizationPartyId())) {
                if (row != null) {
                    gone.add(id);
                }
            } else if (row == null) {
                missing.add(delegator.makeValue("SmsInvoiceDue", fields(invoice)));
            } else if (anew || !same(row, invoice)) {
                correct(invoice);
            }
        }
        if (!gone.isEmpty()) {
            delegator.removeByCondition("SmsInvoiceDue", in(gone));
        }
        if (!missing.isEmpty()) {
            delegator.createAllByBatchProcess(missing);
        }
    }

    /** A row that was read later than this one stays. */
    private void correct(InvoiceFacts invoice) throws GenericEntityException {
        Map<String, Object> fields = fields(invoice);
        fields.remove("invoiceId");
        fields.put("decidedDate", null);
        delegator.storeByCondition("SmsInvoiceDue", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("invoiceId", invoice.invoiceId()), EntityOperator.AND,
                EntityCondition.makeCondition("readDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now))));
    }

    private Map<String, Object> fields(InvoiceFacts invoice) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("invoiceId", invoice.invoiceId());
        fields.put("organizationPartyId", invoice.organizationPartyId());
        fields.put("customerPartyId", String.valueOf(invoice.customerPartyId()));
        fields.put("dueDate", date(invoice.dueDate()));
        fields.put("invoiceDate", date(invoice.invoiceDate()));
        fields.put("readDate", Timestamp.from(now));
        return fields;
    }

    /** @return whether it is in a status in which a payment can be asked for, whatever is open of it */
    private static boolean open(InvoiceFacts invoice) {
        return InvoiceObstacle.of(invoice).filter(obstacle -> obstacle != InvoiceObstacle.NOTHING_OUTSTANDING).isEmpty();
    }

    private static boolean same(GenericValue row, InvoiceFacts invoice) {
        return Objects.equals(row.getDate("dueDate"), date(invoice.dueDate())) && Objects.equals(row.getDate("invoiceDate"),
                date(invoice.invoiceDate())) && row.getString("customerPartyId").equals(String.valueOf(invoice.customerPartyId()));
    }

    private static Date date(LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static EntityCondition in(Collection<String> ids) {
        return EntityCondition.makeCondition("invoiceId", EntityOperator.IN, ids);
    }
}
