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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Writes cycles and their steps in the caller's transaction. */
final class CycleStore {

    private static final List<String> CYCLE_FIELDS = List.of("cycleName", "priority", "invoiceTypeId", "invoiceItemTypeId", "attributeName",
            "attributeValue", "partyClassificationGroupId");
    private static final List<String> STEP_FIELDS = List.of("stepAnchor", "offsetDays", "communication", "messageType", "sendHour",
            "repeatEveryDays", "repeatMaximum", "lateFee", "lateFeeAttribute");

    private final Delegator delegator;
    private final String userLoginId;
    private final Timestamp now;

    CycleStore(Delegator delegator, String userLoginId, Instant now) {
        this.delegator = delegator;
        this.userLoginId = userLoginId;
        this.now = Timestamp.from(now);
    }

    /** @return a cycle that was not removed, or null */
    static GenericValue cycle(Delegator delegator, String cycleId) throws GenericEntityException {
        return cycleId == null ? null
                : EntityQuery.use(delegator).from("SmsCollectionCycle").where("cycleId", cycleId, "thruDate", null).queryFirst();
    }

    /** @return a step that was not removed, or null */
    static GenericValue step(Delegator delegator, String stepId) throws GenericEntityException {
        return stepId == null ? null : EntityQuery.use(delegator).from("SmsCollectionStep").where("stepId", stepId, "thruDate", null).queryFirst();
    }

    /** @return id of the new cycle */
    String createCycle(String organizationPartyId, Map<String, Object> values) throws GenericEntityException {
        Map<String, Object> cycle = new HashMap<>(values);
        String cycleId = delegator.getNextSeqId("SmsCollectionCycle");
        cycle.put("cycleId", cycleId);
        cycle.put("organizationPartyId", organizationPartyId);
        cycle.put("fromDate", now);
        cycle.put("changedDate", now);
        cycle.put("changedByUserLogin", userLoginId);
        delegator.create("SmsCollectionCycle", cycle);
        return cycleId;
    }

    void updateCycle(String cycleId, Map<String, Object> values) throws GenericEntityException {
        Map<String, Object> cycle = new HashMap<>(values);
        cycle.put("changedDate", now);
        cycle.put("changedByUserLogin", userLoginId);
        delegator.storeByCondition("SmsCollectionCycle", cycle, EntityCondition.makeCondition(Map.of("cycleId", cycleId)));
    }

    /** @return id of the new step */
    String createStep(String cycleId, Map<String, Object> values) throws GenericEntityException {
        Map<String, Object> step = new HashMap<>(values);
        String stepId = delegator.getNextSeqId("SmsCollectionStep");
        step.put("stepId", stepId);
        step.put("cycleId", cycleId);
        step.put("fromDate", now);
        delegator.create("SmsCollectionStep", step);
        updateCycle(cycleId, Map.of());
        return stepId;
    }

    /** A step that begins to communicate does so from now on: what it would have said before is not caught up. */
    void updateStep(GenericValue stored, Map<String, Object> values) throws GenericEntityException {
        Map<String, Object> step = new HashMap<>(values);
        if (StepCommunication.NONE.name().equals(stored.getString("communication"))) {
            step.put("fromDate", now);
        }
        delegator.storeByCondition("SmsCollectionStep", step, EntityCondition.makeCondition(Map.of("stepId", stored.getString("stepId"))));
        updateCycle(stored.getString("cycleId"), Map.of());
    }

    /** Copies an example. @param sms whether its texts stay texts; else they are NONE. @return id of the new cycle */
    String copy(String exampleCycleId, String organizationPartyId, boolean sms) throws GenericEntityException {
        GenericValue example = cycle(delegator, exampleCycleId);
        Map<String, Object> values = new HashMap<>();
        for (String field : CYCLE_FIELDS) {
            values.put(field, example.get(field));
        }
        String cycleId = createCycle(organizationPartyId, values);
        for (GenericValue step : EntityQuery.use(delegator).from("SmsCollectionStep").where("cycleId", exampleCycleId, "thruDate", null)
                .orderBy("stepId").queryList()) {
            Map<String, Object> copied = new HashMap<>();
            for (String field : STEP_FIELDS) {
                copied.put(field, step.get(field));
            }
            if (!sms && StepCommunication.SMS.name().equals(step.getString("communication"))) {
                copied.put("communication", StepCommunication.NONE.name());
            }
            createStep(cycleId, copied);
        }
        return cycleId;
    }
}
