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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.MessageCancelling;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.transaction.OwnTransaction;

/** Thanks for money that came in: one text for what one customer paid at once, whatever number of invoices it went to. */
final class Receipts {

    static final String STEP = "RECEIPT";
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Delegator delegator;
    private final EventPlans plans;
    private final EventSteps steps;

    Receipts(Delegator delegator, EventPlans plans, EventSteps steps) {
        this.delegator = delegator;
        this.plans = plans;
        this.steps = steps;
    }

    /** Who is thanked how for which invoices. */
    private record Thanks(String organizationPartyId, String customerPartyId, EventStep step) { }

    /** @return what became of each */
    Map<ReceivedMoney, EventOutcome> send(Collection<ReceivedMoney> money, Instant now) throws GenericEntityException {
        Set<String> invoiceIds = new HashSet<>();
        money.forEach(one -> invoiceIds.addAll(one.applied().keySet()));
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        Map<String, OrganizationSettings> texting = plans.reaching(facts.values().stream().map(InvoiceFacts::organizationPartyId)
                .collect(Collectors.toSet()));
        Map<ReceivedMoney, EventOutcome> outcomes = new HashMap<>();
        for (ReceivedMoney one : money) {
            if (one.takenBack() || one.received() && one.applied().isEmpty()) {
                withdraw(one, now);
                outcomes.put(one, EventOutcome.done(one.takenBack() ? "PAYMENT_VOIDED" : "NOT_APPLIED"));
            } else if (!one.received()) {
                outcomes.put(one, EventOutcome.done("NOT_RECEIVED_YET"));
            } else {
                outcomes.put(one, send(one, facts, texting, now));
            }
        }
        return outcomes;
    }

    private void withdraw(ReceivedMoney money, Instant now) throws GenericEntityException {
        EntityCondition about = EntityCondition.makeCondition("paymentId", EntityOperator.IN, money.paymentIds());
        OwnTransaction.call(() -> MessageCancelling.cancel(delegator, EntityCondition.makeCondition(about,
                EntityCondition.makeCondition("messageType", MessageType.RECEIPT.name())), MessageReason.PAYMENT_TAKEN_BACK, null, now));
    }

    private EventOutcome send(ReceivedMoney money, Map<String, InvoiceFacts> facts, Map<String, OrganizationSettings> texting, Instant now)
            throws GenericEntityException {
        Map<String, List<InvoiceFacts>> byOrganization = money.applied().keySet().stream().map(facts::get)
                .filter(invoice -> invoice != null && invoice.salesInvoice() && texting.containsKey(invoice.organizationPartyId()))
                .collect(Collectors.groupingBy(InvoiceFacts::organizationPartyId));
        EventOutcome outcome = EventOutcome.done(MessageReason.NOT_CONNECTED.name());
        for (Map.Entry<String, List<InvoiceFacts>> each : byOrganization.entrySet()) {
            outcome = send(money, texting.get(each.getKey()), each.getValue(), now);
        }
        return outcome;
    }

    private EventOutcome send(ReceivedMoney money, OrganizationSettings settings, List<InvoiceFacts> invoices, Instant now)
            throws GenericEntityException {
        boolean online = money.attemptId() != null;
        Map<String, EventStep> wanted = plans.possible(settings, steps.paid(delegator, settings, online, invoices));
        if (wanted.isEmpty()) {
            return EventOutcome.done(!online && "ASK".equals(settings.automation().receiptManual()) ? "ASK" : "NOT_WANTED");
        } else if (!online && tooOld(money, settings, now)) {
            return EventOutcome.done("TOO_OLD");
        }
        if (thankedByHand(money)) {
            return EventOutcome.done("THANKED_BY_HAND");
        }
        Set<String> known = plans.known(settings.organizationPartyId(), STEP, money.occurrence(), money.applied().keySet());
        Map<Thanks, List<InvoiceFacts>> groups = new LinkedHashMap<>();
        for (InvoiceFacts invoice : invoices) {
            if (wanted.containsKey(invoice.invoiceId()) && !known.contains(invoice.invoiceId())) {
                groups.computeIfAbsent(new Thanks(invoice.organizationPartyId(), invoice.customerPartyId(), wanted.get(invoice.invoiceId())),
                        any -> new ArrayList<>()).add(invoice);
            }
        }
        if (groups.isEmpty()) {
            return EventOutcome.done("ALREADY_PLANNED");
        }
        List<PlannedStep> receipts = new ArrayList<>();
        for (Map.Entry<Thanks, List<InvoiceFacts>> group : groups.entrySet()) {
            if (group.getKey().step().byMail()) {
                SmsEvents.record(delegator, EventKind.MAIL_DUE, settings.organizationPartyId(), group.getValue().get(0).invoiceId(),
                        money.paymentIds().get(0), group.getKey().step().mailStepId(), now);
            }
        }
        groups.keySet().removeIf(thanks -> thanks.step().byMail());
        if (groups.isEmpty()) {
            return EventOutcome.done("MAIL_PLANNED");
        }
        groups.forEach((thanks, together) -> receipts.add(new PlannedStep(STEP, money.occurrence(), thanks.step().type(), together,
                MessageContent.ofAttempt(thanks.step().templateId(), money.paymentIds().get(0), money.attemptId()), now, null)));
        return plans.write(settings, receipts) ? EventOutcome.PLANNED : EventOutcome.later("PLANNED_BY_ANOTHER", now.plus(AGAIN));
    }

    private boolean thankedByHand(ReceivedMoney money) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where(EntityCondition.makeCondition("paymentId", EntityOperator.IN, money.paymentIds()),
                EntityCondition.makeCondition("messageType", MessageType.RECEIPT.name()),
                EntityCondition.makeCondition("createdByUserLogin", EntityOperator.NOT_EQUAL, null)).queryCount() > 0;
    }

    private static boolean tooOld(ReceivedMoney money, OrganizationSettings settings, Instant now) {
        LocalDate oldest = now.atZone(settings.zoneId()).toLocalDate().minusDays(settings.automation().invoiceMaxAgeDays());
        return money.effective() != null && money.effective().atZone(settings.zoneId()).toLocalDate().isBefore(oldest);
    }
}
