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
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * On which days the steps of a cycle fall. Days are the organization's; an hour that its clocks skip begins when they have been put forward, one
 * that comes twice begins the first time.
 */
public final class StepCalendar {

    private static final Comparator<StepOccurrence> IN_TIME = Comparator.comparing(StepOccurrence::moment)
            .thenComparing(occurrence -> occurrence.step().offsetDays()).thenComparing(occurrence -> occurrence.step().stepId())
            .thenComparing(StepOccurrence::number);

    private final ZoneId zone;

    public StepCalendar(ZoneId zone) {
        this.zone = zone;
    }

    /** @return the organization's day at a moment */
    public LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** @return when the day begins */
    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** @return when the hour of the step begins on the day */
    public Instant moment(CollectionStep step, LocalDate day) {
        return day.atTime(LocalTime.of(step.hour(), 0)).atZone(zone).toInstant();
    }

    /**
     * @param dueDate or null: then there are no steps that count from it
     * @param invoiceDate or null
     * @param first day that counts
     * @param last day that counts
     * @return in time; those of steps that communicate and did on that day
     */
    public List<StepOccurrence> between(CollectionCycle cycle, LocalDate dueDate, LocalDate invoiceDate, LocalDate first, LocalDate last) {
        List<StepOccurrence> found = new ArrayList<>();
        for (CollectionStep step : cycle.steps()) {
            LocalDate anchor = step.anchor() == StepAnchor.DUE_DATE ? dueDate : step.anchor() == StepAnchor.INVOICE_DATE ? invoiceDate : null;
            if (anchor == null || step.communication() == StepCommunication.NONE) {
                continue;
            }
            LocalDate since = day(step.since());
            for (int number = 1; number <= step.occurrences(); number++) {
                LocalDate day = anchor.plusDays(step.offsetDays(number));
                if (!day.isBefore(first) && !day.isAfter(last) && !day.isBefore(since)) {
                    found.add(new StepOccurrence(step, number, day, moment(step, day)));
                }
            }
        }
        found.sort(IN_TIME);
        return found;
    }
}
