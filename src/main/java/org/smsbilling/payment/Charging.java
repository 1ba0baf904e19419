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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.ClosedReason;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.transaction.OwnTransaction;

/** Takes one attempt to the gateway: claim and re-check in one transaction, the call in none, the record in another. */
final class Charging {

    /** Longer than the gateway client waits, so that a lease that is over means a process that is gone. */
    static final Duration LEASE = Duration.ofSeconds(90);
    /** Nobody is charged long after tapping Pay; the card's security code would not work any more either. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;
    private final Failpoint failpoint;
    private final String owner;

    /** @param owner name of this process, at most 60 characters */
    Charging(Delegator delegator, Clock clock, PaymentGateway gateway, Failpoint failpoint, String owner) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
        this.failpoint = failpoint;
        this.owner = owner;
    }

    /** A charge that is ours to make, now and once. */
    private record Claim(GenericValue attempt, MerchantAccount account, ChargeRequest request) { }

    /** @return the state after it */
    AttemptState charge(String attemptId) throws GenericEntityException {
        Optional<Claim> claim = OwnTransaction.call(() -> claim(attemptId));
        if (claim.isEmpty()) {
            return Attempts.state(Attempts.find(delegator, attemptId));
        }
        failpoint.reached(Failpoint.Place.AFTER_CLAIM, attemptId);
        ChargeResult result = gateway.charge(claim.get().account(), claim.get().request());
        failpoint.reached(Failpoint.Place.DURING_CALL, attemptId);
        return new AttemptRecord(delegator, clock.instant()).write(claim.get().attempt(), result);
    }

    private Optional<Claim> claim(String attemptId) throws GenericEntityException {
        Instant now = clock.instant();
        GenericValue attempt = Attempts.find(delegator, attemptId);
        AttemptRecord record = new AttemptRecord(delegator, now);
        if (attempt == null || Attempts.state(attempt) != AttemptState.CREATED) {
            return Optional.empty();
        }
        if (attempt.getTimestamp("createdDate").toInstant().plus(PATIENCE).isBefore(now)) {
            record.notTried(attempt, "TOO_LATE", "Not sent to the gateway in time");
            return Optional.empty();
        }
        Instant leaseUntil = now.plus(LEASE);
        Optional<MerchantAccount> account = OrganizationSettingsReader.read(delegator, attempt.getString("organizationPartyId"))
                .flatMap(settings -> settings.merchantAccount());
        Map<String, Object> fields = new HashMap<>(Map.of("leaseOwner", owner, "leaseUntil", Timestamp.from(leaseUntil), "authorizingDate",
                Timestamp.from(now)));
        account.ifPresent(one -> fields.put("merchantAccount", AttemptAccount.name(one)));
        boolean mine = new AttemptTransition(delegator, now).move(attemptId, EnumSet.of(AttemptState.CREATED), AttemptState.AUTHORIZING, leaseUntil,
                fields);
        if (!mine) {
            return Optional.empty();
        }
        if (account.isEmpty()) {
            record.notTried(attempt, "NO_PROCESSOR", "The organization has no payment processor any more");
        } else if (linkClosed(attempt)) {
            record.notTried(attempt, "LINK_CLOSED", "The link was closed meanwhile");
        } else if (!stillDue(attempt, now)) {
            record.notTried(attempt, "AMOUNT_CHANGED", "The amount changed meanwhile");
        } else {
            return Optional.of(new Claim(attempt, account.get(), request(attempt)));
        }
        return Optional.empty();
    }

    /** A later link that replaces it a moment after the payer tapped Pay is no reason to turn him away. */
    private boolean linkClosed(GenericValue attempt) throws GenericEntityException {
        GenericValue link = EntityQuery.use(delegator).from("SmsPayLink").where("linkId", attempt.getString("linkId")).queryOne();
        return link == null || link.get("closedDate") != null && !ClosedReason.REPLACED.name().equals(link.getString("closedReason"));
    }

    private boolean stillDue(GenericValue attempt, Instant now) throws GenericEntityException {
        List<GenericValue> shares = EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice")
                .where("attemptId", attempt.getString("attemptId")).queryList();
        List<String> invoiceIds = shares.stream().map(share -> share.getString("invoiceId")).toList();
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        return shares.stream().allMatch(share -> stillDue(share, facts.get(share.getString("invoiceId"))));
    }

    /** Who pays all pays what is open, no less and no more; who pays a part may do so as long as that much is open. */
    private static boolean stillDue(GenericValue share, InvoiceFacts invoice) {
        if (invoice == null || !InvoiceFactsReader.payable(invoice)) {
            return false;
        }
        BigDecimal amount = share.getBigDecimal("amount");
        BigDecimal open = share.getBigDecimal("openAmount");
        boolean part = open != null && amount.compareTo(open) < 0;
        return part ? invoice.outstanding().compareTo(amount) >= 0 : invoice.outstanding().compareTo(amount) == 0;
    }

    private static ChargeRequest request(GenericValue attempt) {
        return new ChargeRequest(attempt.getString("orderId"), attempt.getString("accountToken"), attempt.getString("accountExpiry"),
                ChargeRequest.MethodType.valueOf(attempt.getString("methodType")), attempt.getBigDecimal("amount"),
                attempt.getString("currencyUomId"), attempt.getString("payerName"), attempt.getString("postalCode"));
    }
}
