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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.paylink.ClosedReason;
import org.smsbilling.paylink.LinkClosing;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Turns an approved attempt into OFBiz payments, once: the payments, their applications and the state POSTED stand together or not at all,
 * so after a crash in between it is simply done again.
 */
final class PaymentPosting {

    private static final String MODULE = PaymentPosting.class.getName();
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Delegator delegator;
    private final Clock clock;
    private final InvoicePayments payments;

    PaymentPosting(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
        this.payments = new InvoicePayments(delegator);
    }

    /**
     * Posts what the gateway approved, the whole amount or a part.
     * Its moment has no more digits than every database keeps: a payment that is rounded to a later one would not count yet.
     * @return the state after it; the same as before when OFBiz refused, in which case it is tried again later
     */
    AttemptState post(String attemptId) throws GenericEntityException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            return OwnTransaction.call(() -> postAll(attemptId, now));
        } catch (GenericEntityException e) {
            Debug.logError(e, "Payment attempt " + attemptId + " is approved by the gateway but could not be posted; it will be tried again", MODULE);
            return OwnTransaction.call(() -> later(attemptId, now));
        }
    }

    private AttemptState postAll(String attemptId, Instant now) throws GenericEntityException {
        GenericValue attempt = Attempts.find(delegator, attemptId);
        boolean mine = new AttemptTransition(delegator, now).move(attemptId, EnumSet.of(AttemptState.APPROVED, AttemptState.PARTIAL),
                AttemptState.POSTED, now.plus(SettlementCalendar.SECOND_LOOK), Map.of());
        if (!mine) {
            return Attempts.state(attempt);
        }
        for (Map.Entry<String, BigDecimal> share : approvedShares(attempt, now).entrySet()) {
            post(attempt, share.getKey(), share.getValue(), now);
        }
        InvoiceLock.release(delegator, attemptId);
        closeLinkWhenPaid(attempt.getString("linkId"), now);
        return AttemptState.POSTED;
    }

    private void post(GenericValue attempt, String invoiceId, BigDecimal amount, Instant now) throws GenericEntityException {
        String paymentId = payments.create(attempt, invoiceId, amount, now);
        delegator.storeByCondition("SmsPaymentAttemptInvoice", Map.of("paymentId", paymentId, "amount", amount),
                EntityCondition.makeCondition(Map.of("attemptId", attempt.getString("attemptId"), "invoiceId", invoiceId)));
        PaymentAudit.add(delegator, now, attempt, Set.of(invoiceId), AuditKind.PAYMENT_POSTED, paymentId);
        BigDecimal credit = payments.credit(paymentId);
        if (credit.signum() > 0) {
            PaymentAudit.add(delegator, now, attempt, Set.of(invoiceId), AuditKind.PAYMENT_CREDIT, credit.toPlainString() + " " + paymentId);
        }
    }

    /** Of a part that was approved, the invoice that was due first is paid first; what was approved beyond what was asked is credit. */
    private Map<String, BigDecimal> approvedShares(GenericValue attempt, Instant now) throws GenericEntityException {
        Map<String, BigDecimal> asked = Attempts.shares(delegator, attempt.getString("attemptId"));
        Map<String, BigDecimal> inOrder = new LinkedHashMap<>();
        for (InvoiceFacts invoice : AmountDue.byDueDate(InvoiceFactsReader.read(delegator, asked.keySet(), now).values())) {
            inOrder.put(invoice.invoiceId(), asked.get(invoice.invoiceId()));
        }
        asked.forEach(inOrder::putIfAbsent);
        BigDecimal approved = attempt.getBigDecimal("approvedAmount");
        Map<String, BigDecimal> shares = Spread.of(approved, inOrder);
        BigDecimal more = approved.subtract(shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (more.signum() > 0) {
            shares.merge(List.copyOf(shares.keySet()).get(shares.size() - 1), more, BigDecimal::add);
        }
        return shares;
    }

    private void closeLinkWhenPaid(String linkId, Instant now) throws GenericEntityException {
        List<String> invoiceIds = PayLinks.invoiceIds(delegator, linkId);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        if (facts.values().stream().allMatch(invoice -> invoice.outstanding().signum() <= 0)) {
            LinkClosing.close(delegator, List.of(linkId), ClosedReason.PAID, null, now);
        }
    }

    private AttemptState later(String attemptId, Instant now) throws GenericEntityException {
        GenericValue attempt = Attempts.find(delegator, attemptId);
        Duration age = Duration.between(attempt.getTimestamp("statusDate").toInstant(), now);
        Duration pause = age.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : age.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : age;
        new AttemptTransition(delegator, now).postpone(attemptId, Attempts.state(attempt), now.plus(pause),
                Map.of("responseText", "Approved, but not posted yet: tried at " + Timestamp.from(now)));
        return Attempts.state(Attempts.find(delegator, attemptId));
    }
}
