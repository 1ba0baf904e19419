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
package org.smsbilling.message;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.BulkUpdate;
import org.smsbilling.planning.StepKey;

/**
 * The rows of SmsMessage that are on their way. Every change is one statement that names the state and the lease from which it starts, so that of
 * several dispatchers one succeeds.
 */
final class Outbox {

    private final Delegator delegator;

    Outbox(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @return ids and organizations of at most so many messages whose time has come and that nobody works on, the oldest first */
    List<GenericValue> due(Instant now, Collection<String> withoutOrganizations, int limit) throws GenericEntityException {
        List<EntityCondition> conditions = new ArrayList<>(List.of(in(MessageStatus.QUEUED),
                EntityCondition.makeCondition("notBefore", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)), leaseOver(now)));
        if (!withoutOrganizations.isEmpty()) {
            conditions.add(EntityCondition.makeCondition("organizationPartyId", EntityOperator.NOT_IN, withoutOrganizations));
        }
        return EntityQuery.use(delegator).select("messageId", "organizationPartyId", "notBefore").from("SmsMessage").where(conditions)
                .orderBy("notBefore").maxRows(limit).queryList();
    }

    /** @return those of the messages that are still QUEUED */
    List<GenericValue> queued(Collection<String> messageIds) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where(these(messageIds), in(MessageStatus.QUEUED)).queryList();
    }

    /**
     * Moves messages that are ours.
     *
     * @param from the state they are in
     * @return how many were
     */
    int move(Collection<String> messageIds, String leaseOwner, MessageStatus from, MessageStatus to, Map<String, Object> changes, Instant now)
            throws GenericEntityException {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException(from + " cannot become " + to);
        }
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("messageStatus", to.name());
        fields.put("statusDate", Timestamp.from(now));
        return change(messageIds, leaseOwner, from, fields);
    }

    /** Changes messages that are ours and stay in their state. @return how many were */
    int change(Collection<String> messageIds, String leaseOwner, MessageStatus in, Map<String, Object> fields) throws GenericEntityException {
        List<EntityCondition> ours = new ArrayList<>(List.of(these(messageIds), in(in)));
        if (in != MessageStatus.QUEUED) {
            ours.add(EntityCondition.makeCondition("leaseOwner", leaseOwner));
        }
        return delegator.storeByCondition("SmsMessage", fields, EntityCondition.makeCondition(ours));
    }

    /** What one of several messages gets, and by whose lease.
     * @param attempts how often it had been tried when it was read */
    record Change(String messageId, String leaseOwner, int attempts, Map<String, Object> fields) { }

    /**
     * Moves each message that is ours, or changes it in its state, with one statement. One that is QUEUED is ours when nobody has tried it since it
     * was read; it gets its lease when it becomes SENDING. The others are ours by their leases.
     *
     * @param changes all of the same fields
     * @return of each in order whether it was ours
     */
    List<Boolean> moveEach(List<Change> changes, MessageStatus from, MessageStatus to, Instant now) throws GenericEntityException {
        if (from != to && !from.mayBecome(to)) {
            throw new IllegalStateException(from + " cannot become " + to);
        }
        List<BulkUpdate.Row> rows = new ArrayList<>();
        for (Change change : changes) {
            Map<String, Object> fields = new HashMap<>(change.fields());
            if (from != to) {
                fields.put("messageStatus", to.name());
                fields.put("statusDate", Timestamp.from(now));
            }
            rows.add(new BulkUpdate.Row(fields, from == MessageStatus.QUEUED
                    ? Map.of("messageId", change.messageId(), "sendAttempts", (long) change.attempts(), "messageStatus", from.name())
                    : Map.of("messageId", change.messageId(), "leaseOwner", change.leaseOwner(), "messageStatus", from.name())));
        }
        return BulkUpdate.run(delegator, "SmsMessage", rows);
    }

    /** @return fields that end a lease */
    static Map<String, Object> free() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("leaseOwner", null);
        fields.put("leaseUntil", null);
        return fields;
    }

    /** @return messages that were being sent by somebody whose lease is over */
    List<GenericValue> abandoned(Instant now) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where(in(MessageStatus.SENDING), leaseOver(now)).queryList();
    }

    /** @return invoices of messages, the first of each message first, none for those that are about none; one query */
    Map<String, List<String>> invoices(Collection<OutboxMessage> messages) throws GenericEntityException {
        Map<String, List<String>> invoices = new HashMap<>();
        steps(messages).forEach((messageId, steps) -> invoices.put(messageId, new ArrayList<>(steps.keySet())));
        return invoices;
    }

    /** @return by message what it is of each of its invoices, null when that is not known; in the same order; one query */
    Map<String, Map<String, StepKey>> steps(Collection<OutboxMessage> messages) throws GenericEntityException {
        Map<String, Map<String, StepKey>> steps = new HashMap<>();
        messages.forEach(message -> {
            Map<String, StepKey> first = new LinkedHashMap<>();
            if (message.invoiceId() != null) {
                first.put(message.invoiceId(), null);
            }
            steps.put(message.messageId(), first);
        });
        for (GenericValue run : EntityQuery.use(delegator).select("messageId", "invoiceId", "stepId", "occurrence").from("SmsStepRun")
                .where(these(steps.keySet())).orderBy("invoiceId").queryList()) {
            steps.get(run.getString("messageId")).put(run.getString("invoiceId"), new StepKey(run.getString("stepId"), run.getString("occurrence")));
        }
        return steps;
    }

    private static EntityCondition these(Collection<String> messageIds) {
        return EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds);
    }

    private static EntityCondition in(MessageStatus status) {
        return EntityCondition.makeCondition("messageStatus", status.name());
    }

    private static EntityCondition leaseOver(Instant now) {
        return EntityCondition.makeCondition(EntityCondition.makeCondition("leaseUntil", EntityOperator.EQUALS, null), EntityOperator.OR,
                EntityCondition.makeCondition("leaseUntil", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)));
    }
}
