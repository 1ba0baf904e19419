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
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.SmsBilling;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.limit.SentToday;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.pause.CollectionPauses;
import org.smsbilling.planning.StepKey;
import org.smsbilling.preference.PilotMembers;
import org.smsbilling.preference.Preferences;
import org.smsbilling.preference.PreferencesLinks;
import org.smsbilling.recipient.NoText;
import org.smsbilling.recipient.NumberRules;
import org.smsbilling.zone.ContactZones;

/** What organizations themselves allow of a batch of messages: recipients' hours, their wishes, the pilot and the caps. Read in bulk. */
final class CheckedRules {

    private final PreferencesLinks links;
    private final ContactZones zones;
    private final Map<String, NumberRules> rules;
    private final Map<String, SentToday> sent;
    private final Map<String, CollectionPauses> pauses;
    private final Map<String, Map<String, StepKey>> steps;

    private CheckedRules(PreferencesLinks links, ContactZones zones, Map<String, NumberRules> rules, Map<String, SentToday> sent,
            Map<String, CollectionPauses> pauses, Map<String, Map<String, StepKey>> steps) {
        this.steps = steps;
        this.links = links;
        this.zones = zones;
        this.rules = rules;
        this.sent = sent;
        this.pauses = pauses;
    }

    /** @param settings by organization. @param steps by message and invoice. @param facts of the invoices. Two queries, and at most six for
     * each organization */
    static CheckedRules read(Delegator delegator, Map<String, OrganizationSettings> settings, Collection<OutboxMessage> messages,
            Map<String, Map<String, StepKey>> steps, Collection<InvoiceFacts> facts, Instant now) throws GenericEntityException {
        Map<String, NumberRules> rules = new HashMap<>();
        Map<String, SentToday> sent = new HashMap<>();
        Map<String, CollectionPauses> pauses = new HashMap<>();
        for (Map.Entry<String, List<OutboxMessage>> organization : messages.stream()
                .collect(Collectors.groupingBy(OutboxMessage::organizationPartyId)).entrySet()) {
            OrganizationSettings own = settings.get(organization.getKey());
            if (own != null) {
                Set<String> numbers = organization.getValue().stream().map(OutboxMessage::contactNumber).collect(Collectors.toSet());
                Set<String> customers = organization.getValue().stream().map(OutboxMessage::customerPartyId).filter(Objects::nonNull)
                        .collect(Collectors.toSet());
                Set<String> ids = organization.getValue().stream().map(OutboxMessage::messageId).collect(Collectors.toSet());
                rules.put(organization.getKey(), new NumberRules(own, Preferences.read(delegator, organization.getKey(), customers, numbers),
                        PilotMembers.read(delegator, own)));
                sent.put(organization.getKey(), SentToday.read(delegator, own, numbers, ids, now));
                if (organization.getValue().stream().anyMatch(CheckedRules::pausable)) {
                    pauses.put(organization.getKey(), CollectionPauses.read(delegator, organization.getKey(), facts,
                            now.atZone(own.zoneId()).toLocalDate()));
                }
            }
        }
        return new CheckedRules(SmsBilling.preferencesLinks(delegator), ContactZones.read(delegator, messages.stream()
                .map(OutboxMessage::recipientPartyId).filter(Objects::nonNull)
                .collect(Collectors.toSet()), now), rules, sent, pauses, steps);
    }

    /** Messages are decided one after another: what may leave counts against the caps of those that follow. */
    SendDecision decide(OrganizationSettings settings, OutboxMessage message, ConsentState consent, Optional<NotReady> notReady,
            List<InvoiceFacts> invoices, Instant now) {
        Set<ZoneId> where = zones.of(message.recipientPartyId(), message.contactNumber());
        SendWindow window = SendWindow.of(settings.sendingHours(), where, settings.zoneId(), now);
        SentToday day = sent.get(message.organizationPartyId());
        SendLimits limits = message.type().topic() == MessageTopic.SERVICE ? SendLimits.NONE
                : new SendLimits(forbids(message, consent), day.hold(message.type(), message.byItself(), message.contactNumber(), where, now),
                        pausable(message) ? held(settings, message, invoices, now) : Map.of());
        SendDecision decision = new SendCheck(message.type(), notReady, consent, invoices, window, message.createdDate(), limits).decide(now);
        if (decision instanceof SendDecision.Send) {
            day.leaves(message.type(), message.byItself(), message.contactNumber(), now);
        }
        return decision;
    }

    /** @return the recipient's, or the empty string */
    String preferencesLink(OrganizationSettings settings, String contactNumber) throws GenericEntityException {
        return links.url(settings, contactNumber);
    }

    /** What a person sends, and what is no reminder, is not paused. */
    private static boolean pausable(OutboxMessage message) {
        return message.byItself() && message.type().topic() == MessageTopic.REMINDERS;
    }

    private Map<String, MessageReason> held(OrganizationSettings settings, OutboxMessage message, List<InvoiceFacts> invoices, Instant now) {
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        CollectionPauses own = pauses.get(settings.organizationPartyId());
        Map<String, MessageReason> held = new HashMap<>();
        for (InvoiceFacts invoice : invoices) {
            if (invoice != null && own.of(invoice, today).isPresent()) {
                held.put(invoice.invoiceId(), MessageReason.PAUSED);
            } else if (moved(message, invoice)) {
                held.put(invoice.invoiceId(), MessageReason.DUE_DATE_MOVED);
            }
        }
        return held;
    }

    /** @return whether it reminds of a due date of the invoice that is not its due date any more */
    boolean moved(OutboxMessage message, InvoiceFacts invoice) {
        StepKey step = invoice == null ? null : steps.get(message.messageId()).get(invoice.invoiceId());
        return step != null && step.dueDate().filter(due -> !due.equals(invoice.dueDate())).isPresent();
    }

    private NoText forbids(OutboxMessage message, ConsentState consent) {
        NumberRules own = rules.get(message.organizationPartyId());
        return message.byItself()
                ? own.forbids(message.contactNumber(), consent, message.recipientPartyId(), message.customerPartyId(), message.type().topic())
                : own.forbids(message.contactNumber(), consent, message.recipientPartyId(), message.customerPartyId());
    }
}
