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

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;

/**
 * On which days invoices are due, or dated, that may be at a step now: a condition on SmsInvoiceDue that its indexes answer. What was decided after
 * the step began, and after its cycle was changed, is left out.
 */
final class DueDays {

    private final Map<LocalDate, Instant> since = new TreeMap<>();
    private final StepAnchor anchor;

    /** @param anchor DUE_DATE or INVOICE_DATE */
    DueDays(StepAnchor anchor, StepCalendar calendar, CollectionCycles cycles, int catchUpDays, Instant now) {
        this.anchor = anchor;
        LocalDate today = calendar.day(now);
        for (CollectionCycle cycle : cycles.all()) {
            for (CollectionStep step : cycle.steps()) {
                if (step.anchor() == anchor && step.communication() != StepCommunication.NONE) {
                    for (LocalDate day = today.minusDays(catchUpDays); !day.isAfter(today); day = day.plusDays(1)) {
                        add(cycle, step, day, calendar, now);
                    }
                }
            }
        }
    }

    private void add(CollectionCycle cycle, CollectionStep step, LocalDate day, StepCalendar calendar, Instant now) {
        Instant moment = calendar.moment(step, day);
        if (moment.isAfter(now) || day.isBefore(calendar.day(step.since()))) {
            return;
        }
        Instant changed = cycle.changed().plusMillis(1);
        for (int number = 1; number <= step.occurrences(); number++) {
            LocalDate anchored = day.minusDays(step.offsetDays(number));
            Instant undecided = moment.isAfter(changed) ? moment : changed;
            if (!since.containsKey(anchored) || undecided.isAfter(since.get(anchored))) {
                since.put(anchored, undecided);
            }
        }
    }

    /** @return empty when no step is due, whatever the invoices */
    Optional<EntityCondition> condition(String organizationPartyId) {
        if (since.isEmpty()) {
            return Optional.empty();
        }
        String field = anchor == StepAnchor.DUE_DATE ? "dueDate" : "invoiceDate";
        Map<Instant, List<LocalDate>> bySince = new HashMap<>();
        since.forEach((day, moment) -> bySince.computeIfAbsent(moment, any -> new ArrayList<>()).add(day));
        List<EntityCondition> undecided = new ArrayList<>();
        bySince.forEach((moment, days) -> undecided.add(EntityCondition.makeCondition(in(field, days), EntityOperator.AND,
                EntityCondition.makeCondition(EntityCondition.makeCondition("decidedDate", EntityOperator.EQUALS, null), EntityOperator.OR,
                        EntityCondition.makeCondition("decidedDate", EntityOperator.LESS_THAN, Timestamp.from(moment))))));
        return Optional.of(EntityCondition.makeCondition(List.of(EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                in(field, List.copyOf(since.keySet())), EntityCondition.makeCondition(undecided, EntityOperator.OR))));
    }

    private static EntityCondition in(String field, List<LocalDate> days) {
        return EntityCondition.makeCondition(field, EntityOperator.IN, days.stream().map(Date::valueOf).collect(Collectors.toList()));
    }
}
