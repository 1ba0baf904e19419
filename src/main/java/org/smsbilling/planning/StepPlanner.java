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
package org.smsbilling.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.limit.DayPlan;
import org.smsbilling.limit.SentToday;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.recipient.Addressee;
import org.smsbilling.recipient.Addressees;
import org.smsbilling.recipient.AutomaticRecipients;
import org.smsbilling.recipient.NoText;

/** Decides for steps that are due who gets a text and when. It writes nothing: the same decision serves the job and the dry run. */
public final class StepPlanner {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;
    private final Map<LocalDate, Long> placed;

    public StepPlanner(Delegator delegator, OrganizationSettings settings, Instant now) {
        this(delegator, settings, now, Map.of());
    }

    /** @param placed texts that are planned elsewhere and written nowhere, by the organization's day on which they leave */
    public StepPlanner(Delegator delegator, OrganizationSettings settings, Instant now, Map<LocalDate, Long> placed) {
        this.placed = placed;
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /**
     * Invoices of a step whose texts go to different people, or numbers, are told of in different texts.
     *
     * @param steps of the planner's organization
     * @return in the order of the steps, at least one for each
     */
    public List<PlannedText> plan(Collection<PlannedStep> steps) throws GenericEntityException {
        Map<MessageTopic, Map<String, Addressees>> addressees = new HashMap<>();
        Map<MessageTopic, List<PlannedStep>> byTopic = steps.stream().collect(Collectors.groupingBy(step -> step.type().topic()));
        for (Map.Entry<MessageTopic, List<PlannedStep>> topic : byTopic.entrySet()) {
            List<InvoiceFacts> invoices = topic.getValue().stream().flatMap(step -> step.invoices().stream()).distinct()
                    .collect(Collectors.toList());
            addressees.put(topic.getKey(), AutomaticRecipients.of(delegator, settings, invoices, topic.getKey(), now));
        }
        DayPlan days = DayPlan.read(delegator, settings, addressees.values().stream().flatMap(topic -> topic.values().stream())
                .flatMap(who -> who.texts().stream()).map(Addressee::contactNumber).collect(Collectors.toSet()), placed, now);
        List<PlannedText> texts = new ArrayList<>();
        for (PlannedStep step : steps) {
            Map<String, Addressees> known = addressees.get(step.type().topic());
            Map<Addressees, List<InvoiceFacts>> together = new LinkedHashMap<>();
            step.invoices().forEach(invoice -> together.computeIfAbsent(known.get(invoice.invoiceId()), any -> new ArrayList<>()).add(invoice));
            for (Map.Entry<Addressees, List<InvoiceFacts>> same : together.entrySet()) {
                add(texts, together.size() == 1 ? step : step.about(same.getValue()), same.getKey(), days);
            }
        }
        return texts;
    }

    private void add(List<PlannedText> texts, PlannedStep step, Addressees who, DayPlan days) throws GenericEntityException {
        for (Addressee addressee : who.texts()) {
            texts.add(text(step, addressee, days));
        }
        for (Map.Entry<String, NoText> without : who.without().entrySet()) {
            texts.add(new PlannedText(step, without.getKey(), null, null, without.getValue()));
        }
    }

    private PlannedText text(PlannedStep step, Addressee addressee, DayPlan days) throws GenericEntityException {
        Instant earliest = step.earliest().isBefore(now) ? now : step.earliest();
        SendWindow window = SendWindow.of(settings.sendingHours(), addressee.zones(), settings.zoneId(), earliest);
        Instant opening = window.nextOpening(earliest).orElse(earliest);
        if (step.type().topic() == MessageTopic.SERVICE) {
            return new PlannedText(step, addressee.partyId(), addressee, opening, null);
        }
        DayPlan.Place place = days.place(addressee.contactNumber(), addressee.zones(), window,
                SentToday.counts(step.type(), step.userLoginId() == null), opening);
        return new PlannedText(step, addressee.partyId(), addressee, place.leaves(), null, place.reason());
    }
}
