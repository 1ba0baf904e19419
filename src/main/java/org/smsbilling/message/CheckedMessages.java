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
package org.smsbilling.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.recipient.PartyNames;

/**
 * Everything that decides about some messages, read at one moment with a number of queries that depends on organizations, not on messages.
 *
 * @param checkedNanos System.nanoTime before the first query
 * @param settings by organization; organizations that nobody set up are missing
 * @param invoices invoice ids by message id
 * @param rules what organizations themselves allow
 */
record CheckedMessages(long checkedNanos, Map<String, OrganizationSettings> settings, Map<String, List<String>> invoices,
        Map<String, InvoiceFacts> facts, Map<String, Map<String, ConsentState>> consents, Map<String, String> customerNames,
        PaymentAmounts payments, MessageTemplates templates, CheckedRules rules) {

    static CheckedMessages read(Delegator delegator, Outbox outbox, Collection<OutboxMessage> messages, Instant now)
            throws GenericEntityException {
        long checkedNanos = System.nanoTime();
        Map<String, OrganizationSettings> settings = new HashMap<>();
        Map<String, Map<String, ConsentState>> consents = new HashMap<>();
        for (Map.Entry<String, List<OutboxMessage>> organization : messages.stream()
                .collect(Collectors.groupingBy(OutboxMessage::organizationPartyId)).entrySet()) {
            String id = organization.getKey();
            OrganizationSettingsReader.read(delegator, id).ifPresent(read -> settings.put(id, read));
            consents.put(id, ConsentLedger.current(delegator, id, organization.getValue().stream().map(OutboxMessage::contactNumber)
                    .collect(Collectors.toSet())));
        }
        Map<String, List<String>> invoices = outbox.invoices(messages);
        Set<String> invoiceIds = new HashSet<>();
        invoices.values().forEach(invoiceIds::addAll);
        return new CheckedMessages(checkedNanos, settings, invoices, InvoiceFactsReader.read(delegator, invoiceIds, now), consents,
                PartyNames.read(delegator, messages.stream().map(OutboxMessage::customerPartyId).filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                PaymentAmounts.read(delegator, messages),
                MessageTemplates.read(delegator, consents.keySet()), CheckedRules.read(delegator, settings, messages, now));
    }

    SendDecision decide(OutboxMessage message, Instant now) {
        OrganizationSettings organization = settings.get(message.organizationPartyId());
        if (organization == null) {
            return new SendDecision.Cancel(MessageReason.NOT_CONNECTED);
        } else if (payments.takenBack(message, invoices.get(message.messageId()))) {
            return new SendDecision.Cancel(MessageReason.PAYMENT_TAKEN_BACK);
        }
        Optional<NotReady> notReady = organization.notReady();
        ConsentState consent = consents.get(message.organizationPartyId()).get(message.contactNumber());
        List<InvoiceFacts> known = new ArrayList<>();
        invoices.get(message.messageId()).forEach(invoiceId -> known.add(facts.get(invoiceId)));
        return rules.decide(organization, message, consent, notReady, known, now);
    }

    /** @param link pay link, or the empty string */
    MessageText text(OutboxMessage message, List<InvoiceFacts> told, String link, Instant now) throws GenericEntityException {
        String name = customerNames.getOrDefault(String.valueOf(message.customerPartyId()), "");
        MessageFacts known = new MessageFacts(settings.get(message.organizationPartyId()), told, message.locale(), name,
                payment(message, told), message.content(), link, now, preferencesLink(message));
        return MessageText.of(message.type(), known, templates);
    }

    /** @return the recipient's, or the empty string */
    String preferencesLink(OutboxMessage message) throws GenericEntityException {
        return rules.preferencesLink(settings.get(message.organizationPartyId()), message.contactNumber());
    }

    /** @return null when there is nothing to name */
    private PaymentAmount payment(OutboxMessage message, List<InvoiceFacts> told) {
        String currency = told.isEmpty() ? null : told.get(0).currencyUomId();
        return payments.of(message, told.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toSet()), currency).orElse(null);
    }
}
