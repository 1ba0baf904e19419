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
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.paylink.ShortAddress;
import org.smsbilling.payercheck.PayerCheck;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.transaction.OwnTransaction;

/** Checks a payer's order and records it as an attempt. The gateway hears of it only after that is committed, from a thread of the processor. */
final class PaymentStart {

    private static final String MODULE = PaymentStart.class.getName();
    private static final int TRIES = 3;

    private final Delegator delegator;
    private final Instant now;

    PaymentStart(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** Two payers at the same moment: the key of the invoice's lock lets one in, and the other looks again and sees what the first one does. */
    StartOutcome start(PaymentOrder order) throws GenericEntityException {
        for (int tries = 1; tries < TRIES; tries++) {
            try {
                return OwnTransaction.call(() -> checkAndRecord(order));
            } catch (GenericEntityException e) {
                Debug.logInfo("A payment is looked at again, as another one was faster or the database failed: " + e.getMessage(), MODULE);
            }
        }
        return OwnTransaction.call(() -> checkAndRecord(order));
    }

    private StartOutcome checkAndRecord(PaymentOrder order) throws GenericEntityException {
        Optional<LinkSnapshot> found = LinkSnapshot.find(delegator, order.token(), now);
        if (found.isEmpty()) {
            return StartOutcome.notPayable(LinkState.UNKNOWN);
        }
        LinkSnapshot link = found.get();
        if (link.state() == LinkState.CHECKING) {
            return StartOutcome.underWay(link.attempt().map(attempt -> attempt.getString("attemptId")).orElse(null));
        } else if (link.state() != LinkState.PAYABLE) {
            return StartOutcome.notPayable(link.state());
        }
        if (!PayerCheck.passed(delegator, link, order.grant(), now)) {
            return StartOutcome.refused(Reason.CHECK_FIRST);
        }
        ChosenAmount chosen = ChosenAmount.of(link.due(), order.choice().invoiceIds(), order.choice().shownDue(), order.choice().amount(),
                link.settings().paymentRules());
        AmountDue due = chosen.due();
        if (order.methodType() == null || !PaymentMethods.offered(link.settings(), due.currencyUomId()).contains(order.methodType())) {
            return StartOutcome.refused(Reason.METHOD_OFF);
        } else if (!order.authorized()) {
            return StartOutcome.refused(Reason.NOT_AUTHORIZED);
        } else if (!order.account().usable()) {
            return StartOutcome.refused(Reason.ACCOUNT_MISSING);
        } else if (order.choice().amount() == null || chosen.problem() == Reason.AMOUNT_CHANGED) {
            return StartOutcome.amountChanged(due);
        } else if (chosen.problem() != null) {
            return StartOutcome.refused(chosen.problem());
        } else if (new CardTesting(delegator, now).suspected(link.linkId(), ShortAddress.of(order.address()))) {
            return StartOutcome.refused(Reason.TOO_MANY_TRIES);
        }
        return record(order, link, chosen);
    }

    private StartOutcome record(PaymentOrder order, LinkSnapshot link, ChosenAmount chosen) throws GenericEntityException {
        String attemptId = delegator.getNextSeqId("SmsPaymentAttempt");
        String orderId = OrderIds.random();
        if (link.attempt().isPresent()) {
            InvoiceLock.release(delegator, link.attempt().get().getString("attemptId"));
        }
        AmountDue due = chosen.due();
        Map<String, BigDecimal> shares = chosen.shares();
        InvoiceLock.take(delegator, shares.keySet(), attemptId, now);
        String authorization = new PayTexts(order.locale()).authorization(order.methodType(), link.settings().brandName(), chosen.amount(),
                due.currencyUomId());
        GenericValue attempt = delegator.makeValue("SmsPaymentAttempt", "attemptId", attemptId, "organizationPartyId",
                link.settings().organizationPartyId(), "linkId", link.linkId(), "customerPartyId", due.invoices().get(0).customerPartyId(),
                "attemptState", AttemptState.CREATED.name(), "orderId", orderId, "methodType", order.methodType().name(), "amount", chosen.amount(),
                "currencyUomId", due.currencyUomId(), "payerName", order.payerName(), "postalCode", order.postalCode());
        attempt.set("accountToken", order.account().token());
        attempt.set("accountExpiry", order.account().expiry());
        attempt.set("accountLast4", order.account().last4());
        attempt.set("authorizationText", authorization);
        attempt.set("authorizationDate", Timestamp.from(now));
        attempt.set("authorizationAddress", order.address());
        attempt.set("authorizationUserAgent", order.userAgent());
        attempt.set("shortAddress", ShortAddress.of(order.address()));
        attempt.set("createdDate", Timestamp.from(now));
        attempt.set("statusDate", Timestamp.from(now));
        attempt.set("nextActionDate", Timestamp.from(now));
        delegator.create(attempt);
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            delegator.create("SmsPaymentAttemptInvoice", "attemptId", attemptId, "invoiceId", share.getKey(), "amount", share.getValue(),
                    "openAmount", chosen.open(share.getKey()));
        }
        PaymentAudit.add(delegator, now, attempt, shares.keySet(), AuditKind.PAYMENT_STARTED, null);
        return StartOutcome.started(attemptId, orderId);
    }
}
