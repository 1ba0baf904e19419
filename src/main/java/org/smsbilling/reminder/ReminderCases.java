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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.pause.CollectionPauses;
import org.smsbilling.planning.StepKey;

/** Reads what decides about the reminders of some invoices of an organization; the queries depend on chunks of invoices, not on invoices. */
public final class ReminderCases {

    private static final int CHUNK = 1_000;
    /** An e-mail that is being sent for so long counts as a step that was run; until then it may turn out to wait for the mail server. */
    private static final Duration BEING_SENT = Duration.ofMinutes(5);

    private ReminderCases() { }

    /** @param day pauses that ended before it do not count. @return in the order of the invoices */
    public static List<ReminderCase> read(Delegator delegator, String organizationPartyId, CollectionCycles cycles,
            Collection<InvoiceFacts> invoices, LocalDate day, Instant now) throws GenericEntityException {
        List<InvoiceFacts> all = List.copyOf(invoices);
        CollectionPauses pauses = CollectionPauses.read(delegator, organizationPartyId, all, day);
        List<ReminderCase> cases = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<InvoiceFacts> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            Map<String, InvoiceTraits> traits = InvoiceTraitsReader.read(delegator, cycles, chunk, now);
            Map<String, Set<StepKey>> runs = runsOf(delegator, organizationPartyId, chunk, now.minus(BEING_SENT));
            for (InvoiceFacts invoice : chunk) {
                cases.add(new ReminderCase(invoice, cycles.of(traits.get(invoice.invoiceId())).orElse(null),
                        runs.getOrDefault(invoice.invoiceId(), Set.of()), pauses));
            }
        }
        return cases;
    }

    /** @return steps that the invoices had, by invoice id */
    static Map<String, Set<StepKey>> runs(Delegator delegator, String organizationPartyId, List<InvoiceFacts> invoices)
            throws GenericEntityException {
        Map<String, Set<StepKey>> runs = new HashMap<>();
        for (int from = 0; from < invoices.size(); from += CHUNK) {
            runs.putAll(runsOf(delegator, organizationPartyId, invoices.subList(from, Math.min(from + CHUNK, invoices.size())),
                    Instant.MAX));
        }
        return runs;
    }

    /** @param begun e-mails that are being sent since a later moment are left out */
    private static Map<String, Set<StepKey>> runsOf(Delegator delegator, String organizationPartyId, List<InvoiceFacts> invoices, Instant begun)
            throws GenericEntityException {
        Map<String, Set<StepKey>> runs = new HashMap<>();
        EntityCondition ofThese = EntityCondition.makeCondition("invoiceId", EntityOperator.IN,
                invoices.stream().map(InvoiceFacts::invoiceId).toList());
        for (GenericValue row : EntityQuery.use(delegator).select("invoiceId", "stepId", "occurrence", "outcome", "createdDate").from("SmsStepRun")
                .where(EntityCondition.makeCondition("organizationPartyId", organizationPartyId), ofThese).queryList()) {
            boolean beingSent = EmailOutcome.EMAIL_SENDING.name().equals(row.getString("outcome"));
            if (!beingSent || !row.getTimestamp("createdDate").toInstant().isAfter(begun)) {
                runs.computeIfAbsent(row.getString("invoiceId"), any -> new HashSet<>())
                        .add(new StepKey(row.getString("stepId"), row.getString("occurrence")));
            }
        }
        return runs;
    }
}
