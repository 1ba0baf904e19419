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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.accounting.payment.PaymentWorker;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;

/** Makes payments through OFBiz's own services, as its system user, inside the caller's transaction. */
final class InvoicePayments {

    /** OFBiz marks only READY invoices as paid, and these become READY on the way. */
    private static final Set<String> BEFORE_READY = Set.of("INVOICE_SENT", "INVOICE_APPROVED", "INVOICE_RECEIVED");

    private static final Set<String> GONE = Set.of("PMNT_VOID", "PMNT_CANCELLED");

    private final Delegator delegator;
    private final AccountingServices services;

    InvoicePayments(Delegator delegator) {
        this.delegator = delegator;
        this.services = new AccountingServices(delegator);
    }

    /**
     * A received payment of the customer, applied to the invoice as far as that is still open; what is left over stays as the customer's credit.
     * @return its id
     */
    String create(GenericValue attempt, String invoiceId, BigDecimal amount, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        Map<String, Object> payment = new HashMap<>();
        payment.put("paymentTypeId", "CUSTOMER_PAYMENT");
        payment.put("paymentMethodTypeId", "CARD".equals(attempt.getString("methodType")) ? "CREDIT_CARD" : "EFT_ACCOUNT");
        payment.put("partyIdFrom", attempt.getString("customerPartyId"));
        payment.put("partyIdTo", attempt.getString("organizationPartyId"));
        payment.put("statusId", "PMNT_RECEIVED");
        payment.put("amount", amount);
        payment.put("currencyUomId", attempt.getString("currencyUomId"));
        payment.put("paymentRefNum", attempt.getString("gatewayReference"));
        payment.put("effectiveDate", notAheadOfOfbiz(now));
        if (invoice == null || !InvoiceFactsReader.payable(invoice)) {
            return (String) services.run("createPayment", payment).get("paymentId");
        }
        if (BEFORE_READY.contains(invoice.statusId())) {
            services.run("setInvoiceStatus", Map.of("invoiceId", invoiceId, "statusId", "INVOICE_READY", "statusDate", Timestamp.from(now)));
        }
        payment.put("invoiceId", invoiceId);
        return (String) services.run("createPaymentAndApplication", payment).get("paymentId");
    }

    /** OFBiz counts payments up to its own moment only, and refuses to mark an invoice as paid by a later one. */
    private static Timestamp notAheadOfOfbiz(Instant now) {
        Timestamp ofbiz = UtilDateTime.nowTimestamp();
        return ofbiz.toInstant().isBefore(now) ? ofbiz : Timestamp.from(now);
    }

    /** @return what of a payment is applied to nothing: the customer's credit */
    BigDecimal credit(String paymentId) throws GenericEntityException {
        return PaymentWorker.getPaymentNotApplied(payment(paymentId));
    }

    /**
     * Voids a payment, which takes it off its invoices and makes them READY again. One that is void already stays so.
     * @throws GenericEntityException when OFBiz refuses, as for a payment that is confirmed: the transaction must be rolled back
     */
    void takeBack(String paymentId) throws GenericEntityException {
        if (!GONE.contains(payment(paymentId).getString("statusId"))) {
            services.run("voidPayment", Map.of("paymentId", paymentId));
        }
    }

    private GenericValue payment(String paymentId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("Payment").where("paymentId", paymentId).queryOne();
    }
}
