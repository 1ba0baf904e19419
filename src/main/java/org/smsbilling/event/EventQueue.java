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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/** Events that wait. Who takes some moves their next date to the end of a lease; what a node that died had taken comes back by itself. */
final class EventQueue {

    private static final String ENTITY = "SmsEvent";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int LONGEST_OUTCOME = 60;

    private final Delegator delegator;
    private final EntityCondition which;

    /** @param which events, by their kind */
    EventQueue(Delegator delegator, EntityCondition which) {
        this.delegator = delegator;
        this.which = which;
    }

    /** Events that were taken, by whom. */
    record Taken(String owner, List<GenericValue> rows) { }

    /** @return at most so many events whose turn has come, the oldest first; they are ours for the length of the lease */
    Taken take(Instant now, int limit) throws GenericEntityException {
        List<String> due = EntityQuery.use(delegator).select("smsEventId", "nextDate").from(ENTITY).where(dueAt(now), which).orderBy("nextDate")
                .maxRows(limit).queryList().stream().map(row -> row.getString("smsEventId")).collect(Collectors.toList());
        String owner = UUID.randomUUID().toString();
        if (due.isEmpty()) {
            return new Taken(owner, List.of());
        }
        return OwnTransaction.call(() -> {
            delegator.storeByCondition(ENTITY, Map.of("leaseOwner", owner, "nextDate", Timestamp.from(now.plus(LEASE))),
                    EntityCondition.makeCondition(these(due), dueAt(now)));
            return new Taken(owner, EntityQuery.use(delegator).from(ENTITY)
                    .where(EntityCondition.makeCondition(these(due), EntityCondition.makeCondition("leaseOwner", owner)))
                    .orderBy("createdDate", "smsEventId").queryList());
        });
    }

    /** Writes down what became of events that are still ours: a statement for each different outcome. */
    void end(String owner, Map<String, EventOutcome> outcomes, Instant now) throws GenericEntityException {
        Map<EventOutcome, List<String>> byOutcome = outcomes.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue,
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        OwnTransaction.call(() -> {
            for (Map.Entry<EventOutcome, List<String>> each : byOutcome.entrySet()) {
                store(owner, each.getValue(), fields(each.getKey(), now));
            }
            return null;
        });
    }

    /** Looking at an event went wrong. */
    void failed(String owner, String eventId, int tries, EventOutcome outcome, Instant now) throws GenericEntityException {
        Map<String, Object> fields = fields(outcome, now);
        fields.put("tries", (long) tries);
        OwnTransaction.call(() -> store(owner, List.of(eventId), fields));
    }

    private int store(String owner, Collection<String> eventIds, Map<String, Object> fields) throws GenericEntityException {
        return delegator.storeByCondition(ENTITY, fields,
                EntityCondition.makeCondition(these(eventIds), EntityCondition.makeCondition("leaseOwner", owner)));
    }

    private static Map<String, Object> fields(EventOutcome outcome, Instant now) {
        Map<String, Object> fields = new HashMap<>();
        String word = outcome.word();
        fields.put("outcome", word.length() <= LONGEST_OUTCOME ? word : word.substring(0, LONGEST_OUTCOME));
        fields.put("nextDate", outcome.again() == null ? null : Timestamp.from(outcome.again()));
        fields.put("handledDate", outcome.again() == null ? Timestamp.from(now) : null);
        fields.put("leaseOwner", null);
        return fields;
    }

    private static EntityCondition dueAt(Instant now) {
        return EntityCondition.makeCondition("nextDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now));
    }

    private static EntityCondition these(Collection<String> eventIds) {
        return EntityCondition.makeCondition("smsEventId", EntityOperator.IN, eventIds);
    }
}
