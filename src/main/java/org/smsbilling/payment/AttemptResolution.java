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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.SettlementReport;
import org.smsbilling.transaction.OwnTransaction;

/** Finds out what became of attempts whose outcome nobody knows: by asking, and when nobody answers by voiding. Never by charging. */
final class AttemptResolution {

    /** As long as the gateway may still be at work, "no such charge" proves nothing. */
    private static final Duration GATEWAY_AT_WORK = Duration.ofSeconds(45);
    private static final int INQUIRIES_BEFORE_VOID = 3;
    private static final int VOIDS = 3;
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5));
    private static final Duration FOR_A_PERSON = Duration.ofHours(1);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;

    AttemptResolution(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
    }

    /** The process that made the call is gone, and the call may have happened. @return the state after it */
    AttemptState leaseOver(GenericValue attempt) throws GenericEntityException {
        Instant now = clock.instant();
        if (attempt.getTimestamp("leaseUntil").toInstant().isAfter(now)) {
            return AttemptState.AUTHORIZING;
        }
        return OwnTransaction.call(() -> new AttemptRecord(delegator, now).unknown(attempt, UnclearChargeList.PROCESS_ENDED));
    }

    /** One inquiry, or one void when inquiries stayed silent. @return the state after it */
    AttemptState ask(GenericValue attempt) throws GenericEntityException {
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        if (account.isEmpty()) {
            return postpone(attempt, AttemptState.UNKNOWN, FOR_A_PERSON, Map.of());
        }
        ChargeResult result = gateway.inquire(account.get(), attempt.getString("orderId"));
        long inquiries = count(attempt, "inquiries") + 1;
        if (provesNothing(attempt, result)) {
            return postpone(attempt, AttemptState.UNKNOWN, Duration.between(clock.instant(), conclusive(attempt)), Map.of());
        } else if (!(result instanceof ChargeResult.NoAnswer)) {
            return new AttemptRecord(delegator, clock.instant()).write(attempt, result);
        } else if (inquiries >= INQUIRIES_BEFORE_VOID && count(attempt, "voids") < VOIDS) {
            return takeBack(attempt, account.get(), AttemptState.UNKNOWN, inquiries);
        }
        Duration pause = count(attempt, "voids") >= VOIDS ? FOR_A_PERSON : PAUSES.get((int) Math.min(inquiries, PAUSES.size()) - 1);
        return postpone(attempt, AttemptState.UNKNOWN, pause, Map.of("inquiries", inquiries));
    }

    /** One inquiry because a person wants to know, which never voids and changes no plan. @return the state after it */
    AttemptState askOnce(GenericValue attempt) throws GenericEntityException {
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        ChargeResult result = account.isEmpty() ? new ChargeResult.NoAnswer("No payment processor")
                : gateway.inquire(account.get(), attempt.getString("orderId"));
        return result instanceof ChargeResult.NoAnswer || provesNothing(attempt, result)
                ? AttemptState.UNKNOWN : new AttemptRecord(delegator, clock.instant()).write(attempt, result);
    }

    /** @return what the gateway says of a charge that a person found there under that reference */
    ChargeResult look(GenericValue attempt, String reference) throws GenericEntityException {
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        return account.isEmpty() ? new ChargeResult.NoAnswer("No payment processor")
                : gateway.inquireReference(account.get(), reference, attempt.getString("orderId"));
    }

    /** @return whether everything was tried, so that only a person can end it: the gateway may be at work on a void of ours before */
    boolean forAPerson(GenericValue attempt) throws GenericEntityException {
        return !clock.instant().isBefore(conclusive(attempt))
                && (count(attempt, "voids") >= VOIDS || AttemptAccount.of(delegator, attempt).isEmpty());
    }

    private boolean provesNothing(GenericValue attempt, ChargeResult result) {
        return result instanceof ChargeResult.NotFound && clock.instant().isBefore(conclusive(attempt));
    }

    private static Instant conclusive(GenericValue attempt) {
        return attempt.getTimestamp("authorizingDate").toInstant().plus(GATEWAY_AT_WORK);
    }

    /**
     * The gateway took only a part: the payer gets it back and tries another way. What three voids did not give back is tried again each hour, and
     * somebody may have voided it at the gateway.
     *
     * @return the state after it
     */
    AttemptState takeBackPart(GenericValue attempt) throws GenericEntityException {
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        if (account.isEmpty()) {
            return postpone(attempt, AttemptState.PARTIAL, FOR_A_PERSON, Map.of());
        } else if (count(attempt, "voids") >= VOIDS && partIsGone(attempt)) {
            return new AttemptRecord(delegator, clock.instant()).voided(attempt, AttemptState.PARTIAL);
        }
        return takeBack(attempt, account.get(), AttemptState.PARTIAL, count(attempt, "inquiries"));
    }

    /** @return whether the gateway says that what it approved is void */
    boolean partIsGone(GenericValue attempt) throws GenericEntityException {
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        return account.isPresent() && gateway.settlement(account.get(), attempt.getString("gatewayReference")).status()
                == SettlementReport.Status.VOIDED;
    }

    private AttemptState takeBack(GenericValue attempt, MerchantAccount account, AttemptState from, long inquiries) throws GenericEntityException {
        if (gateway.voidByOrderId(account, attempt.getString("orderId"))) {
            return new AttemptRecord(delegator, clock.instant()).voided(attempt, from);
        }
        long voids = count(attempt, "voids") + 1;
        Duration pause = voids >= VOIDS ? FOR_A_PERSON : PAUSES.get((int) voids - 1);
        return postpone(attempt, from, pause, Map.of("voids", voids, "inquiries", inquiries));
    }

    private AttemptState postpone(GenericValue attempt, AttemptState state, Duration pause, Map<String, ?> changes) throws GenericEntityException {
        Instant now = clock.instant();
        return OwnTransaction.call(() -> {
            new AttemptTransition(delegator, now).postpone(attempt.getString("attemptId"), state, now.plus(pause), changes);
            return Attempts.state(Attempts.find(delegator, attempt.getString("attemptId")));
        });
    }

    private static long count(GenericValue attempt, String field) {
        return attempt.getLong(field) == null ? 0 : attempt.getLong(field);
    }
}
