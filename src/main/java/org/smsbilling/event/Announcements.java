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
package org.smsbilling.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.SentByHand;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.planning.PlannedStep;

/** Tells customers of new invoices, of each once. */
final class Announcements {

    static final String STEP = "INVOICE";
    static final String ONCE = "1";

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final EventPlans plans;
    private final Instant now;

    Announcements(Delegator delegator, OrganizationSettings settings, EventPlans plans, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.plans = plans;
        this.now = now;
    }

    /** @param wanted step by invoice id. @return outcome by invoice id */
    Map<String, EventOutcome> announce(Collection<InvoiceFacts> invoices, Map<String, EventStep> wanted) throws GenericEntityException {
        List<String> ids = invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toList());
        Set<String> known = plans.known(settings.organizationPartyId(), STEP, null, ids);
        Set<String> byHand = SentByHand.of(delegator, settings.organizationPartyId(), ids);
        LocalDate oldest = today().minusDays(settings.automation().invoiceMaxAgeDays());
        Set<String> tooOld = withoutRecurring(invoices.stream().filter(invoice -> invoice.invoiceDate() != null
                && invoice.invoiceDate().isBefore(oldest)).map(InvoiceFacts::invoiceId).collect(Collectors.toSet()));
        Map<String, EventOutcome> outcomes = new HashMap<>();
        List<PlannedStep> steps = new ArrayList<>();
        for (InvoiceFacts invoice : invoices) {
            String id = invoice.invoiceId();
            if (known.contains(id)) {
                outcomes.put(id, EventOutcome.done("ALREADY_PLANNED"));
            } else if (byHand.contains(id)) {
                outcomes.put(id, EventOutcome.done("SENT_BY_HAND"));
            } else if (tooOld.contains(id)) {
                outcomes.put(id, EventOutcome.done("TOO_OLD"));
            } else {
                EventStep step = wanted.get(id);
                if (step.byMail()) {
                    SmsEvents.record(delegator, EventKind.MAIL_DUE, settings.organizationPartyId(), id, null, step.mailStepId(), now);
                    outcomes.put(id, EventOutcome.done("MAIL_PLANNED"));
                    continue;
                }
                steps.add(new PlannedStep(STEP, ONCE, step.type(), List.of(invoice),
                        MessageContent.ofTemplate(step.templateId(), step.lateFee()), now, null));
                outcomes.put(id, EventOutcome.PLANNED);
            }
        }
        plans.write(settings, steps);
        return outcomes;
    }

    /** OFBiz makes recurring invoices as copies, which keep the date of the first: they are new all the same. */
    private Set<String> withoutRecurring(Set<String> old) throws GenericEntityException {
        Set<String> imports = new HashSet<>(old);
        if (!old.isEmpty()) {
            FieldValues.of(EntityQuery.use(delegator).select("invoiceId").from("Invoice").where(
                    EntityCondition.makeCondition("invoiceId", EntityOperator.IN, old),
                    EntityCondition.makeCondition("recurrenceInfoId", EntityOperator.NOT_EQUAL, null)), "invoiceId").forEach(imports::remove);
        }
        return imports;
    }

    private LocalDate today() {
        return now.atZone(settings.zoneId()).toLocalDate();
    }
}
