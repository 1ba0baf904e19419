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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Turns changes of OFBiz's entities into events, inside the business transaction that makes them: at most one read by primary key and one insert
 * that collides with nothing.
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

    void invoiceStatus(String invoiceId, String statusId) throws GenericEntityException {
        GenericValue invoice = invoice(invoiceId);
        if (invoice != null) {
            SmsEvents.record(delegator, EventKind.INVOICE_STATUS, invoice.getString("partyIdFrom"), invoiceId, null, statusId, now);
        }
    }

    /** @param invoice about to be created or stored */
    void invoiceChange(GenericValue invoice) throws GenericEntityException {
        boolean matters = invoice.originalDbValuesAvailable()
                ? OF_DUE_DATE.stream().anyMatch(field -> !Objects.equals(invoice.get(field), invoice.getOriginalDbValue(field)))
                : !IN_PROCESS.equals(invoice.getString("statusId"));
        if (matters && active.mayText(invoice.getString("partyIdFrom"))) {
            SmsEvents.record(delegator, EventKind.INVOICE_CHANGED, invoice.getString("partyIdFrom"), invoice.getString("invoiceId"), null,
                    invoice.getString("statusId"), now);
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
