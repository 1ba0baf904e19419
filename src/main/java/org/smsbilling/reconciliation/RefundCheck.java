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

import java.time.LocalDate;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.provider.SettledCharge;

/** Compares refunds: what the gateway settled of them with what OFBiz has booked, and the other way round. */
final class RefundCheck {

    private final Delegator delegator;
    private final PaymentGateway gateway;
    private final OrganizationSettings settings;
    private final MerchantAccount account;
    private final DayResult result;

    RefundCheck(Delegator delegator, PaymentGateway gateway, OrganizationSettings settings, DayResult result) {
        this.delegator = delegator;
        this.gateway = gateway;
        this.settings = settings;
        this.account = settings.merchantAccount().orElseThrow();
        this.result = result;
    }

    /** @param row of the gateway, which has the refund's order id */
    void compare(SettledCharge row, BookedRefund refund) {
        if (!settings.organizationPartyId().equals(refund.organizationPartyId())) {
            return;
        }
        if (!row.accepted()) {
            if (refund.booked()) {
                result.add(Difference.of(DifferenceKind.REFUND_REJECTED, refund, row.amount().negate()));
            }
            return;
        }
        result.settled(row.amount().negate(), refund.standing(), refund.currencyUomId());
        if (!refund.booked()) {
            result.add(Difference.of(DifferenceKind.REFUND_NOT_BOOKED, refund, row.amount().negate()));
        } else if (refund.amount().compareTo(row.amount()) != 0) {
            result.add(Difference.of(DifferenceKind.AMOUNT_DIFFERS, refund, row.amount().negate()));
        }
    }

    /** Refunds of the day that the gateway did not settle. @param seen order ids that it did */
    void ofDay(LocalDate day, Set<String> seen, Questions questions) throws GenericEntityException {
        for (BookedRefund refund : new BookedRefunds(delegator).ofDay(settings.organizationPartyId(), day, settings.zoneId())) {
            if (seen.contains(refund.orderId())) {
                continue;
            }
            if (!refund.over()) {
                result.add(Difference.of(DifferenceKind.OUTCOME_UNKNOWN, refund, null));
            } else if (!refund.booked()) {
                continue;
            } else if (questions.more()) {
                ask(refund);
            } else {
                result.unanswered();
            }
        }
    }

    private void ask(BookedRefund refund) {
        ChargeResult answer = gateway.inquire(account, refund.orderId());
        if (answer instanceof ChargeResult.NotFound || answer instanceof ChargeResult.RetryLater) {
            result.add(Difference.of(DifferenceKind.REFUND_NOT_AT_GATEWAY, refund, null));
        } else if (answer instanceof ChargeResult.Declined) {
            result.add(Difference.of(DifferenceKind.REFUND_REJECTED, refund, null));
        } else if (answer instanceof ChargeResult.NoAnswer) {
            result.unanswered();
        }
    }
}
