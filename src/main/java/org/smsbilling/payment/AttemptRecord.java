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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.event.EventKind;
import org.smsbilling.event.SmsEvents;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.transaction.OwnTransaction;

/** Writes down what the gateway said, once, in a transaction of its own. */
final class AttemptRecord {

    private static final Duration FIRST_INQUIRY = Duration.ofSeconds(5);

    private final Delegator delegator;
    private final Instant now;
    private final AttemptTransition transition;

    AttemptRecord(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
        this.transition = new AttemptTransition(delegator, now);
    }

    /** @return the state after it; the one that it has anyway when somebody else was faster */
    AttemptState write(GenericValue attempt, ChargeResult result) throws GenericEntityException {
        return OwnTransaction.call(() -> {
            if (result instanceof ChargeResult.Approved approved) {
                return approved(attempt, approved);
            } else if (result instanceof ChargeResult.Declined declined) {
                return over(attempt, AttemptState.DECLINED, AuditKind.PAYMENT_DECLINED,
                        response(declined.reference(), declined.code(), declined.text()));
            } else if (result instanceof ChargeResult.RetryLater later) {
                return over(attempt, AttemptState.RETRY_LATER, AuditKind.PAYMENT_DECLINED, response(null, later.code(), later.text()));
            } else if (result instanceof ChargeResult.NotFound) {
                return over(attempt, AttemptState.RETRY_LATER, AuditKind.PAYMENT_DECLINED,
                        response(null, "NOT_FOUND", "The gateway knows no such charge"));
            }
            return unknown(attempt, ((ChargeResult.NoAnswer) result).text());
        });
    }

    /** The charge, if there was one, was taken back. */
    AttemptState voided(GenericValue attempt, AttemptState from) throws GenericEntityException {
        return OwnTransaction.call(() -> {
            if (transition.move(attempt.getString("attemptId"), EnumSet.of(from), AttemptState.VOIDED, null, Map.of())) {
                closed(attempt, AuditKind.PAYMENT_VOIDED, attempt.getString("orderId"));
                tellPayer(attempt);
            }
            return current(attempt);
        });
    }

    /** Not even tried. */
    AttemptState notTried(GenericValue attempt, String code, String words) throws GenericEntityException {
        return over(attempt, AttemptState.RETRY_LATER, AuditKind.PAYMENT_DECLINED, response(null, code, words));
    }

    /** A lease that ended during the call, or a call without a usable answer: it may have happened. */
    AttemptState unknown(GenericValue attempt, String words) throws GenericEntityException {
        if (transition.move(attempt.getString("attemptId"), EnumSet.of(AttemptState.AUTHORIZING), AttemptState.UNKNOWN, now.plus(FIRST_INQUIRY),
                response(null, "", words))) {
            audit(attempt, AuditKind.PAYMENT_UNKNOWN, words);
        }
        return current(attempt);
    }

    private AttemptState approved(GenericValue attempt, ChargeResult.Approved approved) throws GenericEntityException {
        if (takeApproval(attempt, EnumSet.of(AttemptState.AUTHORIZING, AttemptState.UNKNOWN), approved)) {
            audit(attempt, AuditKind.PAYMENT_APPROVED, approved.approvedAmount().toPlainString() + " " + approved.reference());
        }
        return current(attempt);
    }

    /** Sets the state and what was approved, in the caller's transaction. @return false when the attempt is in none of the states */
    boolean takeApproval(GenericValue attempt, Set<AttemptState> from, ChargeResult.Approved approved) throws GenericEntityException {
        BigDecimal asked = attempt.getBigDecimal("amount");
        AttemptState state = approved.approvedAmount().compareTo(asked) < 0 ? AttemptState.PARTIAL : AttemptState.APPROVED;
        Map<String, Object> changes = response(approved.reference(), approved.code(), approved.text());
        changes.put("approvedAmount", approved.approvedAmount());
        return transition.move(attempt.getString("attemptId"), from, state, now, changes);
    }

    /** Nothing was charged: the invoice may be paid again and the payer is told, in the caller's transaction. @return false when it is not UNKNOWN */
    boolean notCharged(GenericValue attempt, String words) throws GenericEntityException {
        if (!transition.move(attempt.getString("attemptId"), EnumSet.of(AttemptState.UNKNOWN), AttemptState.DECLINED, null,
                response(null, "DECIDED", words))) {
            return false;
        }
        InvoiceLock.release(delegator, attempt.getString("attemptId"));
        tellPayer(attempt);
        return true;
    }

    /** A person knows that the part went back to the customer, in the caller's transaction. @return false when it is not PARTIAL */
    boolean givenBack(GenericValue attempt) throws GenericEntityException {
        if (!transition.move(attempt.getString("attemptId"), EnumSet.of(AttemptState.PARTIAL), AttemptState.VOIDED, null,
                response(null, "DECIDED", "Given back at the gateway, as a person says"))) {
            return false;
        }
        closed(attempt, AuditKind.PAYMENT_VOIDED, attempt.getString("orderId"));
        tellPayer(attempt);
        return true;
    }

    /** The part is to be posted, in the caller's transaction. @return false when it is not PARTIAL */
    boolean keep(GenericValue attempt) throws GenericEntityException {
        return transition.postpone(attempt.getString("attemptId"), AttemptState.PARTIAL, now, Map.of());
    }

    private AttemptState over(GenericValue attempt, AttemptState state, AuditKind kind, Map<String, Object> changes) throws GenericEntityException {
        EnumSet<AttemptState> from = EnumSet.of(AttemptState.AUTHORIZING, AttemptState.UNKNOWN);
        if (state == AttemptState.RETRY_LATER) {
            from.add(AttemptState.CREATED);
        }
        if (transition.move(attempt.getString("attemptId"), from, state, null, changes)) {
            closed(attempt, kind, (String) changes.get("responseText"));
            if (state == AttemptState.DECLINED || Attempts.state(attempt) == AttemptState.UNKNOWN) {
                tellPayer(attempt);
            }
        }
        return current(attempt);
    }

    /** Who waits at the page sees it there; who was told to wait and left is texted, unless the invoice is paid meanwhile. */
    private void tellPayer(GenericValue attempt) throws GenericEntityException {
        SmsEvents.record(delegator, EventKind.PAYMENT_FAILED, attempt.getString("organizationPartyId"), Attempts.shares(delegator,
                attempt.getString("attemptId")).keySet().iterator().next(), null, attempt.getString("attemptId"), now);
    }

    private void closed(GenericValue attempt, AuditKind kind, String note) throws GenericEntityException {
        InvoiceLock.release(delegator, attempt.getString("attemptId"));
        audit(attempt, kind, note);
    }

    private void audit(GenericValue attempt, AuditKind kind, String note) throws GenericEntityException {
        PaymentAudit.add(delegator, now, attempt, Attempts.shares(delegator, attempt.getString("attemptId")).keySet(), kind, note);
    }

    private AttemptState current(GenericValue attempt) throws GenericEntityException {
        return Attempts.state(Attempts.find(delegator, attempt.getString("attemptId")));
    }

    private static Map<String, Object> response(String reference, String code, String words) {
        Map<String, Object> response = new HashMap<>();
        if (reference != null && !reference.isEmpty()) {
            response.put("gatewayReference", reference);
        }
        response.put("responseCode", code);
        response.put("responseText", words);
        return response;
    }
}
