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
package org.smsbilling.paylink;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.payment.AmountDue;
import org.smsbilling.payment.AttemptState;

/**
 * A link with everything that decides what it can do, as the database has it now.
 *
 * @param invoices everything it is for, in a fixed order
 * @param attempt the payment under way for one of its invoices, through this or another link
 */
public record LinkSnapshot(GenericValue link, OrganizationSettings settings, Collection<InvoiceFacts> invoices, Optional<GenericValue> attempt,
        LinkState state) {

    /** @param token from outside, anything. @return empty when there is no such link */
    public static Optional<LinkSnapshot> find(Delegator delegator, String token, Instant now) throws GenericEntityException {
        return Optional.ofNullable(LinkReading.read(delegator, Collections.singleton(token), now).get(token)).map(LinkReading.Found::link);
    }

    static LinkSnapshot of(GenericValue link, OrganizationSettings settings, List<String> invoiceIds, Map<String, GenericValue> attempts,
            Map<String, InvoiceFacts> facts, Instant now) {
        Optional<GenericValue> attempt = attempts.entrySet().stream().filter(held -> invoiceIds.contains(held.getKey())).map(Map.Entry::getValue)
                .findFirst();
        List<InvoiceFacts> invoices = invoiceIds.stream().map(facts::get).filter(Objects::nonNull).toList();
        LinkState state = LinkState.of(Optional.ofNullable(link.getString("closedReason")).map(ClosedReason::valueOf),
                link.getTimestamp("expiresDate").toInstant(), invoices,
                attempt.map(held -> AttemptState.valueOf(held.getString("attemptState"))), takesPayments(settings), now);
        return new LinkSnapshot(link, settings, invoices, attempt, state);
    }

    private static boolean takesPayments(OrganizationSettings settings) {
        return settings.merchantAccount().isPresent() && (settings.cardEnabled() || settings.bankAccountEnabled());
    }

    public String linkId() {
        return link.getString("linkId");
    }

    public AmountDue due() {
        return AmountDue.of(invoices);
    }
}
