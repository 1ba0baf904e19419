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

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.payment.ChargeDecision.Word;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.transaction.OwnTransaction;

/** Lets people end charges that the component cannot end by itself. The gateway is asked first, and its answer counts more than a person's. */
final class UnclearCharges {

    /** How a decision went; the label of its words is SmsBillingUnclearPayment and the constant. */
    enum Outcome {
        DONE,
        /** The gateway answered before the decision counted. */
        Answered,
        /** Somebody, or the gateway, ended it before. */
        Settled,
        /** The component is still asking and voiding by itself. */
        TooEarly,
        /** The gateway says that it has no approved charge of this order under the reference. */
        WrongReference,
        /** The reference belongs to another payment. */
        OthersReference
    }

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;
    private final AttemptResolution resolution;

    UnclearCharges(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
        this.resolution = new AttemptResolution(delegator, clock, gateway);
    }

    /**
     * Tries once more now: asks the gateway, gives a part back, or posts what is approved. No transaction may be open.
     *
     * @return whether the charge is in another state than before
     */
    boolean ask(GenericValue attempt, String userLoginId) throws GenericEntityException {
        OwnTransaction.call(() -> {
            audit(attempt, AuditKind.PAYMENT_ASKED_ABOUT, userLoginId, null);
            return null;
        });
        return Attempts.state(attempt) == AttemptState.UNKNOWN ? resolution.askOnce(attempt) != AttemptState.UNKNOWN
                : new AttemptWork(delegator, clock, gateway, Failpoint.NONE, "").advance(attempt.getString("attemptId"));
    }

    /** Does what a person decided, after asking the gateway; no transaction may be open. */
    Outcome decide(GenericValue attempt, ChargeDecision decision) throws GenericEntityException {
        AttemptState state = Attempts.state(attempt);
        if (!decision.word().fits(state)) {
            return Outcome.Settled;
        } else if (!resolution.forAPerson(attempt)) {
            return Outcome.TooEarly;
        } else if (state == AttemptState.PARTIAL) {
            return part(attempt, decision);
        } else if (resolution.askOnce(attempt) != AttemptState.UNKNOWN) {
            return Outcome.Answered;
        }
        return decision.word() == Word.CHARGED ? charged(attempt, decision)
                : end(attempt, decision, false, record -> record.notCharged(attempt, "Not found at the gateway by a person"));
    }

    private Outcome part(GenericValue attempt, ChargeDecision decision) throws GenericEntityException {
        if (resolution.partIsGone(attempt)) {
            new AttemptRecord(delegator, clock.instant()).voided(attempt, AttemptState.PARTIAL);
            return Outcome.Answered;
        }
        return end(attempt, decision, false, record -> decision.word() == Word.GIVEN_BACK ? record.givenBack(attempt) : record.keep(attempt));
    }

    private Outcome charged(GenericValue attempt, ChargeDecision decision) throws GenericEntityException {
        if (usedBefore(attempt, decision.reference())) {
            return Outcome.OthersReference;
        }
        ChargeResult found = resolution.look(attempt, decision.reference());
        if (found instanceof ChargeResult.Approved || found instanceof ChargeResult.NoAnswer) {
            ChargeResult.Approved approval = found instanceof ChargeResult.Approved approved ? approved : asked(attempt, decision);
            return end(attempt, decision, found == approval,
                    record -> record.takeApproval(attempt, EnumSet.of(AttemptState.UNKNOWN), approval));
        }
        return Outcome.WrongReference;
    }

    /** Changes the attempt, in the transaction in which the decision is written down. */
    @FunctionalInterface
    private interface Change {
        /** @return false when somebody else was faster */
        boolean make(AttemptRecord record) throws GenericEntityException;
    }

    private Outcome end(GenericValue attempt, ChargeDecision decision, boolean confirmed, Change change) throws GenericEntityException {
        Instant now = clock.instant();
        return OwnTransaction.call(() -> {
            if (!change.make(new AttemptRecord(delegator, now))) {
                return Outcome.Settled;
            }
            Map<String, Object> row = new HashMap<>(Map.of("attemptId", attempt.getString("attemptId"), "decision", decision.word().name(),
                    "reason", decision.reason(), "gatewayReference", decision.reference(), "gatewayConfirmed", confirmed ? "Y" : "N",
                    "decisionDate", Timestamp.from(now)));
            row.put("userLoginId", decision.userLoginId());
            delegator.create("SmsAttemptDecision", row);
            audit(attempt, kind(decision.word()), decision.userLoginId(), (decision.reference() + " " + decision.reason()).strip());
            return Outcome.DONE;
        });
    }

    private static AuditKind kind(Word word) {
        return switch (word) {
        case CHARGED -> AuditKind.PAYMENT_DECIDED_CHARGED;
        case NOT_CHARGED -> AuditKind.PAYMENT_DECIDED_NOT_CHARGED;
        case KEPT -> AuditKind.PAYMENT_DECIDED_KEPT;
        case GIVEN_BACK -> AuditKind.PAYMENT_DECIDED_GIVEN_BACK;
        };
    }

    private static ChargeResult.Approved asked(GenericValue attempt, ChargeDecision decision) {
        return new ChargeResult.Approved(decision.reference(), attempt.getBigDecimal("amount"), "DECIDED", "Found at the gateway by a person");
    }

    private boolean usedBefore(GenericValue attempt, String reference) throws GenericEntityException {
        EntityCondition same = EntityCondition.makeCondition("gatewayReference", reference);
        EntityCondition others = EntityCondition.makeCondition("attemptId", EntityOperator.NOT_EQUAL, attempt.getString("attemptId"));
        return EntityQuery.use(delegator).from("SmsPaymentReversal").where(same).queryCount() > 0
                || EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition(same, others)).queryCount() > 0;
    }

    private void audit(GenericValue attempt, AuditKind kind, String userLoginId, String note) throws GenericEntityException {
        Set<String> invoiceIds = Attempts.shares(delegator, attempt.getString("attemptId")).keySet();
        PaymentAudit.add(delegator, clock.instant(), attempt, invoiceIds, kind, userLoginId, note);
    }
}
