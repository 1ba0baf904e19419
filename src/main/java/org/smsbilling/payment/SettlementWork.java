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
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.SettlementReport;
import org.smsbilling.transaction.OwnTransaction;

/** Follows the money of posted payments until it has arrived or was returned. Safe to be called at any time, by any process. */
final class SettlementWork {

    private static final String MODULE = SettlementWork.class.getName();
    /** CardPointe answers 20 inquiries a minute from one address; the job runs every minute, and others ask as well. */
    private static final int QUESTIONS_A_RUN = 12;
    private static final int SECOND_LOOKS_A_RUN = 500;
    private static final int DAYS_OF_RETURNS = 3;

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;

    SettlementWork(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
    }

    /** @return how many payments are in another state than before */
    int advanceDue() throws GenericEntityException {
        Instant now = clock.instant();
        Instant young = now.minus(SettlementCalendar.YOUNG);
        for (GenericValue attempt : Attempts.justPosted(delegator, young, now, SECOND_LOOKS_A_RUN)) {
            secondLook(attempt);
        }
        int advanced = 0;
        for (GenericValue attempt : Attempts.dueForSettlement(delegator, young, now, QUESTIONS_A_RUN)) {
            advanced += ask(attempt) ? 1 : 0;
        }
        return advanced;
    }

    private void secondLook(GenericValue attempt) throws GenericEntityException {
        Instant now = clock.instant();
        String attemptId = attempt.getString("attemptId");
        new Overpayment(delegator, now).trim(attemptId);
        OwnTransaction.call(() -> new AttemptTransition(delegator, now).postpone(attemptId, AttemptState.POSTED,
                SettlementCalendar.firstQuestion(attempt.getTimestamp("statusDate").toInstant()), Map.of()));
    }

    private boolean ask(GenericValue attempt) throws GenericEntityException {
        Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, attempt.getString("organizationPartyId"));
        Optional<MerchantAccount> account = AttemptAccount.of(delegator, attempt);
        if (account.isEmpty()) {
            return wait(attempt);
        }
        SettlementReport report = gateway.settlement(account.get(), attempt.getString("gatewayReference"));
        return switch (report.status()) {
        case ACCEPTED -> accepted(attempt, settings.get());
        case REJECTED -> bank(attempt) ? returned(attempt, account.get(), settings.get()) : wait(attempt);
        case WAITING, VOIDED, NOT_FOUND, NO_ANSWER -> wait(attempt);
        };
    }

    private boolean accepted(GenericValue attempt, OrganizationSettings settings) throws GenericEntityException {
        Instant now = clock.instant();
        AttemptState state = Attempts.state(attempt);
        MethodType method = MethodType.valueOf(attempt.getString("methodType"));
        if (SettlementCalendar.arrived(method, attempt.getTimestamp("authorizingDate").toInstant(), now, settings.zoneId())) {
            return move(attempt, AttemptState.SETTLED, null, now);
        }
        return state == AttemptState.POSTED ? move(attempt, AttemptState.SETTLING, now.plus(SettlementCalendar.BETWEEN), now) : wait(attempt);
    }

    private boolean move(GenericValue attempt, AttemptState state, Instant next, Instant now) throws GenericEntityException {
        return OwnTransaction.call(() -> {
            boolean moved = new AttemptTransition(delegator, now).move(attempt.getString("attemptId"), EnumSet.of(Attempts.state(attempt)), state,
                    next, Map.of());
            if (moved && state == AttemptState.SETTLED) {
                PaymentAudit.add(delegator, now, attempt, Attempts.shares(delegator, attempt.getString("attemptId")).keySet(),
                        AuditKind.PAYMENT_SETTLED, null);
            }
            return moved;
        });
    }

    private boolean returned(GenericValue attempt, MerchantAccount account, OrganizationSettings settings) throws GenericEntityException {
        LocalDate today = clock.instant().atZone(settings.zoneId()).toLocalDate();
        String code = "";
        for (int back = 0; back < DAYS_OF_RETURNS && code.isEmpty(); back++) {
            code = gateway.returned(account, today.minusDays(back)).orElse(List.of()).stream()
                    .filter(each -> each.reference().equals(attempt.getString("gatewayReference"))).map(ReturnedCharge::code).findFirst().orElse("");
        }
        return new ReturnedPayments(delegator, clock.instant()).returned(attempt.getString("attemptId"), code);
    }

    private boolean wait(GenericValue attempt) throws GenericEntityException {
        Instant now = clock.instant();
        boolean given = attempt.getTimestamp("createdDate").toInstant().plus(SettlementCalendar.PATIENCE).isBefore(now);
        if (given) {
            Debug.logWarning("Payment attempt " + attempt.getString("attemptId") + " was never seen to settle; the reconciliation lists it", MODULE);
        }
        OwnTransaction.call(() -> new AttemptTransition(delegator, now).postpone(attempt.getString("attemptId"), Attempts.state(attempt),
                given ? null : now.plus(SettlementCalendar.BETWEEN), Map.of()));
        return false;
    }

    private static boolean bank(GenericValue attempt) {
        return !MethodType.CARD.name().equals(attempt.getString("methodType"));
    }
}
