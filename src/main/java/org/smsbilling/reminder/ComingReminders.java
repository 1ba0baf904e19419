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

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepPlanner;
import org.smsbilling.recipient.EmailAddresses;

/** Looks ahead with the decisions of the job: the same cases, steps, digests and planner. It writes nothing. */
final class ComingReminders {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final DueStep dueStep;
    private final Instant now;
    private final Map<LocalDate, Long> placed;
    private final List<ComingReminder> found = new ArrayList<>();
    private final Map<String, CollectionStep> steps = new HashMap<>();

    ComingReminders(Delegator delegator, OrganizationSettings settings, Instant now) {
        this(delegator, settings, now, Map.of());
    }

    /** @param placed texts that were found before by the organization's day on which they leave */
    ComingReminders(Delegator delegator, OrganizationSettings settings, Instant now, Map<LocalDate, Long> placed) {
        this.placed = placed;
        this.delegator = delegator;
        this.settings = settings;
        this.dueStep = new DueStep(new StepCalendar(settings.zoneId()), settings.automation().catchUpDays());
        this.now = now;
    }

    /** @param last day that counts. @return in time */
    List<ComingReminder> of(Collection<ReminderCase> cases, LocalDate last) throws GenericEntityException {
        Map<Instant, Map<String, DueReminder>> texts = new TreeMap<>();
        List<DueReminder> emails = new ArrayList<>();
        for (ReminderCase one : cases) {
            for (StepOccurrence occurrence : one.coming(dueStep, now, last)) {
                steps.put(occurrence.step().stepId(), occurrence.step());
                DueReminder reminder = new DueReminder(one.invoice(), occurrence);
                Instant runs = occurrence.moment().isBefore(now) ? now : occurrence.moment();
                Optional<NoReminder> obstacle = one.obstacle(dueStep.calendar().day(runs));
                if (obstacle.isPresent()) {
                    found.add(new ComingReminder(runs, occurrence.step(), List.of(one.invoice()), null, null, obstacle.get()));
                } else if (occurrence.step().communication() == StepCommunication.EMAIL) {
                    emails.add(reminder);
                } else {
                    texts.computeIfAbsent(runs, any -> new LinkedHashMap<>()).put(one.invoice().invoiceId(), reminder);
                }
            }
        }
        addEmails(emails);
        addTexts(texts, new StepsOfTheDay(dueStep.calendar(), settings, cases, now));
        found.sort(Comparator.comparing(ComingReminder::moment).thenComparing(one -> one.invoices().get(0).invoiceId()));
        return found;
    }

    private void addTexts(Map<Instant, Map<String, DueReminder>> texts, StepsOfTheDay nextOnes) throws GenericEntityException {
        List<DueReminder> all = texts.values().stream().flatMap(reminders -> reminders.values().stream()).toList();
        List<PlannedStep> planned = texts.values().stream().flatMap(reminders -> ReminderTexts.of(reminders.values(), settings.automation().digest())
                .stream()).toList();
        for (PlannedText text : new StepPlanner(delegator, settings, now, placed).plan(planned)) {
            Instant earliest = text.step().earliest();
            Set<String> awaited = nextOnes.awaited(List.of(text), all);
            if (!text.step().invoices().stream().allMatch(invoice -> awaited.contains(invoice.invoiceId()))) {
                found.add(new ComingReminder(earliest.isBefore(now) ? now : earliest, steps.get(text.step().stepId()), text.step().invoices(), text,
                        null, null));
            }
        }
    }

    private void addEmails(List<DueReminder> reminders) throws GenericEntityException {
        Map<String, String> addresses = EmailAddresses.read(delegator, reminders.stream().map(due -> due.invoice().customerPartyId())
                .collect(Collectors.toSet()), now);
        for (DueReminder reminder : reminders) {
            Instant moment = reminder.occurrence().moment();
            found.add(new ComingReminder(moment.isBefore(now) ? now : moment, reminder.occurrence().step(), List.of(reminder.invoice()), null,
                    addresses.getOrDefault(String.valueOf(reminder.invoice().customerPartyId()), ""), null));
        }
    }
}
