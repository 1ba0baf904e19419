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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        return Optional.ofNullable(findAll(delegator, Collections.singleton(token), now).get(token));
    }

    /** @param tokens from outside, anything. @return the links that there are, by token; at most fifteen queries, however many there are */
    static Map<String, LinkSnapshot> findAll(Delegator delegator, Collection<String> tokens, Instant now) throws GenericEntityException {
        Map<String, GenericValue> links = PayLinks.findAll(delegator, tokens);
        Map<String, LinkSnapshot> found = new HashMap<>();
        if (links.isEmpty()) {
            return found;
        }
        Map<String, OrganizationSettings> settings = OrganizationSettingsReader.readAll(delegator,
                links.values().stream().map(link -> link.getString("organizationPartyId")).collect(Collectors.toSet()));
        Map<String, List<String>> invoiceIds = PayLinks.invoiceIds(delegator,
                links.values().stream().map(link -> link.getString("linkId")).collect(Collectors.toSet()));
        Set<String> all = invoiceIds.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        // before the invoices: a payment that is posted in between is then seen in them, and not missed in both
        Map<String, GenericValue> attempts = InvoiceLock.holders(delegator, all);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, all, now);
        links.forEach((token, link) -> Optional.ofNullable(settings.get(link.getString("organizationPartyId"))).ifPresent(organization ->
                found.put(token, of(link, organization, invoiceIds.getOrDefault(link.getString("linkId"), List.of()), attempts, facts, now))));
        return found;
    }

    private static LinkSnapshot of(GenericValue link, OrganizationSettings settings, List<String> invoiceIds, Map<String, GenericValue> attempts,
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
