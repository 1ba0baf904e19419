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
package org.smsbilling.reminder;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.MessageCancelling;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.pause.CollectionPauses;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepKey;

/** Reminders by themselves that wait to be sent. */
final class QueuedReminders {

    private static final List<String> TYPES = Arrays.stream(MessageType.values()).filter(type -> type.topic() == MessageTopic.REMINDERS)
            .map(MessageType::name).toList();

    private static final int CHUNK = 1_000;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    QueuedReminders(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /** What became of them.
     * @param cancelled those that had nothing else to tell
     * @param shortened those that tell of other invoices, and leave out the paused one when they are sent */
    record Paused(int cancelled, int shortened) { }

    /** To be called when pauses of the invoice are written, in the same transaction. */
    Paused pause(InvoiceFacts invoice, String userLoginId) throws GenericEntityException {
        Map<String, Set<String>> told = told(invoice.invoiceId());
        Set<String> pointless = pointless(told);
        int cancelled = pointless.isEmpty() ? 0
                : cancel(EntityCondition.makeCondition("messageId", EntityOperator.IN, pointless), MessageReason.PAUSED, userLoginId);
        return new Paused(cancelled, told.size() - pointless.size());
    }

    /** All invoices of the customer were paused, in the same transaction. */
    Paused pauseCustomer(String customerPartyId, String userLoginId) throws GenericEntityException {
        return new Paused(cancel(EntityCondition.makeCondition("customerPartyId", customerPartyId), MessageReason.PAUSED, userLoginId), 0);
    }

    /**
     * Finds those that still wait, for hours or a cap, while the next step is about to be queued for all that they would tell of: the customer hears
     * once.
     * Texts of the steps themselves, by whichever node they were queued, are not earlier ones.
     *
     * @param later what is about to be queued
     * @return their invoices by message
     */
    Map<String, Set<String>> earlier(Collection<PlannedText> later) throws GenericEntityException {
        Map<String, Set<StepKey>> steps = new HashMap<>();
        later.stream().filter(text -> text.addressee() != null).forEach(text -> text.step().invoices().forEach(invoice ->
                steps.computeIfAbsent(invoice.invoiceId(), any -> new HashSet<>()).add(text.step().key(invoice.invoiceId()))));
        Map<String, Set<String>> earlier = new HashMap<>();
        for (List<String> chunk : chunks(othersThan(steps))) {
            List<String> queued = FieldValues.of(EntityQuery.use(delegator).select("messageId").from("SmsMessage").where(
                    EntityCondition.makeCondition("messageId", EntityOperator.IN, chunk),
                    mine(EntityCondition.makeCondition("createdDate", EntityOperator.LESS_THAN, Timestamp.from(now))),
                    EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name())), "messageId");
            earlier.putAll(invoices(queued));
        }
        Set<String> others = told(earlier.values());
        others.removeAll(steps.keySet());
        Set<String> alone = others.isEmpty() ? Set.of() : due(others);
        earlier.values().removeIf(invoices -> invoices.stream().anyMatch(alone::contains));
        return earlier;
    }

    /**
     * Cancels earlier ones in the transaction that queues later ones, so that no crash leaves both.
     * @param earlier invoices by message
     * @param later what is queued in the transaction
     */
    void supersede(Map<String, Set<String>> earlier, Collection<PlannedText> later) throws GenericEntityException {
        Set<String> queued = later.stream().filter(text -> text.addressee() != null).flatMap(text -> text.step().invoices().stream())
                .map(InvoiceFacts::invoiceId).collect(Collectors.toSet());
        Set<String> superseded = earlier.entrySet().stream().filter(message -> message.getValue().stream().anyMatch(queued::contains))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
        if (!superseded.isEmpty()) {
            cancel(EntityCondition.makeCondition("messageId", EntityOperator.IN, superseded), MessageReason.SUPERSEDED, null);
        }
    }

    /** @return messages of other steps of the invoices */
    private Set<String> othersThan(Map<String, Set<StepKey>> steps) throws GenericEntityException {
        Set<String> others = new HashSet<>();
        Set<String> same = new HashSet<>();
        for (List<String> chunk : chunks(steps.keySet())) {
            for (GenericValue run : EntityQuery.use(delegator).select("invoiceId", "stepId", "occurrence", "messageId").from("SmsStepRun").where(
                    EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                    EntityCondition.makeCondition("invoiceId", EntityOperator.IN, chunk)).queryList()) {
                StepKey key = new StepKey(run.getString("stepId"), run.getString("occurrence"));
                Set<String> found = steps.get(run.getString("invoiceId")).contains(key) ? same : others;
                found.add(run.getString("messageId"));
            }
        }
        others.removeAll(same);
        others.remove(null);
        return others;
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        return IntStream.range(0, (all.size() + CHUNK - 1) / CHUNK)
                .mapToObj(number -> all.subList(number * CHUNK, Math.min(all.size(), (number + 1) * CHUNK))).toList();
    }

    /** @return invoices of the texts that tell of an invoice, by message */
    private Map<String, Set<String>> told(String invoiceId) throws GenericEntityException {
        Set<String> messages = new HashSet<>(FieldValues.of(EntityQuery.use(delegator).select("messageId").from("SmsStepRun").where(
                "organizationPartyId", settings.organizationPartyId(), "invoiceId", invoiceId), "messageId"));
        messages.remove(null);
        List<String> queued = messages.isEmpty() ? List.of() : FieldValues.of(EntityQuery.use(delegator).select("messageId").from("SmsMessage")
                .where(mine(EntityCondition.makeCondition("messageId", EntityOperator.IN, messages)),
                        EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name())), "messageId");
        return invoices(queued);
    }

    private Map<String, Set<String>> invoices(List<String> queued) throws GenericEntityException {
        Map<String, Set<String>> told = new HashMap<>();
        for (GenericValue run : queued.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).select("messageId", "invoiceId")
                .from("SmsStepRun").where(EntityCondition.makeCondition("messageId", EntityOperator.IN, queued)).queryList()) {
            told.computeIfAbsent(run.getString("messageId"), any -> new HashSet<>()).add(run.getString("invoiceId"));
        }
        return told;
    }

    /** @return those that tell of nothing that is to be reminded of today */
    private Set<String> pointless(Map<String, Set<String>> told) throws GenericEntityException {
        Set<String> due = due(told(told.values()));
        return told.entrySet().stream().filter(message -> message.getValue().stream().noneMatch(due::contains)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> told(Collection<Set<String>> invoices) {
        return invoices.stream().flatMap(Collection::stream).collect(Collectors.toCollection(HashSet::new));
    }

    /** @return those of the invoices that may be reminded of today */
    private Set<String> due(Set<String> invoiceIds) throws GenericEntityException {
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, invoiceIds, now);
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        CollectionPauses pauses = CollectionPauses.read(delegator, settings.organizationPartyId(), facts.values(), today);
        return facts.values().stream().filter(invoice -> InvoiceFactsReader.payable(invoice) && pauses.of(invoice, today).isEmpty())
                .map(InvoiceFacts::invoiceId).collect(Collectors.toSet());
    }

    private int cancel(EntityCondition which, MessageReason reason, String userLoginId) throws GenericEntityException {
        return MessageCancelling.cancel(delegator, mine(which), reason, userLoginId, now);
    }

    private EntityCondition mine(EntityCondition which) {
        return EntityCondition.makeCondition(List.of(EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("createdByUserLogin", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("messageType", EntityOperator.IN, TYPES), which));
    }
}
