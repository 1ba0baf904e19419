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
import java.util.ArrayList;
import java.util.Collection;
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
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlannedStep;

/** Tells customers that a payment failed or came back, with a fresh link, as long as there is something to pay. */
final class FailureTexts {

    /** OFBiz opens an invoice again a moment after its payment is taken back. */
    private static final Duration NOT_OPEN_YET = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final Delegator delegator;
    private final Clock clock;
    private final EventPlans plans;

    FailureTexts(Delegator delegator, Clock clock, EventPlans plans) {
        this.delegator = delegator;
        this.clock = clock;
        this.plans = plans;
    }

    /**
     * @param stepId what kind of failure
     * @param occurrence which one; each is told once
     * @param since when it happened
     */
    EventOutcome tell(String stepId, String occurrence, Collection<String> invoiceIds, MessageContent content, Instant since)
            throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        List<InvoiceFacts> payable = facts.values().stream().filter(InvoiceFactsReader::payable).collect(Collectors.toList());
        if (payable.isEmpty()) {
            Optional<InvoiceObstacle> obstacle = InvoiceObstacle.of(facts.values().stream().findFirst().orElse(null));
            String word = MessageReason.of(obstacle.orElseThrow()).name();
            boolean wait = !facts.isEmpty() && now.isBefore(since.plus(NOT_OPEN_YET));
            return wait ? EventOutcome.later(word, now.plus(AGAIN)) : EventOutcome.done(word);
        }
        OrganizationSettings settings = plans.texting(List.of(payable.get(0).organizationPartyId())).get(payable.get(0).organizationPartyId());
        if (settings == null) {
            return EventOutcome.done(MessageReason.NOT_CONNECTED.name());
        } else if (!settings.automation().failedPayment()) {
            return EventOutcome.done("NOT_WANTED");
        }
        Set<String> known = plans.known(settings.organizationPartyId(), stepId, occurrence, facts.keySet());
        Map<String, List<InvoiceFacts>> byCustomer = new LinkedHashMap<>();
        payable.stream().filter(invoice -> !known.contains(invoice.invoiceId()))
                .filter(invoice -> invoice.organizationPartyId().equals(settings.organizationPartyId()))
                .forEach(invoice -> byCustomer.computeIfAbsent(invoice.customerPartyId(), any -> new ArrayList<>()).add(invoice));
        if (byCustomer.isEmpty()) {
            return EventOutcome.done("ALREADY_PLANNED");
        }
        return plans.write(settings, byCustomer.values().stream().map(invoices -> new PlannedStep(stepId, occurrence, MessageType.FAILED_PAYMENT,
                invoices, content, now, null)).collect(Collectors.toList())) ? EventOutcome.PLANNED
                : EventOutcome.later("PLANNED_BY_ANOTHER", now.plusSeconds(1));
    }
}
