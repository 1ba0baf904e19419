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
package org.smsbilling.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.payment.AttemptState;
import org.smsbilling.payment.ReturnedPayments;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** Compares one day: the gateway's settlement with OFBiz's payments, and the charges of the day with what the gateway says of them. */
final class DayCheck {

    /** CardPointe answers 20 questions of a kind a minute. */
    private static final int QUESTIONS = 15;
    private static final int DAYS_TO_SETTLE = 3;
    private static final Pattern OUR_ORDER = Pattern.compile("S[A-HJ-NP-Z2-9]{18}");
    private static final Set<AttemptState> BOOKED = EnumSet.of(AttemptState.POSTED, AttemptState.SETTLING, AttemptState.SETTLED,
            AttemptState.REFUNDED);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;
    private final OrganizationSettings settings;
    private final MerchantAccount account;
    private final LocalDate day;
    private final DayResult result = new DayResult();
    private final Set<String> seen = new HashSet<>();

    DayCheck(Delegator delegator, Clock clock, PaymentGateway gateway, OrganizationSettings settings, LocalDate day) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
        this.settings = settings;
        this.account = settings.merchantAccount().orElseThrow();
        this.day = day;
    }

    /** Calls the gateway, so no transaction may be open. What a bank returned that day is booked on the way. */
    DayResult check() throws GenericEntityException {
        returns();
        Optional<List<SettledCharge>> settled = gateway.settled(account, day);
        if (settled.isEmpty()) {
            result.unanswered();
        } else {
            settled(settled.get());
        }
        gateway.settled(account, day.plusDays(1)).ifPresent(next -> next.forEach(charge -> seen.add(charge.reference())));
        ofDay();
        return result;
    }

    private void returns() throws GenericEntityException {
        Optional<List<ReturnedCharge>> returned = gateway.returned(account, day);
        if (returned.isEmpty()) {
            result.unanswered();
            return;
        }
        Map<String, String> codes = new HashMap<>();
        returned.get().forEach(charge -> codes.put(charge.reference(), charge.code()));
        for (BookedCharge charge : new BookedCharges(delegator).known(codes.keySet(), List.of())) {
            if (ours(charge)) {
                new ReturnedPayments(delegator, clock.instant()).returned(charge.attemptId(), codes.get(charge.reference()));
            }
        }
    }

    private void settled(List<SettledCharge> rows) throws GenericEntityException {
        Map<String, BookedCharge> charges = new HashMap<>();
        for (BookedCharge charge : new BookedCharges(delegator).known(rows.stream().map(SettledCharge::reference).toList(),
                rows.stream().map(SettledCharge::orderId).toList())) {
            charges.put(charge.reference(), charge);
            charges.put(charge.orderId(), charge);
        }
        for (SettledCharge row : rows) {
            seen.add(row.reference());
            // the order id is ours and unique, a reference is the gateway's: it may have used it before
            BookedCharge charge = charges.getOrDefault(row.orderId(), charges.get(row.reference()));
            if (charge != null && ours(charge)) {
                compare(row, charge);
            } else if (charge == null) {
                refundOrOther(row);
            }
        }
    }

    private void compare(SettledCharge row, BookedCharge charge) {
        if (!row.accepted()) {
            if (charge.state() != AttemptState.RETURNED && charge.standing().signum() > 0) {
                result.add(Difference.of(DifferenceKind.REJECTED, charge, row.amount()));
            }
            return;
        }
        result.settled(row.amount(), charge.standing(), charge.currencyUomId());
        if (charge.state() == AttemptState.RETURNED) {
            if (charge.standing().signum() > 0) {
                result.add(Difference.of(DifferenceKind.RETURN_NOT_BOOKED, charge, row.amount()));
            }
        } else if (!BOOKED.contains(charge.state())) {
            result.add(Difference.of(DifferenceKind.NOT_IN_OFBIZ, charge, row.amount()));
        } else if (charge.standing().signum() == 0) {
            result.add(Difference.of(DifferenceKind.VOIDED_IN_OFBIZ, charge, row.amount()));
        } else if (charge.standing().compareTo(row.amount()) != 0) {
            result.add(Difference.of(DifferenceKind.AMOUNT_DIFFERS, charge, row.amount()));
        }
    }

    private void refundOrOther(SettledCharge row) throws GenericEntityException {
        GenericValue refund = EntityQuery.use(delegator).from("SmsPaymentReversal").where("orderId", row.orderId()).queryFirst();
        if (refund != null && settings.organizationPartyId().equals(refund.getString("organizationPartyId"))) {
            boolean booked = "POSTED".equals(refund.getString("reversalState"));
            BigDecimal amount = row.amount().negate();
            result.settled(amount, booked ? refund.getBigDecimal("amount").negate() : BigDecimal.ZERO, refund.getString("currencyUomId"));
            if (!booked) {
                result.add(new Difference(DifferenceKind.REFUND_NOT_BOOKED, row.reference(), row.orderId(), null, amount, null));
            }
        } else if (refund == null && OUR_ORDER.matcher(row.orderId()).matches()) {
            result.add(new Difference(DifferenceKind.NOT_IN_OFBIZ, row.reference(), row.orderId(), null, row.amount(), null));
        } else if (refund == null) {
            result.other();
        }
    }

    private void ofDay() throws GenericEntityException {
        int questions = 0;
        for (BookedCharge charge : new BookedCharges(delegator).ofDay(settings.organizationPartyId(), day, zone())) {
            if (charge.state() == AttemptState.UNKNOWN || charge.state() == AttemptState.AUTHORIZING) {
                result.add(Difference.of(DifferenceKind.OUTCOME_UNKNOWN, charge, null));
            } else if (BOOKED.contains(charge.state()) && !seen.contains(charge.reference())) {
                if (charge.state() == AttemptState.SETTLED || charge.state() == AttemptState.REFUNDED) {
                    continue;
                }
                if (questions++ < QUESTIONS) {
                    ask(charge);
                } else {
                    result.unanswered();
                }
            }
        }
    }

    private void ask(BookedCharge charge) {
        SettlementReport.Status status = gateway.settlement(account, charge.reference()).status();
        switch (status) {
        case WAITING -> waiting(charge);
        case VOIDED -> result.add(Difference.of(DifferenceKind.VOIDED_AT_GATEWAY, charge, BigDecimal.ZERO));
        case NOT_FOUND -> result.add(Difference.of(DifferenceKind.NOT_AT_GATEWAY, charge, null));
        case REJECTED -> {
            if (charge.card()) {
                result.add(Difference.of(DifferenceKind.REJECTED, charge, charge.approved()));
            }
        }
        case NO_ANSWER -> result.unanswered();
        case ACCEPTED -> { }
        default -> throw new IllegalStateException(status.name());
        }
    }

    private void waiting(BookedCharge charge) {
        if (day.plusDays(DAYS_TO_SETTLE).isBefore(clock.instant().atZone(zone()).toLocalDate())) {
            result.add(Difference.of(DifferenceKind.NOT_SETTLED, charge, charge.approved()));
        } else {
            result.waiting();
        }
    }

    private boolean ours(BookedCharge charge) {
        return settings.organizationPartyId().equals(charge.organizationPartyId());
    }

    private ZoneId zone() {
        return settings.zoneId();
    }
}
