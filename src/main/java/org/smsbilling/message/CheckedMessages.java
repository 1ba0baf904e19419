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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.planning.StepKey;
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
        Map<String, Map<String, StepKey>> steps = outbox.steps(messages);
        Map<String, List<String>> invoices = new HashMap<>();
        steps.forEach((messageId, told) -> invoices.put(messageId, List.copyOf(told.keySet())));
        Set<String> invoiceIds = new HashSet<>();
        invoices.values().forEach(invoiceIds::addAll);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        return new CheckedMessages(checkedNanos, settings, invoices, facts, consents,
                PartyNames.read(delegator, messages.stream().map(OutboxMessage::customerPartyId).filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                PaymentAmounts.read(delegator, messages),
                MessageTemplates.read(delegator, consents.keySet()), CheckedRules.read(delegator, settings, messages, steps, facts.values(), now));
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

    /** @param parts of those that leave out invoices. @return the message as it is put now: what it tells of, on the day on which it leaves */
    OutboxMessage worded(OutboxMessage message, List<InvoiceFacts> told, StepRunParts parts, Instant now) {
        List<String> ids = told.stream().map(InvoiceFacts::invoiceId).toList();
        OutboxMessage about = leftOut(message, ids).isEmpty() ? message : parts.about(message, ids);
        if (!ids.isEmpty() && !ids.contains(about.invoiceId())) {
            about = about.withInvoice(ids.get(0));
        }
        LocalDate today = now.atZone(settings.get(message.organizationPartyId()).zoneId()).toLocalDate();
        return about.saying(ReminderWording.of(about.type(), told, today), about.content());
    }

    /** @param told ids of the invoices that a text tells of. @return why by id of those that it was to tell of as well */
    Map<String, MessageReason> leftOut(OutboxMessage message, Collection<String> told) {
        Map<String, MessageReason> leftOut = new LinkedHashMap<>();
        if (message.type().asksForPayment()) {
            invoices.get(message.messageId()).stream().filter(id -> !told.contains(id)).forEach(id -> leftOut.put(id,
                    InvoiceObstacle.of(facts.get(id)).map(MessageReason::of)
                            .orElse(rules.moved(message, facts.get(id)) ? MessageReason.DUE_DATE_MOVED : MessageReason.PAUSED)));
        }
        return leftOut;
    }

    /** @param link pay link, or the empty string
     * @param preferencesLink the recipient's, or the empty string */
    MessageText text(OutboxMessage message, List<InvoiceFacts> told, String link, String preferencesLink, Instant now) {
        String name = customerNames.getOrDefault(String.valueOf(message.customerPartyId()), "");
        MessageFacts known = new MessageFacts(settings.get(message.organizationPartyId()), told, message.locale(), name,
                payment(message, told), message.content(), link, now, preferencesLink);
        return MessageText.of(message.type(), known, templates);
    }

    /** @return the recipient's; the empty string when the text does not name it */
    String preferencesLink(OutboxMessage message) throws GenericEntityException {
        OrganizationSettings organization = settings.get(message.organizationPartyId());
        boolean named = message.type().writtenByHand() || templates.choose(organization, message.type(), MessageChannel.SMS, message.locale(),
                message.content().templateId()).body().tokens().contains(MessageToken.PREFERENCES_LINK);
        return named ? rules.preferencesLink(organization, message.contactNumber()) : "";
    }

    /** @return null when there is nothing to name */
    private PaymentAmount payment(OutboxMessage message, List<InvoiceFacts> told) {
        String currency = told.isEmpty() ? null : told.get(0).currencyUomId();
        return payments.of(message, told.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toSet()), currency).orElse(null);
    }
}
