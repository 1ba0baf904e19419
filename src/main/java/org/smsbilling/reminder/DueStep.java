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

import org.smsbilling.planning.StepKey;

/**
 * Which step of its cycle an invoice is at: the latest that has begun and is not longer ago than missed ones are caught up. Those before it are
 * not caught up, and none is when a later one was run already, as after a clock was put back. Of steps that count from the due date, those that were
 * run for another one do not count.
 *
 * @param calendar of the organization
 * @param catchUpDays days that a missed step is caught up after its day
 */
public record DueStep(StepCalendar calendar, int catchUpDays) {

    /** @param runs steps that the invoice had, whatever became of them. @return empty when nothing is to be done now */
    public Optional<StepOccurrence> at(Instant now, CollectionCycle cycle, LocalDate dueDate, LocalDate invoiceDate, Set<StepKey> runs) {
        LocalDate today = calendar.day(now);
        List<StepOccurrence> begun = calendar.between(cycle, dueDate, invoiceDate, today.minusDays(catchUpDays), today).stream()
                .filter(occurrence -> !occurrence.moment().isAfter(now)).toList();
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        StepOccurrence latest = begun.get(begun.size() - 1);
        return ran(latest, runs) || laterRan(latest, cycle, dueDate, invoiceDate, runs) ? Optional.empty() : Optional.of(latest);
    }

    private boolean laterRan(StepOccurrence latest, CollectionCycle cycle, LocalDate dueDate, LocalDate invoiceDate, Set<StepKey> runs) {
        return !runs.isEmpty() && calendar.between(cycle, dueDate, invoiceDate, latest.day(), LocalDate.MAX).stream()
                .anyMatch(occurrence -> occurrence.moment().isAfter(latest.moment()) && ran(occurrence, runs));
    }

    private static boolean ran(StepOccurrence occurrence, Set<StepKey> runs) {
        return runs.contains(occurrence.key());
    }
}
