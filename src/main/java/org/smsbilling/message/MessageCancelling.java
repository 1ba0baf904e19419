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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.paylink.PayLinks;

/** Takes messages back that are queued and not begun to be sent. */
public final class MessageCancelling {

    private static final int CHUNK = 500;
    private static final EntityCondition QUEUED = EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name());

    private MessageCancelling() { }

    /**
     * Cancels in the caller's transaction, in chunks: each message is either ours or already being sent.
     *
     * @param which condition on SmsMessage, beside that of being queued
     * @param userLoginId who did it, or null when the component itself did
     * @return how many were cancelled
     */
    public static int cancel(Delegator delegator, EntityCondition which, MessageReason reason, String userLoginId, Instant now)
            throws GenericEntityException {
        List<String> ids = FieldValues.of(EntityQuery.use(delegator).select("messageId").from("SmsMessage").where(which, QUEUED), "messageId");
        int count = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            count += cancelChunk(delegator, EntityCondition.makeCondition("messageId", EntityOperator.IN,
                    ids.subList(from, Math.min(ids.size(), from + CHUNK))), reason, userLoginId, now);
        }
        return count;
    }

    private static int cancelChunk(Delegator delegator, EntityCondition these, MessageReason reason, String userLoginId, Instant now)
            throws GenericEntityException {
        String owner = "cancel-" + UUID.randomUUID();
        Map<String, Object> cancelled = new HashMap<>();
        cancelled.put("messageStatus", MessageStatus.CANCELLED.name());
        cancelled.put("statusDate", Timestamp.from(now));
        cancelled.put("errorCode", reason.name());
        cancelled.put("codeSecret", null);
        cancelled.put("leaseOwner", owner);
        int count = delegator.storeByCondition("SmsMessage", cancelled, EntityCondition.makeCondition(these, QUEUED));
        if (count == 0) {
            return 0;
        }
        EntityCondition ours = EntityCondition.makeCondition(these, EntityCondition.makeCondition("leaseOwner", owner));
        List<OutboxMessage> messages = EntityQuery.use(delegator).from("SmsMessage").where(ours).queryList().stream()
                .map(OutboxMessage::of).collect(Collectors.toList());
        Map<String, List<String>> invoices = new Outbox(delegator).invoices(messages);
        List<AuditTrail.Entry> history = new ArrayList<>();
        for (OutboxMessage message : messages) {
            invoices.get(message.messageId()).forEach(invoiceId -> history.add(new AuditTrail.Entry(message.organizationPartyId(), invoiceId,
                    AuditKind.SMS_CANCELLED, userLoginId, message.messageId(), null, null, reason.name())));
        }
        AuditTrail.addAll(delegator, now, history);
        PayLinks.discard(delegator, messages.stream().map(OutboxMessage::linkId).filter(Objects::nonNull).collect(Collectors.toList()), now);
        delegator.storeByCondition("SmsMessage", Outbox.free(), ours);
        return count;
    }
}
