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
package org.smsbilling.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.message.MessageReason;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.LinkClosing;

/** Invoices that got another status: the first time that they reach the one that counts they are announced, and those that ended are closed. */
final class InvoiceStatusEvents implements EventHandler {

    /** OFBiz knows an invoice's status before its items. */
    private static final Duration WITHOUT_ITEMS = Duration.ofMinutes(10);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);

    private final Delegator delegator;
    private final Clock clock;
    private final EventPlans plans;
    private final EventSteps steps;
    private final InvoiceChanges changes;

    InvoiceStatusEvents(Delegator delegator, Clock clock, EventPlans plans, EventSteps steps, InvoiceChanges changes) {
        this.delegator = delegator;
        this.clock = clock;
        this.plans = plans;
        this.steps = steps;
        this.changes = changes;
    }

    /** Events that are looked at together. */
    private record Group(String organizationPartyId, String statusId) { }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Instant now = clock.instant();
        Set<String> invoiceIds = events.stream().map(BusinessEvent::invoiceId).collect(Collectors.toSet());
        changes.changed(delegator, invoiceIds, now);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        Map<Boolean, List<String>> bySettled = facts.values().stream().collect(Collectors.partitioningBy(SettledInvoices::settled,
                Collectors.mapping(InvoiceFacts::invoiceId, Collectors.toList())));
        new SettledInvoices(delegator, now).close(bySettled.get(true));
        LinkClosing.reopen(delegator, bySettled.get(false));
        Map<String, OrganizationSettings> texting = plans.reaching(facts.values().stream().map(InvoiceFacts::organizationPartyId)
                .collect(Collectors.toList()));
        Map<String, EventOutcome> outcomes = new HashMap<>();
        Map<Group, Map<BusinessEvent, InvoiceFacts>> groups = new LinkedHashMap<>();
        for (BusinessEvent event : events) {
            InvoiceFacts invoice = facts.get(event.invoiceId());
            Optional<EventOutcome> end = end(invoice, texting.keySet());
            if (end.isPresent()) {
                outcomes.put(event.id(), end.get());
            } else {
                groups.computeIfAbsent(new Group(invoice.organizationPartyId(), event.referenceId()), any -> new LinkedHashMap<>())
                        .put(event, invoice);
            }
        }
        for (Map.Entry<Group, Map<BusinessEvent, InvoiceFacts>> group : groups.entrySet()) {
            outcomes.putAll(reached(texting.get(group.getKey().organizationPartyId()), group.getKey().statusId(), group.getValue(), now));
        }
        return outcomes;
    }

    private static Optional<EventOutcome> end(InvoiceFacts invoice, Set<String> texting) {
        if (invoice == null || !invoice.salesInvoice()) {
            return Optional.of(EventOutcome.done(MessageReason.of(InvoiceObstacle.of(invoice).orElseThrow()).name()));
        } else if (SettledInvoices.settled(invoice)) {
            return Optional.of(EventOutcome.done("CLOSED"));
        }
        return texting.contains(invoice.organizationPartyId()) ? Optional.empty()
                : Optional.of(EventOutcome.done(MessageReason.NOT_CONNECTED.name()));
    }

    private Map<String, EventOutcome> reached(OrganizationSettings settings, String statusId, Map<BusinessEvent, InvoiceFacts> invoices,
            Instant now) throws GenericEntityException {
        Map<String, EventStep> wanted = statusId == null ? Map.of()
                : plans.possible(settings, steps.billed(delegator, settings, statusId, Set.copyOf(invoices.values())));
        Map<String, EventOutcome> outcomes = new HashMap<>();
        Map<String, InvoiceFacts> payable = new LinkedHashMap<>();
        invoices.forEach((event, invoice) -> {
            Optional<InvoiceObstacle> obstacle = InvoiceObstacle.of(invoice);
            if (!wanted.containsKey(invoice.invoiceId())) {
                outcomes.put(event.id(), EventOutcome.done(EventPlans.texts(settings) ? "NOT_WANTED" : MessageReason.NOT_CONNECTED.name()));
            } else if (obstacle.isEmpty()) {
                payable.put(invoice.invoiceId(), invoice);
            } else {
                outcomes.put(event.id(), notPayable(event, obstacle.get(), now));
            }
        });
        Announcements announcements = new Announcements(delegator, settings, plans, now);
        Map<String, EventOutcome> announced = announcements.announce(payable.values(), wanted);
        invoices.keySet().forEach(event -> outcomes.computeIfAbsent(event.id(), any -> announced.get(event.invoiceId())));
        return outcomes;
    }

    private static EventOutcome notPayable(BusinessEvent event, InvoiceObstacle obstacle, Instant now) {
        Duration age = Duration.between(event.createdDate(), now);
        String word = MessageReason.of(obstacle).name();
        if (obstacle != InvoiceObstacle.NOTHING_OUTSTANDING || age.compareTo(WITHOUT_ITEMS) >= 0) {
            return EventOutcome.done(word);
        }
        return EventOutcome.later(word, now.plus(age.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : age));
    }
}
