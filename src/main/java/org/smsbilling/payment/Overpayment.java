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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Two payments that are applied to an invoice at the same moment may together be applied for more than its total: OFBiz reads what is open without a
 * lock. Of ours, what is too much is taken off the invoice and stays as the customer's credit.
 */
final class Overpayment {

    private final Delegator delegator;
    private final Instant now;
    private final AccountingServices services;

    Overpayment(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
        this.services = new AccountingServices(delegator);
    }

    /** Looks at every invoice of a posted attempt, in a transaction of its own. */
    void trim(String attemptId) throws GenericEntityException {
        OwnTransaction.call(() -> {
            GenericValue attempt = Attempts.find(delegator, attemptId);
            for (GenericValue share : Attempts.posted(delegator, attemptId)) {
                trim(attempt, share);
            }
            return null;
        });
    }

    private void trim(GenericValue attempt, GenericValue share) throws GenericEntityException {
        String invoiceId = share.getString("invoiceId");
        String paymentId = share.getString("paymentId");
        GenericValue application = EntityQuery.use(delegator).from("PaymentApplication").where("paymentId", paymentId, "invoiceId", invoiceId)
                .queryFirst();
        if (application == null || outstanding(invoiceId).signum() >= 0) {
            return;
        }
        reopen(invoiceId);
        services.run("removePaymentApplication", Map.of("paymentApplicationId", application.getString("paymentApplicationId")));
        if (outstanding(invoiceId).signum() > 0) {
            services.run("createPaymentApplication", Map.of("paymentId", paymentId, "invoiceId", invoiceId));
        } else if (outstanding(invoiceId).signum() == 0) {
            services.run("setInvoiceStatus", Map.of("invoiceId", invoiceId, "statusId", "INVOICE_PAID"));
        }
        BigDecimal credit = new InvoicePayments(delegator).credit(paymentId);
        PaymentAudit.add(delegator, now, attempt, Set.of(invoiceId), AuditKind.PAYMENT_CREDIT, credit.toPlainString() + " " + paymentId);
    }

    /** OFBiz takes no payment off an invoice that is PAID. */
    private void reopen(String invoiceId) throws GenericEntityException {
        GenericValue invoice = EntityQuery.use(delegator).from("Invoice").where("invoiceId", invoiceId).queryOne();
        if ("INVOICE_PAID".equals(invoice.getString("statusId"))) {
            services.run("setInvoiceStatus", Map.of("invoiceId", invoiceId, "statusId", "INVOICE_READY"));
        }
    }

    private BigDecimal outstanding(String invoiceId) throws GenericEntityException {
        InvoiceFacts facts = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        return facts == null ? BigDecimal.ZERO : facts.outstanding();
    }
}
