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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;

/** Who would get what and when in the next days if nobody paid: the decisions of the job, without writing anything. */
final class DryRun {

    /** So many invoices are looked at, the soonest due first: what a page can bear. */
    static final int MOST_INVOICES = 2_000;
    static final int MOST_DAYS = 60;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final CollectionCycles cycles;
    private final Instant now;

    DryRun(Delegator delegator, OrganizationSettings settings, CollectionCycles cycles, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.cycles = cycles;
        this.now = now;
    }

    /** @param limited whether there were more invoices than were looked at */
    record Result(List<ComingReminder> reminders, int invoices, boolean limited) { }

    /** @param days from 1 to 60, today being the first */
    Result run(int days) throws GenericEntityException {
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        LocalDate last = today.plusDays(days - 1L);
        Set<String> found = new LinkedHashSet<>();
        boolean limited = false;
        for (StepAnchor anchor : List.of(StepAnchor.DUE_DATE, StepAnchor.INVOICE_DATE)) {
            List<String> ids = found(anchor, today, last);
            limited |= ids.size() > MOST_INVOICES;
            found.addAll(ids);
        }
        List<String> looked = new ArrayList<>(found).subList(0, Math.min(found.size(), MOST_INVOICES));
        limited |= found.size() > looked.size();
        List<ReminderCase> cases = ReminderCases.read(delegator, settings.organizationPartyId(), cycles,
                InvoiceFactsReader.read(delegator, looked, now).values(), today, now);
        return new Result(new ComingReminders(delegator, settings, now).of(cases, last), looked.size(), limited);
    }

    private List<String> found(StepAnchor anchor, LocalDate today, LocalDate last) throws GenericEntityException {
        List<CollectionStep> steps = cycles.all().stream().flatMap(cycle -> cycle.steps().stream())
                .filter(step -> step.anchor() == anchor && step.communication() != StepCommunication.NONE).toList();
        if (steps.isEmpty()) {
            return List.of();
        }
        int earliest = steps.stream().mapToInt(step -> step.offsetDays(1)).min().orElseThrow();
        int latest = steps.stream().mapToInt(step -> step.offsetDays(step.occurrences())).max().orElseThrow();
        String field = anchor == StepAnchor.DUE_DATE ? "dueDate" : "invoiceDate";
        return FieldValues.of(EntityQuery.use(delegator).select("invoiceId").from("SmsInvoiceDue").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition(field, EntityOperator.GREATER_THAN_EQUAL_TO,
                        Date.valueOf(today.minusDays(latest + (long) settings.automation().catchUpDays()))),
                EntityCondition.makeCondition(field, EntityOperator.LESS_THAN_EQUAL_TO, Date.valueOf(last.minusDays(earliest))))
                .orderBy(field, "invoiceId").maxRows(MOST_INVOICES + 1), "invoiceId");
    }
}
