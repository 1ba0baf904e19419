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

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepPlanner;

/** Plans steps that events have brought about, and writes them down. */
final class EventPlans {

    private final Delegator delegator;
    private final Clock clock;
    private final Runnable planned;

    EventPlans(Delegator delegator, Clock clock, Runnable planned) {
        this.delegator = delegator;
        this.clock = clock;
        this.planned = planned;
    }

    /** @return settings of those organizations that text, or will again when what stopped them is over */
    Map<String, OrganizationSettings> texting(Collection<String> organizationPartyIds) throws GenericEntityException {
        Map<String, OrganizationSettings> texting = new HashMap<>();
        for (String organization : new HashSet<>(organizationPartyIds)) {
            Optional<OrganizationSettings> settings = organization == null ? Optional.empty()
                    : OrganizationSettingsReader.read(delegator, organization);
            settings.filter(EventPlans::texts).ifPresent(read -> texting.put(organization, read));
        }
        return texting;
    }

    /** @return whether it texts, or will again when what stopped it is over */
    static boolean texts(OrganizationSettings settings) {
        return settings.connected() || !settings.stoppedReason().isEmpty();
    }

    /** @return settings of those organizations that text or have cycles, whose steps may be e-mails */
    Map<String, OrganizationSettings> reaching(Collection<String> organizationPartyIds) throws GenericEntityException {
        Map<String, OrganizationSettings> reaching = new HashMap<>(texting(organizationPartyIds));
        for (String organization : new HashSet<>(organizationPartyIds)) {
            if (organization != null && !reaching.containsKey(organization) && EntityQuery.use(delegator).from("SmsInvoiceDueFill")
                    .where("organizationPartyId", organization).queryCount() > 0) {
                OrganizationSettingsReader.read(delegator, organization).ifPresent(read -> reaching.put(organization, read));
            }
        }
        return reaching;
    }

    /** @return of what is wanted what the organization can do: e-mails, and texts if it texts */
    Map<String, EventStep> possible(OrganizationSettings settings, Map<String, EventStep> wanted) {
        return texts(settings) ? wanted : wanted.entrySet().stream().filter(step -> step.getValue().byMail())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param occurrence or null for any. @return those of the invoices for which the step was run before */
    Set<String> known(String organizationPartyId, String stepId, String occurrence, Collection<String> invoiceIds) throws GenericEntityException {
        Map<String, Object> key = new HashMap<>(Map.of("organizationPartyId", organizationPartyId, "stepId", stepId));
        if (occurrence != null) {
            key.put("occurrence", occurrence);
        }
        return invoiceIds.isEmpty() ? Set.of() : EntityQuery.use(delegator).select("invoiceId").from("SmsStepRun").where(
                EntityCondition.makeCondition(EntityCondition.makeCondition(key),
                        EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds))).queryList().stream()
                .map(run -> run.getString("invoiceId")).collect(Collectors.toSet());
    }

    /** @param steps of the organization, that were not run before. @return false when somebody else was at it and it has to be looked at again */
    boolean write(OrganizationSettings settings, Collection<PlannedStep> steps) throws GenericEntityException {
        if (steps.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        List<PlannedText> texts = new StepPlanner(delegator, settings, now).plan(steps);
        int written = new PlanWriter(delegator, now).write(texts);
        if (written > 0) {
            planned.run();
        }
        return written == texts.size();
    }
}
