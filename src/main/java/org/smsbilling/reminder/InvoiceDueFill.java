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
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.transaction.OwnTransaction;

/** Reads the open invoices of an organization into SmsInvoiceDue, a chunk at a time; it goes on after an interruption where it was. */
public final class InvoiceDueFill {

    private static final int CHUNK = 500;
    private static final List<String> OPEN = List.of("INVOICE_READY", "INVOICE_APPROVED", "INVOICE_SENT", "INVOICE_RECEIVED");

    private final Delegator delegator;
    private final Clock clock;

    public InvoiceDueFill(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
    }

    /**
     * How far it is.
     * @param toRead open invoices when it began
     * @param complete whether all of them are read
     */
    public record Progress(long read, long toRead, boolean complete) { }

    /** Begins, in the caller's transaction, unless it has begun before. */
    public void begin(String organizationPartyId) throws GenericEntityException {
        if (row(organizationPartyId) == null) {
            beginAnew(organizationPartyId);
        }
    }

    /** Begins from the start, in the caller's transaction: days may have become others, as with another time zone. */
    public void beginAnew(String organizationPartyId) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("organizationPartyId", organizationPartyId);
        fields.put("lastInvoiceId", null);
        fields.put("invoicesRead", 0L);
        fields.put("invoicesToRead", EntityQuery.use(delegator).from("Invoice").where(open(organizationPartyId)).queryCount());
        fields.put("startedDate", Timestamp.from(clock.instant()));
        fields.put("completedDate", null);
        delegator.createOrStore(delegator.makeValue("SmsInvoiceDueFill", fields));
    }

    /** @return empty when it never began */
    public Optional<Progress> progress(String organizationPartyId) throws GenericEntityException {
        return Optional.ofNullable(row(organizationPartyId)).map(row -> new Progress(row.getLong("invoicesRead"), row.getLong("invoicesToRead"),
                row.getTimestamp("completedDate") != null));
    }

    /** Goes on with all organizations, each chunk in a transaction of its own. @param chunks most chunks. @return invoices that were read */
    public long goOn(int chunks) throws GenericEntityException {
        long read = 0;
        int left = chunks;
        for (String organization : FieldValues.of(EntityQuery.use(delegator).from("SmsInvoiceDueFill").where("completedDate", null),
                "organizationPartyId")) {
            int size = 1;
            while (left-- > 0 && size > 0) {
                size = OwnTransaction.call(() -> chunk(organization));
                read += size;
            }
        }
        return read;
    }

    private int chunk(String organizationPartyId) throws GenericEntityException {
        GenericValue fill = row(organizationPartyId);
        String last = fill.getString("lastInvoiceId");
        List<EntityCondition> conditions = new ArrayList<>(List.of(open(organizationPartyId)));
        if (last != null) {
            conditions.add(EntityCondition.makeCondition("invoiceId", EntityOperator.GREATER_THAN, last));
        }
        List<String> ids = FieldValues.of(EntityQuery.use(delegator).select("invoiceId").from("Invoice").where(conditions).orderBy("invoiceId")
                .maxRows(CHUNK), "invoiceId");
        if (fill.getTimestamp("completedDate") != null) {
            return 0;
        }
        new InvoiceDueDates(delegator, clock.instant()).fill(ids);
        Map<String, Object> fields = new HashMap<>();
        if (ids.isEmpty()) {
            fields.put("completedDate", Timestamp.from(clock.instant()));
        } else {
            fields.put("lastInvoiceId", ids.get(ids.size() - 1));
            fields.put("invoicesRead", fill.getLong("invoicesRead") + ids.size());
        }
        delegator.storeByCondition("SmsInvoiceDueFill", fields,
                EntityCondition.makeCondition(Map.of("organizationPartyId", organizationPartyId)));
        return ids.size();
    }

    private GenericValue row(String organizationPartyId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsInvoiceDueFill").where("organizationPartyId", organizationPartyId).queryOne();
    }

    private static EntityCondition open(String organizationPartyId) {
        return EntityCondition.makeCondition(EntityCondition.makeCondition("partyIdFrom", organizationPartyId), EntityOperator.AND,
                EntityCondition.makeCondition("statusId", EntityOperator.IN, OPEN));
    }
}
