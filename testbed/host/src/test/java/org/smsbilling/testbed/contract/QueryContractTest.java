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
package org.smsbilling.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.entity.util.EntityUtil;

/** Queries and conditions. */
final class QueryContractTest {

    private static String some(Delegator delegator) throws GenericEntityException {
        String group = "q" + delegator.getNextSeqId("QueryContract");
        for (int i = 1; i <= 5; i++) {
            delegator.create("ContractThing", "thingId", group + "-" + i, "groupName", group, "counter", i == 5 ? null : (Object) (long) i,
                    "longText", i % 2 == 0 ? "even" : "Odd");
        }
        return group;
    }

    private static List<Long> counters(List<GenericValue> values) {
        return values.stream().map(each -> each.getLong("counter")).toList();
    }

    private static EntityQuery in(Delegator delegator, String group, EntityCondition condition) {
        return EntityQuery.use(delegator).from("ContractThing").where(EntityCondition.makeCondition("groupName", group), condition)
                .orderBy("counter");
    }

    @OnBothDatabases
    void comparisonsFilter(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        assertEquals(List.of(3L, 4L), counters(in(delegator, group,
                EntityCondition.makeCondition("counter", EntityOperator.GREATER_THAN, 2L)).queryList()));
        assertEquals(List.of(1L, 3L), counters(in(delegator, group,
                EntityCondition.makeCondition("counter", EntityOperator.IN, List.of(1L, 3L, 99L))).queryList()));
        assertEquals(List.of(2L, 3L), counters(in(delegator, group,
                EntityCondition.makeCondition("counter", EntityOperator.BETWEEN, List.of(2L, 3L))).queryList()));
        assertEquals(List.of(1L, 4L), counters(in(delegator, group,
                EntityCondition.makeCondition("counter", EntityOperator.NOT_IN, List.of(2L, 3L))).queryList()));
        assertEquals(List.of(1L, 3L), counters(in(delegator, group, EntityCondition.makeCondition(
                EntityCondition.makeCondition("counter", 1L), EntityOperator.OR, EntityCondition.makeCondition("counter", 3L))).queryList()));
    }

    @OnBothDatabases
    void nullIsComparedByIsNull(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        assertEquals(1, in(delegator, group, EntityCondition.makeCondition("counter", null)).queryCount());
        assertEquals(4, in(delegator, group, EntityCondition.makeCondition("counter", EntityOperator.NOT_EQUAL, null)).queryCount());
        assertThrows(IllegalArgumentException.class, () -> EntityCondition.makeCondition("counter", EntityOperator.LESS_THAN, null));
    }

    @OnBothDatabases
    void notEqualLeavesOutNulls(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        assertEquals(List.of(2L, 3L, 4L), counters(in(delegator, group,
                EntityCondition.makeCondition("counter", EntityOperator.NOT_EQUAL, 1L)).queryList()));
    }

    @OnBothDatabases
    void inNothingFindsNothing(Delegator delegator) throws GenericEntityException {
        assertEquals(0, in(delegator, some(delegator), EntityCondition.makeCondition("counter", EntityOperator.IN, List.of())).queryCount());
    }

    @OnBothDatabases
    void likeComparesText(Delegator delegator) throws GenericEntityException {
        assertEquals(2, in(delegator, some(delegator), EntityCondition.makeCondition("longText", EntityOperator.LIKE, "ev%")).queryCount());
    }

    @OnBothDatabases
    void rowsAreOrderedAndLimited(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        EntityCondition counted = EntityCondition.makeCondition("counter", EntityOperator.NOT_EQUAL, null);
        assertEquals(List.of(4L, 3L), counters(in(delegator, group, counted).orderBy("-counter").maxRows(2).queryList()));
        assertEquals(List.of(4L, 3L, 2L, 1L), counters(in(delegator, group, counted).orderBy("counter DESC").queryList()));
        assertEquals(1L, in(delegator, group, counted).queryFirst().get("counter"));
        assertEquals(List.of(1L, 2L), counters(in(delegator, group, counted).maxRows(2).queryList()));
    }

    @OnBothDatabases
    void selectedFieldsCanBeMadeDistinct(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        EntityCondition all = EntityCondition.makeCondition("groupName", group);
        assertEquals(2, EntityQuery.use(delegator).from("ContractThing").where(all).select("longText").distinct().queryList().size());
        assertEquals(2, EntityQuery.use(delegator).from("ContractThing").where(all).select("longText").distinct().queryCount());
        List<Long> numbers = EntityQuery.use(delegator).from("ContractThing").where(all).orderBy("counter").getFieldList("counter");
        assertEquals(List.of(1L, 2L, 3L, 4L), numbers);
    }

    @OnBothDatabases
    void queryOneGoesByTheKeyAloneAndRefusesSeveral(Delegator delegator) throws GenericEntityException {
        assertEquals("seed", EntityQuery.use(delegator).from("ContractThing").where("thingId", "seeded", "groupName", "wrong").queryOne()
                .get("groupName"));
        assertNull(EntityQuery.use(delegator).from("ContractThing").where("thingId", "absent").queryOne());
        String group = some(delegator);
        assertThrows(IllegalArgumentException.class, () -> in(delegator, group, EntityCondition.makeCondition("longText", "even")).queryOne());
    }

    @OnBothDatabases
    void anUnknownFieldIsRefused(Delegator delegator) {
        assertThrows(IllegalArgumentException.class, () -> EntityQuery.use(delegator).from("ContractThing").where("nonsense", 1).queryList());
    }

    @OnBothDatabases
    void datesFilterFromInclusiveToExclusive(Delegator delegator) throws GenericEntityException {
        Timestamp begin = Timestamp.valueOf("2026-01-01 00:00:00");
        Timestamp end = Timestamp.valueOf("2026-02-01 00:00:00");
        String id = "d" + delegator.getNextSeqId("QueryContract");
        delegator.create("ContractThing", "thingId", id, "groupName", id, "fromDate", begin, "thruDate", end);
        List<Boolean> found = new ArrayList<>();
        for (Timestamp moment : List.of(new Timestamp(begin.getTime() - 1), begin, new Timestamp(end.getTime() - 1), end)) {
            List<GenericValue> values = EntityQuery.use(delegator).from("ContractThing").where("groupName", id).filterByDate(moment).queryList();
            List<GenericValue> all = EntityQuery.use(delegator).from("ContractThing").where("groupName", id).queryList();
            assertEquals(values.size(), EntityUtil.filterByDate(all, moment).size());
            found.add(!values.isEmpty());
        }
        assertEquals(List.of(false, true, true, false), found);
    }

    @OnBothDatabases
    void viewsJoinGroupAndSum(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        delegator.create("ContractPart", "thingId", group + "-1", "partSeqId", "a", "price", new BigDecimal("1.10"));
        delegator.create("ContractPart", "thingId", group + "-1", "partSeqId", "b", "price", new BigDecimal("2.20"));
        List<GenericValue> rows = EntityQuery.use(delegator).from("ContractThingTotal").where("groupName", group).orderBy("thingId").queryList();
        assertEquals(5, rows.size());
        assertEquals(new BigDecimal("3.30"), rows.get(0).get("total"));
        assertEquals(2L, rows.get(0).get("parts"));
        assertEquals(new BigDecimal("5.50"), rows.get(0).get("gross"));
        assertNull(rows.get(1).get("total"));
        assertEquals(0L, rows.get(1).get("parts"));
    }

    @OnBothDatabases
    void viewsGroupByWhatIsSelected(Delegator delegator) throws GenericEntityException {
        String group = some(delegator);
        delegator.create("ContractPart", "thingId", group + "-1", "partSeqId", "a", "price", new BigDecimal("1.10"));
        delegator.create("ContractPart", "thingId", group + "-2", "partSeqId", "a", "price", new BigDecimal("2.20"));
        List<GenericValue> rows = EntityQuery.use(delegator).from("ContractThingTotal").select("groupName", "total")
                .where("groupName", group).queryList();
        assertEquals(1, rows.size());
        assertEquals(new BigDecimal("3.30"), rows.get(0).get("total"));
    }

    @OnBothDatabases
    void conditionsHoldInMemoryAsInTheDatabase(Delegator delegator) throws GenericEntityException {
        GenericValue value = delegator.makeValue("ContractThing", "thingId", "m", "counter", 3L, "groupName", "abc");
        assertEquals(List.of(true, false, true, true), List.of(
                value.matches(EntityCondition.makeCondition("counter", EntityOperator.GREATER_THAN, 2L)),
                value.matches(EntityCondition.makeCondition("counter", EntityOperator.IN, List.of(1L, 2L))),
                value.matches(EntityCondition.makeCondition("groupName", EntityOperator.LIKE, "a%c")),
                value.matches(EntityCondition.makeCondition("moment", null))));
    }
}
