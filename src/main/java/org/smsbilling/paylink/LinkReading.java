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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.payment.InvoiceLock;

/** Reads links as the database has them now, any number of them with the same queries. */
final class LinkReading {

    private LinkReading() { }

    /**
     * A link that there is.
     * @param messageLocale of the text that brought it, or null
     * @param items of its invoices by invoice id, see {@link InvoiceFactsReader.WithItems}; there may be others
     */
    record Found(LinkSnapshot link, String messageLocale, Map<String, List<GenericValue>> items) { }

    /** @param tokens from outside, anything. @return what was found by token; nine queries, ten while somebody pays, and one for terms */
    static Map<String, Found> read(Delegator delegator, Collection<String> tokens, Instant now) throws GenericEntityException {
        Map<String, GenericValue> links = PayLinks.findAll(delegator, tokens);
        Map<String, Found> found = new HashMap<>();
        if (links.isEmpty()) {
            return found;
        }
        Map<String, OrganizationSettings> settings = OrganizationSettingsReader.readAll(delegator,
                links.values().stream().map(link -> link.getString("organizationPartyId")).collect(Collectors.toSet()));
        Map<String, String> locales = messageLocales(delegator, links.values());
        Map<String, List<String>> invoiceIds = new HashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).from("SmsPayLinkInvoice").where(EntityCondition.makeCondition("linkId",
                EntityOperator.IN, links.values().stream().map(link -> link.getString("linkId")).collect(Collectors.toSet())))
                .orderBy("invoiceId").queryList()) {
            invoiceIds.computeIfAbsent(row.getString("linkId"), id -> new ArrayList<>()).add(row.getString("invoiceId"));
        }
        Set<String> all = invoiceIds.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        // before the invoices: a payment that is posted in between is then seen in them, and not missed in both
        Map<String, GenericValue> attempts = InvoiceLock.holders(delegator, all);
        InvoiceFactsReader.WithItems invoices = InvoiceFactsReader.readWithItems(delegator, all, now, settings.values());
        links.forEach((token, link) -> {
            String linkId = link.getString("linkId");
            OrganizationSettings organization = settings.get(link.getString("organizationPartyId"));
            if (organization != null) {
                found.put(token, new Found(LinkSnapshot.of(link, organization, invoiceIds.getOrDefault(linkId, List.of()), attempts,
                        invoices.facts(), now), locales.get(link.getString("messageId")), invoices.items()));
            }
        });
        return found;
    }

    /** A query of its own: one that joined link and message waited for a text being recorded as sent, which on Derby waited for the link. */
    private static Map<String, String> messageLocales(Delegator delegator, Collection<GenericValue> links) throws GenericEntityException {
        Set<String> messageIds = links.stream().map(link -> link.getString("messageId")).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, String> locales = new HashMap<>();
        if (!messageIds.isEmpty()) {
            for (GenericValue message : EntityQuery.use(delegator).select("messageId", "localeString").from("SmsMessage")
                    .where(EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds)).queryList()) {
                locales.put(message.getString("messageId"), message.getString("localeString"));
            }
        }
        return locales;
    }
}
