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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.payment.AmountDue;
import org.smsbilling.payment.AttemptState;
import org.smsbilling.payment.InvoiceLock;

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
        Optional<GenericValue> link = PayLinks.find(delegator, token);
        return link.isEmpty() ? Optional.empty() : read(delegator, link.get(), now);
    }

    private static Optional<LinkSnapshot> read(Delegator delegator, GenericValue link, Instant now) throws GenericEntityException {
        Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, link.getString("organizationPartyId"));
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        List<String> invoiceIds = PayLinks.invoiceIds(delegator, link.getString("linkId"));
        // before the invoices: a payment that is posted in between is then seen in them, and not missed in both
        Optional<GenericValue> attempt = InvoiceLock.holder(delegator, invoiceIds);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        List<InvoiceFacts> invoices = invoiceIds.stream().map(facts::get).filter(Objects::nonNull).toList();
        LinkState state = LinkState.of(Optional.ofNullable(link.getString("closedReason")).map(ClosedReason::valueOf),
                link.getTimestamp("expiresDate").toInstant(), invoices,
                attempt.map(held -> AttemptState.valueOf(held.getString("attemptState"))), takesPayments(settings.get()), now);
        return Optional.of(new LinkSnapshot(link, settings.get(), invoices, attempt, state));
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
