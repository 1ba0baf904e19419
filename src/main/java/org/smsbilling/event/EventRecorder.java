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
package org.smsbilling.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Turns changes of OFBiz's entities into events, inside the business transaction that makes them: one insert that collides with nothing, and for what
 * does not name the organization itself a read by primary key.
 */
final class EventRecorder {

    static final String IN_PROCESS = "INVOICE_IN_PROCESS";
    /** What a due date, or the customer's belonging, can depend on. */
    private static final List<String> OF_DUE_DATE = List.of("dueDate", "invoiceDate", "partyIdFrom", "partyId", "invoiceTypeId");

    private final Delegator delegator;
    private final ActiveOrganizations active;
    private final Instant now;

    EventRecorder(Delegator delegator, ActiveOrganizations active, Instant now) {
        this.delegator = delegator;
        this.active = active;
        this.now = now;
    }

    /** @param invoice about to be created, not in process */
    void invoiceCreation(GenericValue invoice) throws GenericEntityException {
        record(EventKind.INVOICE_CREATED, invoice);
    }

    /** @param invoice about to be stored */
    void invoiceChange(GenericValue invoice) throws GenericEntityException {
        if (!active.mayText(invoice.getString("partyIdFrom"))) {
            return;
        }
        Function<String, Object> before = before(invoice);
        if (invoice.get("statusId") != null && !Objects.equals(invoice.get("statusId"), before.apply("statusId"))) {
            record(EventKind.INVOICE_STATUS, invoice);
        } else if (OF_DUE_DATE.stream().anyMatch(field -> !Objects.equals(invoice.get(field), before.apply(field)))) {
            record(EventKind.INVOICE_CHANGED, invoice);
        }
    }

    /** What the database has: the value knows, unless somebody made it instead of reading it. */
    private Function<String, Object> before(GenericValue invoice) throws GenericEntityException {
        if (invoice.originalDbValuesAvailable()) {
            return invoice::getOriginalDbValue;
        }
        GenericValue read = EntityQuery.use(delegator).from("Invoice").where("invoiceId", invoice.get("invoiceId")).queryOne();
        return field -> read == null ? null : invoice.containsKey(field) ? read.get(field) : invoice.get(field);
    }

    private void record(EventKind kind, GenericValue invoice) throws GenericEntityException {
        if (active.mayText(invoice.getString("partyIdFrom"))) {
            SmsEvents.record(delegator, kind, invoice.getString("partyIdFrom"), invoice.getString("invoiceId"), null, invoice.getString("statusId"),
                    now);
        }
    }

    /** It is gone. */
    void invoiceRemoval(String invoiceId, String organizationPartyId) throws GenericEntityException {
        if (active.mayText(organizationPartyId)) {
            SmsEvents.record(delegator, EventKind.INVOICE_CHANGED, organizationPartyId, invoiceId, null, null, now);
        }
    }

    void invoiceTerm(String invoiceId) throws GenericEntityException {
        GenericValue invoice = invoiceId == null ? null : invoice(invoiceId);
        if (invoice != null && !IN_PROCESS.equals(invoice.getString("statusId"))) {
            SmsEvents.record(delegator, EventKind.INVOICE_CHANGED, invoice.getString("partyIdFrom"), invoiceId, null,
                    invoice.getString("statusId"), now);
        }
    }

    void paymentApplication(String paymentId, String invoiceId) throws GenericEntityException {
        GenericValue invoice = invoiceId == null ? null : invoice(invoiceId);
        if (invoice != null) {
            SmsEvents.record(delegator, EventKind.PAYMENT_APPLIED, invoice.getString("partyIdFrom"), invoiceId, paymentId, null, now);
        }
    }

    /** @param payment about to be stored */
    void paymentStatus(GenericValue payment) throws GenericEntityException {
        String status = payment.getString("statusId");
        boolean same = payment.originalDbValuesAvailable() && Objects.equals(status, payment.getOriginalDbValue("statusId"));
        if (status != null && !same && active.mayText(payment.getString("partyIdTo"))) {
            SmsEvents.record(delegator, EventKind.PAYMENT_APPLIED, payment.getString("partyIdTo"), null, payment.getString("paymentId"), status, now);
        }
    }

    void gatewayResponse(String paymentGatewayResponseId, boolean failed) throws GenericEntityException {
        if (failed && active.mayText(null)) {
            SmsEvents.record(delegator, EventKind.CHARGE_DECLINED, null, null, null, paymentGatewayResponseId, now);
        }
    }

    /** @return null when nothing of it is to be recorded */
    private GenericValue invoice(String invoiceId) throws GenericEntityException {
        GenericValue invoice = active.mayText(null)
                ? EntityQuery.use(delegator).from("Invoice").where("invoiceId", invoiceId).queryOne() : null;
        return invoice != null && active.mayText(invoice.getString("partyIdFrom")) ? invoice : null;
    }
}
