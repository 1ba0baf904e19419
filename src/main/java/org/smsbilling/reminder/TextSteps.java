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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;

/** The steps of an organization's cycles that are texts: what disconnecting it ends. */
public final class TextSteps {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final CollectionCycles cycles;

    private TextSteps(Delegator delegator, OrganizationSettings settings, CollectionCycles cycles) {
        this.delegator = delegator;
        this.settings = settings;
        this.cycles = cycles;
    }

    public static TextSteps read(Delegator delegator, OrganizationSettings settings) throws GenericEntityException {
        return new TextSteps(delegator, settings, CollectionCyclesReader.read(delegator, settings.organizationPartyId()));
    }

    /** @return number of text steps by name of the cycle, in the order of the cycles; cycles without one are missing */
    public List<Map<String, String>> byCycle() {
        List<Map<String, String>> found = new ArrayList<>();
        for (CollectionCycle cycle : cycles.all()) {
            long texts = cycle.steps().stream().filter(TextSteps::text).count();
            if (texts > 0) {
                found.add(Map.of("cycleName", cycle.name(), "steps", String.valueOf(texts)));
            }
        }
        return found;
    }

    /** @return open invoices on whose days text steps are still to come: at most, as rules and pauses are not looked at. Two counts by index */
    public long openCases(Instant now) throws GenericEntityException {
        return count(StepAnchor.DUE_DATE, "dueDate", now) + count(StepAnchor.INVOICE_DATE, "invoiceDate", now);
    }

    /** @return messages that wait to be sent */
    public long queued() throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where("organizationPartyId", settings.organizationPartyId(),
                "messageStatus", "QUEUED").queryCount();
    }

    /** Sets all of them to NONE, in the caller's transaction; nothing sets them back. @return how many they were */
    public int silence(String userLoginId, Instant now) throws GenericEntityException {
        CycleStore store = new CycleStore(delegator, userLoginId, now);
        int silenced = 0;
        for (CollectionCycle cycle : cycles.all()) {
            if (cycle.steps().stream().anyMatch(TextSteps::text)) {
                silenced += delegator.storeByCondition("SmsCollectionStep", Map.of("communication", StepCommunication.NONE.name()),
                        EntityCondition.makeCondition(of("cycleId", cycle.cycleId(), "communication", StepCommunication.SMS.name(),
                                "thruDate", null)));
                store.updateCycle(cycle.cycleId(), Map.of());
            }
        }
        return silenced;
    }

    private long count(StepAnchor anchor, String field, Instant now) throws GenericEntityException {
        OptionalInt latest = cycles.all().stream().flatMap(cycle -> cycle.steps().stream()).filter(TextSteps::text)
                .filter(step -> step.anchor() == anchor).mapToInt(step -> step.offsetDays(step.occurrences())).max();
        if (latest.isEmpty()) {
            return 0;
        }
        Date first = Date.valueOf(now.atZone(settings.zoneId()).toLocalDate().minusDays(latest.getAsInt()));
        return EntityQuery.use(delegator).from("SmsInvoiceDue").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition(field, EntityOperator.GREATER_THAN_EQUAL_TO, first)).queryCount();
    }

    private static boolean text(CollectionStep step) {
        return step.communication() == StepCommunication.SMS;
    }

    private static Map<String, Object> of(Object... nameValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < nameValues.length; i += 2) {
            map.put((String) nameValues[i], nameValues[i + 1]);
        }
        return map;
    }
}
