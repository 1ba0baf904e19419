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
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.transaction.OwnTransaction;

/** Lets people end charges of which the gateway does not tell. The gateway is asked first, and its answer always counts more than a person's. */
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
    private final AttemptResolution resolution;

    UnclearCharges(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.resolution = new AttemptResolution(delegator, clock, gateway);
    }

    /** Asks the gateway now; no transaction may be open. @return whether it is known now what became of the charge */
    boolean ask(GenericValue attempt, String userLoginId) throws GenericEntityException {
        OwnTransaction.call(() -> {
            audit(attempt, AuditKind.PAYMENT_ASKED_ABOUT, userLoginId, null);
            return null;
        });
        return resolution.askOnce(attempt) != AttemptState.UNKNOWN;
    }

    /** Does what a person decided, after asking the gateway; no transaction may be open. */
    Outcome decide(GenericValue attempt, ChargeDecision decision) throws GenericEntityException {
        if (Attempts.state(attempt) != AttemptState.UNKNOWN) {
            return Outcome.Settled;
        } else if (!resolution.forAPerson(attempt)) {
            return Outcome.TooEarly;
        } else if (resolution.askOnce(attempt) != AttemptState.UNKNOWN) {
            return Outcome.Answered;
        }
        return decision.charged() ? charged(attempt, decision) : end(attempt, decision, null);
    }

    private Outcome charged(GenericValue attempt, ChargeDecision decision) throws GenericEntityException {
        if (usedBefore(attempt, decision.reference())) {
            return Outcome.OthersReference;
        }
        ChargeResult found = resolution.look(attempt, decision.reference());
        if (found instanceof ChargeResult.Approved approved) {
            return end(attempt, decision, approved);
        }
        return found instanceof ChargeResult.NoAnswer ? end(attempt, decision, null) : Outcome.WrongReference;
    }

    /** @param approved what the gateway says of it, or null without its answer */
    private Outcome end(GenericValue attempt, ChargeDecision decision, ChargeResult.Approved approved) throws GenericEntityException {
        Instant now = clock.instant();
        return OwnTransaction.call(() -> {
            AttemptRecord record = new AttemptRecord(delegator, now);
            boolean done = decision.charged()
                    ? record.takeApproval(attempt, EnumSet.of(AttemptState.UNKNOWN), approved == null ? asked(attempt, decision) : approved)
                    : record.notCharged(attempt, "Not found at the gateway by a person");
            if (!done) {
                return Outcome.Settled;
            }
            Map<String, Object> row = new HashMap<>(Map.of("attemptId", attempt.getString("attemptId"), "decision", decision.name(),
                    "reason", decision.reason(), "gatewayReference", decision.reference(), "gatewayConfirmed", approved == null ? "N" : "Y",
                    "decisionDate", Timestamp.from(now)));
            row.put("userLoginId", decision.userLoginId());
            delegator.create("SmsAttemptDecision", row);
            String note = (decision.reference() + " " + decision.reason()).strip();
            audit(attempt, decision.charged() ? AuditKind.PAYMENT_DECIDED_CHARGED : AuditKind.PAYMENT_DECIDED_NOT_CHARGED, decision.userLoginId(),
                    note);
            return Outcome.DONE;
        });
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
