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
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepKey;

/**
 * Keeps a missed step, which would leave when the hours of a later day open, from leaving hours before the step of that day: then the customer hears
 * of the latest alone. A text that a cap holds back is not left to the next one, or caps might hold it back for ever.
 */
final class StepsOfTheDay {

    private final StepCalendar calendar;
    private final OrganizationSettings settings;
    private final Map<String, ReminderCase> cases;
    private final Instant now;

    StepsOfTheDay(StepCalendar calendar, OrganizationSettings settings, Collection<ReminderCase> cases, Instant now) {
        this.calendar = calendar;
        this.settings = settings;
        this.cases = cases.stream().collect(Collectors.toMap(one -> one.invoice().invoiceId(), Function.identity()));
        this.now = now;
    }

    /**
     * @param texts planned for the reminders
     * @return ids of the invoices whose next step comes on the day on which the text would leave, and can leave on it as well
     */
    Set<String> awaited(Collection<PlannedText> texts, Collection<DueReminder> reminders) {
        Map<String, Map<StepKey, StepOccurrence>> due = new HashMap<>();
        reminders.forEach(one -> due.computeIfAbsent(one.invoice().invoiceId(), any -> new HashMap<>())
                .put(one.occurrence().key(), one.occurrence()));
        Set<String> awaited = new HashSet<>();
        for (PlannedText text : texts) {
            if (text.addressee() != null && text.waits() == null) {
                text.step().invoices().stream().map(InvoiceFacts::invoiceId)
                        .filter(id -> awaits(cases.get(id), due.get(id).get(text.step().key(id)), text)).forEach(awaited::add);
            }
        }
        return awaited;
    }

    private boolean awaits(ReminderCase one, StepOccurrence due, PlannedText text) {
        LocalDate day = calendar.day(text.leaves());
        return due.day().isBefore(day) && one.obstacle(day).isEmpty()
                && calendar.between(one.cycle(), one.invoice().dueDate(), one.invoice().invoiceDate(), day, day).stream()
                .anyMatch(next -> next.moment().isAfter(now) && !one.runs().contains(next.key())
                        && calendar.day(leaves(next, text.addressee().zones())).equals(day));
    }

    private Instant leaves(StepOccurrence next, Collection<ZoneId> zones) {
        return next.step().communication() == StepCommunication.EMAIL ? next.moment()
                : SendWindow.of(settings.sendingHours(), zones, settings.zoneId(), next.moment()).nextOpening(next.moment()).orElse(next.moment());
    }
}
