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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;

/**
 * Shows who would get what and when if nobody paid until then; writes nothing. It goes from customer to customer, a part at a time, so that any
 * number of invoices can be looked at: what makes one text is always in one part.
 */
final class DryRun {

    static final int MOST_DAYS = 60;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final CollectionCycles cycles;
    private final LocalDate first;
    private final LocalDate last;
    private final int size;

    /**
     * @param now the moment at which it began
     * @param days from 1 to 60, today being the first
     * @param size of invoices in a part, unless a customer alone has more
     */
    DryRun(Delegator delegator, OrganizationSettings settings, CollectionCycles cycles, Instant now, int days, int size) {
        this.delegator = delegator;
        this.settings = settings;
        this.cycles = cycles;
        this.first = now.atZone(settings.zoneId()).toLocalDate();
        this.last = first.plusDays(days - 1L);
        this.size = size;
    }

    /** @param looked invoices that were looked at
     * @param next where the next part begins; null when there is none */
    record Part(List<ComingReminder> reminders, int looked, DryRunPosition next) { }

    /** @return invoices that all parts together look at */
    long total() throws GenericEntityException {
        EntityCondition near = near();
        return near == null ? 0 : EntityQuery.use(delegator).from("SmsInvoiceDue").where(near).queryCount();
    }

    Part part(DryRunPosition position) throws GenericEntityException {
        EntityCondition near = near();
        if (near == null) {
            return new Part(List.of(), 0, null);
        }
        List<GenericValue> rows = rows(near, EntityCondition.makeCondition("customerPartyId", EntityOperator.GREATER_THAN,
                position.afterCustomer()), size + 1);
        String after = null;
        if (rows.size() > size) {
            String cut = rows.get(size).getString("customerPartyId");
            List<GenericValue> whole = rows.stream().filter(row -> !cut.equals(row.getString("customerPartyId"))).toList();
            rows = whole.isEmpty() ? rows(near, EntityCondition.makeCondition("customerPartyId", cut), 0) : whole;
            after = rows.get(rows.size() - 1).getString("customerPartyId");
        }
        List<String> ids = rows.stream().map(row -> row.getString("invoiceId")).toList();
        List<ReminderCase> cases = ReminderCases.read(delegator, settings.organizationPartyId(), cycles,
                InvoiceFactsReader.read(delegator, ids, position.now()).values(), first, position.now());
        List<ComingReminder> reminders = new ComingReminders(delegator, settings, position.now(), position.placed()).of(cases, last);
        return new Part(reminders, ids.size(), after == null ? null : new DryRunPosition(position.now(), after, placed(position, reminders)));
    }

    /** @param most 0 for all */
    private List<GenericValue> rows(EntityCondition near, EntityCondition which, int most) throws GenericEntityException {
        EntityQuery query = EntityQuery.use(delegator).select("invoiceId", "customerPartyId").from("SmsInvoiceDue").where(near, which)
                .orderBy("customerPartyId", "invoiceId");
        return (most == 0 ? query : query.maxRows(most)).queryList();
    }

    private Map<LocalDate, Long> placed(DryRunPosition position, List<ComingReminder> reminders) {
        Map<LocalDate, Long> placed = new HashMap<>(position.placed());
        reminders.stream().map(ComingReminder::text).filter(text -> text != null && text.leaves() != null)
                .forEach(text -> placed.merge(text.leaves().atZone(settings.zoneId()).toLocalDate(), 1L, Long::sum));
        return placed;
    }

    /** @return invoices that may have a step on the days; null when no step communicates */
    private EntityCondition near() {
        List<EntityCondition> either = new ArrayList<>();
        for (StepAnchor anchor : List.of(StepAnchor.DUE_DATE, StepAnchor.INVOICE_DATE)) {
            List<CollectionStep> steps = cycles.all().stream().flatMap(cycle -> cycle.steps().stream())
                    .filter(step -> step.anchor() == anchor && step.communication() != StepCommunication.NONE).toList();
            if (!steps.isEmpty()) {
                int earliest = steps.stream().mapToInt(step -> step.offsetDays(1)).min().orElseThrow();
                int latest = steps.stream().mapToInt(step -> step.offsetDays(step.occurrences())).max().orElseThrow();
                String field = anchor == StepAnchor.DUE_DATE ? "dueDate" : "invoiceDate";
                either.add(EntityCondition.makeCondition(
                        EntityCondition.makeCondition(field, EntityOperator.GREATER_THAN_EQUAL_TO,
                                Date.valueOf(first.minusDays(latest + (long) settings.automation().catchUpDays()))),
                        EntityCondition.makeCondition(field, EntityOperator.LESS_THAN_EQUAL_TO, Date.valueOf(last.minusDays(earliest)))));
            }
        }
        return either.isEmpty() ? null : EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition(either, EntityOperator.OR));
    }
}
