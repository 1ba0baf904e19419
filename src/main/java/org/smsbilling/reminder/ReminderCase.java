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
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.pause.CollectionPauses;
import org.smsbilling.planning.StepKey;

/**
 * An invoice with all that decides about its reminders. The job, the dry run and the invoice page ask the same questions of it.
 *
 * @param cycle that it is in, or null when it is in none
 * @param runs steps that it had, whatever became of them
 * @param pauses of its organization
 */
public record ReminderCase(InvoiceFacts invoice, CollectionCycle cycle, Set<StepKey> runs, CollectionPauses pauses) {

    /** @param day in the organization's time zone. @return why it is not reminded of on that day, empty when it may be */
    public Optional<NoReminder> obstacle(LocalDate day) {
        if (InvoiceObstacle.of(invoice).isPresent()) {
            return Optional.of(NoReminder.NOT_PAYABLE);
        } else if (cycle == null) {
            return Optional.of(NoReminder.NO_CYCLE);
        }
        return pauses.of(invoice, day).map(pause -> NoReminder.of(pause.reason()));
    }

    /** @return the step that is to be run now; empty when there is none, or an obstacle */
    public Optional<StepOccurrence> due(DueStep dueStep, Instant now) {
        return obstacle(dueStep.calendar().day(now)).isPresent() ? Optional.empty()
                : dueStep.at(now, cycle, invoice.dueDate(), invoice.invoiceDate(), runs);
    }

    /**
     * What comes if nothing changes: the step that is to be run now, and those that begin later, whether an obstacle is in their way or not.
     * @param last day that counts
     */
    public List<StepOccurrence> coming(DueStep dueStep, Instant now, LocalDate last) {
        if (cycle == null) {
            return List.of();
        }
        StepCalendar calendar = dueStep.calendar();
        Optional<StepOccurrence> due = dueStep.at(now, cycle, invoice.dueDate(), invoice.invoiceDate(), runs);
        return calendar.between(cycle, invoice.dueDate(), invoice.invoiceDate(), calendar.day(now).minusDays(dueStep.catchUpDays()), last).stream()
                .filter(one -> one.moment().isAfter(now) && !runs.contains(one.key()) || due.filter(one::equals).isPresent()).toList();
    }
}
