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
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.paylink.LinkClosing;
import org.smsbilling.payment.ReversalRequest.Kind;

/**
 * Books a void or a refund in OFBiz, in the caller's transaction. A void voids the payments. A refund is a payment of its own to the customer
 * (CUSTOMER_REFUND, PMNT_SENT). What was the customer's credit is applied to it; when the customer still owes the money, so is the refunded part of
 * what was applied to the invoice.
 */
final class ReversalPosting {

    private final Delegator delegator;
    private final Instant now;
    private final AccountingServices services;

    ReversalPosting(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
        this.services = new AccountingServices(delegator);
    }

    /** @return false when somebody else has booked it */
    boolean post(GenericValue reversal) throws GenericEntityException {
        if (!Reversals.move(delegator, reversal.getString("reversalId"), EnumSet.of(ReversalState.DONE), ReversalState.POSTED, now, null, Map.of())) {
            return false;
        }
        if (Kind.VOID.name().equals(reversal.getString("reversalKind"))) {
            bookVoid(reversal);
        } else {
            bookRefund(reversal);
        }
        return true;
    }

    private void bookVoid(GenericValue reversal) throws GenericEntityException {
        String attemptId = reversal.getString("attemptId");
        InvoicePayments payments = new InvoicePayments(delegator);
        Set<String> invoiceIds = new LinkedHashSet<>();
        for (GenericValue share : Attempts.posted(delegator, attemptId)) {
            payments.takeBack(share.getString("paymentId"));
            invoiceIds.add(share.getString("invoiceId"));
        }
        new AttemptTransition(delegator, now).move(attemptId, EnumSet.of(AttemptState.POSTED, AttemptState.SETTLING), AttemptState.VOIDED, null,
                Map.of());
        LinkClosing.reopen(delegator, invoiceIds);
        Reversals.audit(delegator, reversal, AuditKind.PAYMENT_VOIDED, Reversals.find(delegator, reversal.getString("reversalId"))
                .getString("gatewayReference"), now);
    }

    private void bookRefund(GenericValue reversal) throws GenericEntityException {
        BigDecimal amount = reversal.getBigDecimal("amount");
        String invoiceId = reversal.getString("invoiceId");
        String refundPaymentId = payOut(reversal, amount);
        if (new InvoicePayments(delegator).credit(reversal.getString("paymentId")).compareTo(amount) >= 0) {
            applyToRefund(reversal.getString("paymentId"), refundPaymentId, amount);
        } else if ("Y".equals(reversal.getString("reopenInvoice"))) {
            moveToRefund(reversal.getString("paymentId"), invoiceId, refundPaymentId, amount);
            LinkClosing.reopen(delegator, List.of(invoiceId));
        }
        Reversals.move(delegator, reversal.getString("reversalId"), EnumSet.of(ReversalState.POSTED), ReversalState.POSTED, now, null,
                Map.of("refundPaymentId", refundPaymentId));
        if (refundedWhole(reversal.getString("attemptId"))) {
            new AttemptTransition(delegator, now).move(reversal.getString("attemptId"), EnumSet.of(AttemptState.POSTED, AttemptState.SETTLING,
                    AttemptState.SETTLED), AttemptState.REFUNDED, null, Map.of());
        }
        Reversals.audit(delegator, reversal, AuditKind.PAYMENT_REFUNDED, amount.stripTrailingZeros().toPlainString() + " " + refundPaymentId, now);
    }

    private String payOut(GenericValue reversal, BigDecimal amount) throws GenericEntityException {
        GenericValue paid = EntityQuery.use(delegator).from("Payment").where("paymentId", reversal.getString("paymentId")).queryOne();
        Map<String, Object> refund = new HashMap<>();
        refund.put("paymentTypeId", "CUSTOMER_REFUND");
        refund.put("paymentMethodTypeId", paid.getString("paymentMethodTypeId"));
        refund.put("partyIdFrom", paid.getString("partyIdTo"));
        refund.put("partyIdTo", paid.getString("partyIdFrom"));
        refund.put("statusId", "PMNT_SENT");
        refund.put("amount", amount);
        refund.put("currencyUomId", paid.getString("currencyUomId"));
        refund.put("paymentRefNum", Reversals.find(delegator, reversal.getString("reversalId")).getString("gatewayReference"));
        refund.put("effectiveDate", Timestamp.from(now));
        return (String) services.run("createPayment", refund).get("paymentId");
    }

    /** OFBiz applies the smaller of what invoice and payment have open: so first everything is taken off, then the refund gets its part. */
    private void moveToRefund(String paymentId, String invoiceId, String refundPaymentId, BigDecimal amount) throws GenericEntityException {
        GenericValue application = EntityQuery.use(delegator).from("PaymentApplication").where("paymentId", paymentId, "invoiceId", invoiceId)
                .queryFirst();
        if (application != null) {
            GenericValue invoice = EntityQuery.use(delegator).from("Invoice").where("invoiceId", invoiceId).queryOne();
            if ("INVOICE_PAID".equals(invoice.getString("statusId"))) {
                services.run("setInvoiceStatus", Map.of("invoiceId", invoiceId, "statusId", "INVOICE_READY"));
            }
            services.run("removePaymentApplication", Map.of("paymentApplicationId", application.getString("paymentApplicationId")));
        }
        applyToRefund(paymentId, refundPaymentId, amount);
        if (application != null && new InvoicePayments(delegator).credit(paymentId).signum() > 0) {
            services.run("createPaymentApplication", Map.of("paymentId", paymentId, "invoiceId", invoiceId));
        }
    }

    private void applyToRefund(String paymentId, String refundPaymentId, BigDecimal amount) throws GenericEntityException {
        services.run("createPaymentApplication", Map.of("paymentId", paymentId, "toPaymentId", refundPaymentId, "amountApplied", amount));
    }

    private boolean refundedWhole(String attemptId) throws GenericEntityException {
        BigDecimal refunded = EntityQuery.use(delegator).from("SmsPaymentReversal").where("attemptId", attemptId, "reversalKind",
                Kind.REFUND.name(), "reversalState", ReversalState.POSTED.name()).queryList().stream().map(each -> each.getBigDecimal("amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return refunded.compareTo(Attempts.find(delegator, attemptId).getBigDecimal("approvedAmount")) >= 0;
    }
}
