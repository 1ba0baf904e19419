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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.payment.ReversalRequest.Kind;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.RefundRequest;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettlementReport;
import org.smsbilling.transaction.OwnTransaction;

/** Brings one void or refund as far as it gets now: the call in no transaction, an unknown outcome by asking. Safe to be called at any time. */
final class ReversalWork {

    private static final String MODULE = ReversalWork.class.getName();
    private static final int BATCH = 20;
    private static final int STEPS = 3;
    /** Longer than the gateway client waits. */
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMinutes(2);
    /** Until the organization has the merchant account again nobody can be asked. */
    private static final Duration WITHOUT_ACCOUNT = Duration.ofHours(1);
    /** As long as the gateway may still be at work, "no such transaction" proves nothing. */
    private static final Duration GATEWAY_AT_WORK = Duration.ofSeconds(45);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;

    ReversalWork(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
    }

    /** @return how many of those that are due are over now */
    int advanceDue() throws GenericEntityException {
        int over = 0;
        for (String reversalId : Reversals.due(delegator, clock.instant(), BATCH)) {
            over += advance(reversalId).over() ? 1 : 0;
        }
        return over;
    }

    ReversalState advance(String reversalId) throws GenericEntityException {
        ReversalState before = null;
        ReversalState state = Reversals.state(Reversals.find(delegator, reversalId));
        for (int i = 0; i < STEPS && state != before; i++) {
            before = state;
            state = step(Reversals.find(delegator, reversalId), state);
        }
        return state;
    }

    private ReversalState step(GenericValue reversal, ReversalState state) throws GenericEntityException {
        return switch (state) {
        case REQUESTED -> call(reversal);
        case CALLING -> leaseOver(reversal);
        case UNKNOWN -> ask(reversal);
        case DONE -> post(reversal);
        case REFUSED, POSTED -> state;
        };
    }

    private ReversalState call(GenericValue reversal) throws GenericEntityException {
        Instant now = clock.instant();
        Optional<MerchantAccount> account = account(reversal);
        if (account.isEmpty()) {
            return refused(reversal, "", "The organization does not have the merchant account of that charge any more");
        }
        boolean mine = OwnTransaction.call(() -> Reversals.move(delegator, reversal.getString("reversalId"), EnumSet.of(ReversalState.REQUESTED),
                ReversalState.CALLING, now, now.plus(LEASE), Map.of("callDate", Timestamp.from(now))));
        if (!mine) {
            return current(reversal);
        }
        String reference = Attempts.find(delegator, reversal.getString("attemptId")).getString("gatewayReference");
        ReversalResult result = Kind.VOID.name().equals(reversal.getString("reversalKind"))
                ? gateway.voidCharge(account.get(), reference)
                : gateway.refund(account.get(), new RefundRequest(reference, reversal.getString("orderId"), reversal.getBigDecimal("amount")));
        if (result instanceof ReversalResult.Done done) {
            return done(reversal, done.reference());
        } else if (result instanceof ReversalResult.Refused no) {
            return refused(reversal, no.code(), no.text());
        }
        return unknown(reversal, ((ReversalResult.NoAnswer) result).text());
    }

    private ReversalState leaseOver(GenericValue reversal) throws GenericEntityException {
        return reversal.getTimestamp("callDate").toInstant().plus(LEASE).isAfter(clock.instant())
                ? ReversalState.CALLING : unknown(reversal, "The process ended during the call");
    }

    /** A void shows at the charge itself, a refund under its own order id. */
    private ReversalState ask(GenericValue reversal) throws GenericEntityException {
        Optional<MerchantAccount> account = account(reversal);
        if (reversal.getTimestamp("nextActionDate").toInstant().isAfter(clock.instant())) {
            return ReversalState.UNKNOWN;
        } else if (account.isEmpty()) {
            return record(reversal, ReversalState.UNKNOWN, clock.instant().plus(WITHOUT_ACCOUNT), Map.of(), null, null);
        }
        boolean certain = !clock.instant().isBefore(reversal.getTimestamp("callDate").toInstant().plus(GATEWAY_AT_WORK));
        if (Kind.VOID.name().equals(reversal.getString("reversalKind"))) {
            String reference = Attempts.find(delegator, reversal.getString("attemptId")).getString("gatewayReference");
            SettlementReport.Status status = gateway.settlement(account.get(), reference).status();
            return status == SettlementReport.Status.VOIDED ? done(reversal, reference)
                    : certain && status != SettlementReport.Status.NO_ANSWER ? refused(reversal, "", "The gateway did not void it")
                    : unknown(reversal, reversal.getString("responseText"));
        }
        ChargeResult result = gateway.inquire(account.get(), reversal.getString("orderId"));
        if (result instanceof ChargeResult.Approved found) {
            return done(reversal, found.reference());
        }
        boolean never = result instanceof ChargeResult.Declined || certain && result instanceof ChargeResult.NotFound;
        return never ? refused(reversal, "", "The gateway knows no such refund") : unknown(reversal, reversal.getString("responseText"));
    }

    private ReversalState post(GenericValue reversal) throws GenericEntityException {
        Instant now = clock.instant();
        try {
            OwnTransaction.call(() -> new ReversalPosting(delegator, now).post(reversal));
        } catch (GenericEntityException e) {
            Debug.logError(e, "The money of reversal " + reversal.getString("reversalId")
                    + " went back, but OFBiz does not book it; tried again later", MODULE);
            Map<String, Object> words = Map.of("responseText", "Done at the gateway, but not booked yet: " + Timestamp.from(now));
            OwnTransaction.call(() -> Reversals.move(delegator, reversal.getString("reversalId"), EnumSet.of(ReversalState.DONE),
                    ReversalState.DONE, now, now.plus(Duration.ofMinutes(10)), words));
        }
        return current(reversal);
    }

    private ReversalState done(GenericValue reversal, String reference) throws GenericEntityException {
        return record(reversal, ReversalState.DONE, clock.instant(), Map.of("gatewayReference", reference), null, null);
    }

    private ReversalState refused(GenericValue reversal, String code, String text) throws GenericEntityException {
        return record(reversal, ReversalState.REFUSED, null, Map.of("responseCode", code, "responseText", text),
                AuditKind.PAYMENT_REVERSAL_REFUSED, text);
    }

    private ReversalState unknown(GenericValue reversal, String text) throws GenericEntityException {
        Duration pause = Reversals.state(reversal) == ReversalState.UNKNOWN ? BETWEEN : FIRST_QUESTION;
        Map<String, Object> changes = new HashMap<>();
        changes.put("responseText", text);
        return record(reversal, ReversalState.UNKNOWN, clock.instant().plus(pause), changes, null, null);
    }

    private ReversalState record(GenericValue reversal, ReversalState to, Instant next, Map<String, ?> changes, AuditKind kind, String note)
            throws GenericEntityException {
        Instant now = clock.instant();
        EnumSet<ReversalState> from = EnumSet.of(ReversalState.CALLING, ReversalState.UNKNOWN);
        if (to == ReversalState.REFUSED) {
            from.add(ReversalState.REQUESTED);
        }
        return OwnTransaction.call(() -> {
            boolean moved = Reversals.move(delegator, reversal.getString("reversalId"), from, to, now, next, changes);
            if (moved && kind != null) {
                Reversals.audit(delegator, reversal, kind, note, now);
            }
            return current(reversal);
        });
    }

    private ReversalState current(GenericValue reversal) throws GenericEntityException {
        return Reversals.state(Reversals.find(delegator, reversal.getString("reversalId")));
    }

    private Optional<MerchantAccount> account(GenericValue reversal) throws GenericEntityException {
        return AttemptAccount.of(delegator, Attempts.find(delegator, reversal.getString("attemptId")));
    }
}
