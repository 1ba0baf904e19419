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
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.payment.AttemptAccount;
import org.smsbilling.payment.AttemptState;
import org.smsbilling.payment.ReturnedPayments;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport;

/** Compares one day: the gateway's settlement with OFBiz's payments, and the charges of the day with what the gateway says of them. */
final class DayCheck {

    private static final int DAYS_TO_SETTLE = 3;
    private static final Pattern OUR_ORDER = Pattern.compile("S[A-HJ-NP-Z2-9]{18}");
    private static final Set<AttemptState> BOOKED = EnumSet.of(AttemptState.POSTED, AttemptState.SETTLING, AttemptState.SETTLED,
            AttemptState.REFUNDED);

    /** What is wrong with a charge that is under way when its day is over. */
    private static final Map<AttemptState, DifferenceKind> OPEN = Map.of(AttemptState.AUTHORIZING, DifferenceKind.OUTCOME_UNKNOWN,
            AttemptState.UNKNOWN, DifferenceKind.OUTCOME_UNKNOWN, AttemptState.PARTIAL, DifferenceKind.PART_NOT_GIVEN_BACK,
            AttemptState.APPROVED, DifferenceKind.NOT_POSTED);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;
    private final OrganizationSettings settings;
    private final MerchantAccount account;
    private final LocalDate day;
    private final DayResult result = new DayResult();
    private final RefundCheck refunds;
    /** References and order ids that the gateway settled that day or the next. */
    private final Set<String> seen = new HashSet<>();
    private final Set<String> compared = new HashSet<>();

    DayCheck(Delegator delegator, Clock clock, PaymentGateway gateway, OrganizationSettings settings, LocalDate day) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
        this.settings = settings;
        this.account = settings.merchantAccount().orElseThrow();
        this.day = day;
        this.refunds = new RefundCheck(delegator, gateway, settings, result);
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
        gateway.settled(account, day.plusDays(1)).ifPresent(next -> next.forEach(this::see));
        Questions questions = new Questions();
        ofDay(questions);
        refunds.ofDay(day, seen, questions);
        return result;
    }

    private void see(SettledCharge row) {
        seen.add(row.reference());
        seen.add(row.orderId());
    }

    private void returns() throws GenericEntityException {
        Optional<List<ReturnedCharge>> returned = gateway.returned(account, day);
        if (returned.isEmpty()) {
            result.unanswered();
            return;
        }
        for (ReturnedCharge row : returned.get()) {
            Optional<BookedCharge> charge = booked(row);
            if (charge.isPresent() && new ReturnedPayments(delegator, clock.instant()).returned(charge.get().attemptId(), row.code())) {
                charge = booked(row);
            }
            charge.filter(each -> each.state() == AttemptState.RETURNED && each.standing().signum() > 0 && compared.add(each.attemptId()))
                    .ifPresent(each -> result.add(Difference.of(DifferenceKind.RETURN_NOT_BOOKED, each, BigDecimal.ZERO)));
            charge.filter(each -> each.state() == AttemptState.REFUNDED && compared.add(each.attemptId()))
                    .ifPresent(each -> result.add(Difference.of(DifferenceKind.RETURNED_AFTER_REFUND, each, each.approved().negate())));
        }
    }

    /** Returns are few: each is looked up by itself. */
    private Optional<BookedCharge> booked(ReturnedCharge row) throws GenericEntityException {
        Map<String, BookedCharge> charges = byIds(List.of(row.reference()), List.of(row.orderId()));
        return Optional.ofNullable(charge(row.orderId(), row.reference(), charges)).filter(this::ours);
    }

    private Map<String, BookedCharge> byIds(List<String> references, List<String> orderIds) throws GenericEntityException {
        Map<String, BookedCharge> charges = new HashMap<>();
        for (BookedCharge charge : new BookedCharges(delegator).known(references, orderIds)) {
            charges.put(charge.reference(), charge);
            charges.put(charge.orderId(), charge);
        }
        return charges;
    }

    private void settled(List<SettledCharge> rows) throws GenericEntityException {
        Map<String, BookedCharge> charges = byIds(rows.stream().map(SettledCharge::reference).toList(),
                rows.stream().map(SettledCharge::orderId).toList());
        Map<String, BookedRefund> booked = new BookedRefunds(delegator).known(rows.stream().map(SettledCharge::orderId).toList());
        Set<String> first = new HashSet<>();
        for (SettledCharge row : rows) {
            see(row);
            BookedRefund refund = booked.get(row.orderId());
            BookedCharge charge = charge(row.orderId(), row.reference(), charges);
            if (refund != null) {
                refunds.compare(row, refund);
            } else if (charge == null) {
                unknown(row);
            } else if (ours(charge)) {
                compare(row, charge, first);
            }
        }
    }

    /** The order id is ours and unique; a reference is the gateway's, which may have used it before: it counts where no order id of ours stands. */
    private static BookedCharge charge(String orderId, String reference, Map<String, BookedCharge> charges) {
        return charges.get(OUR_ORDER.matcher(orderId).matches() ? orderId : reference);
    }

    private void unknown(SettledCharge row) {
        if (OUR_ORDER.matcher(row.orderId()).matches()) {
            if (row.accepted()) {
                result.settled(row.amount(), BigDecimal.ZERO, null);
                result.add(Difference.of(DifferenceKind.NOT_IN_OFBIZ, row));
            }
        } else {
            result.other();
        }
    }

    /** @param first attempts of which a row was there before */
    private void compare(SettledCharge row, BookedCharge charge, Set<String> first) {
        boolean another = !charge.reference().isEmpty() && !charge.reference().equals(row.reference());
        if (row.accepted() && (another || !first.add(charge.attemptId()))) {
            result.settled(row.amount(), BigDecimal.ZERO, charge.currencyUomId());
            result.add(Difference.of(DifferenceKind.DUPLICATE, row, charge));
            return;
        }
        boolean none = charge.standing().signum() == 0;
        boolean cameBack = charge.state() == AttemptState.RETURNED;
        if (row.accepted()) {
            result.settled(row.amount(), cameBack && none ? row.amount() : charge.standing(), charge.currencyUomId());
        }
        if (cameBack && none || !compared.add(charge.attemptId())) {
            return;
        } else if (cameBack) {
            result.add(Difference.of(DifferenceKind.RETURN_NOT_BOOKED, charge, row.accepted() ? row.amount() : BigDecimal.ZERO));
        } else if (row.accepted()) {
            accepted(row, charge, none);
        } else if (!none) {
            result.add(Difference.of(DifferenceKind.REJECTED, charge, row.amount()));
        }
    }

    private void accepted(SettledCharge row, BookedCharge charge, boolean none) {
        if (none && !charge.paymentId().isEmpty()) {
            result.add(Difference.of(DifferenceKind.VOIDED_IN_OFBIZ, charge, row.amount()));
        } else if (none || !BOOKED.contains(charge.state())) {
            boolean waits = charge.state() == AttemptState.PARTIAL || charge.state() == AttemptState.APPROVED;
            result.add(Difference.of(waits ? OPEN.get(charge.state()) : DifferenceKind.NOT_IN_OFBIZ, charge, row.amount()));
        } else if (charge.standing().compareTo(row.amount()) != 0) {
            result.add(Difference.of(DifferenceKind.AMOUNT_DIFFERS, charge, row.amount()));
        }
    }

    private void ofDay(Questions questions) throws GenericEntityException {
        for (BookedCharge charge : new BookedCharges(delegator).ofDay(settings.organizationPartyId(), day, settings.zoneId())) {
            boolean waits = charge.state() == AttemptState.POSTED || charge.state() == AttemptState.SETTLING;
            if (compared.contains(charge.attemptId())) {
                continue;
            } else if (OPEN.containsKey(charge.state())) {
                result.add(Difference.of(OPEN.get(charge.state()), charge, charge.approved()));
            } else if (waits && !seen.contains(charge.reference())) {
                if (AttemptAccount.same(account, charge.merchantAccount()) && questions.more()) {
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
        if (day.plusDays(DAYS_TO_SETTLE).isBefore(clock.instant().atZone(settings.zoneId()).toLocalDate())) {
            result.add(Difference.of(DifferenceKind.NOT_SETTLED, charge, charge.approved()));
        } else {
            result.waiting();
        }
    }

    private boolean ours(BookedCharge charge) {
        return settings.organizationPartyId().equals(charge.organizationPartyId());
    }
}
