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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.message.MessageType;

/** Reads cycles that were not removed. */
public final class CollectionCyclesReader {

    /** Stands for the examples that ship with the component. */
    public static final String EXAMPLES = "_NA_";

    private CollectionCyclesReader() { }

    /** @return the cycles of an organization; two queries */
    public static CollectionCycles read(Delegator delegator, String organizationPartyId) throws GenericEntityException {
        List<GenericValue> cycles = EntityQuery.use(delegator).from("SmsCollectionCycle")
                .where("organizationPartyId", organizationPartyId, "thruDate", null).queryList();
        if (cycles.isEmpty()) {
            return new CollectionCycles(List.of());
        }
        Map<String, List<GenericValue>> steps = EntityQuery.use(delegator).from("SmsCollectionStep").where(
                EntityCondition.makeCondition("cycleId", EntityOperator.IN, cycles.stream().map(row -> row.getString("cycleId")).toList()),
                EntityCondition.makeCondition("thruDate", EntityOperator.EQUALS, null)).queryList().stream()
                .collect(Collectors.groupingBy(row -> row.getString("cycleId")));
        List<CollectionCycle> read = new ArrayList<>();
        for (GenericValue cycle : cycles) {
            read.add(cycle(cycle, steps.getOrDefault(cycle.getString("cycleId"), List.of())));
        }
        return new CollectionCycles(read);
    }

    /** @return organizations that have cycles, without the examples */
    public static List<String> organizations(Delegator delegator) throws GenericEntityException {
        return FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsCollectionCycle").where(
                EntityCondition.makeCondition("thruDate", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.NOT_EQUAL, EXAMPLES))
                .orderBy("organizationPartyId").distinct(), "organizationPartyId");
    }

    private static CollectionCycle cycle(GenericValue row, List<GenericValue> steps) {
        CycleRule rule = new CycleRule(row.getString("invoiceTypeId"), row.getString("invoiceItemTypeId"), row.getString("attributeName"),
                row.getString("attributeValue"), row.getString("partyClassificationGroupId"));
        return new CollectionCycle(row.getString("cycleId"), row.getString("cycleName"), number(row, "priority"), rule,
                instant(row, "changedDate"), steps.stream().map(CollectionCyclesReader::step).collect(Collectors.toList()));
    }

    static CollectionStep step(GenericValue row) {
        return new CollectionStep(row.getString("stepId"), StepAnchor.valueOf(row.getString("stepAnchor")), number(row, "offsetDays"),
                StepCommunication.valueOf(row.getString("communication")), MessageType.valueOf(row.getString("messageType")),
                row.getString("templateId"), row.getString("emailTemplateSettingId"), number(row, "sendHour"), number(row, "repeatEveryDays"),
                number(row, "repeatMaximum"), row.getBigDecimal("lateFee"), row.getString("lateFeeAttribute"), instant(row, "fromDate"));
    }

    private static int number(GenericValue row, String field) {
        Long value = row.getLong(field);
        return value == null ? 0 : value.intValue();
    }

    private static Instant instant(GenericValue row, String field) {
        Timestamp moment = row.getTimestamp(field);
        return moment == null ? Instant.EPOCH : moment.toInstant();
    }
}
