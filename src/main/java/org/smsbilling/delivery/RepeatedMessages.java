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
package org.smsbilling.delivery;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.message.Backoff;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.MessageType;
import org.smsbilling.phone.PhoneNumbers;

/**
 * New attempts for messages of which the carrier said that they did not arrive and may arrive later: each is a message of its own, which takes over
 * the step runs. What answers at once, such as a one-time code, is of no use later and has none. The key of SmsMessageRepeat lets a message have one
 * at most, and their number is limited.
 */
final class RepeatedMessages {

    private static final Backoff NOT_ARRIVED = new Backoff(Duration.ofMinutes(20), Duration.ofHours(6), 4);
    private static final List<String> SAME = List.of("organizationPartyId", "messageType", "invoiceId", "customerPartyId", "recipientPartyId",
            "contactNumber", "localeString", "createdByUserLogin", "templateId", "paymentId", "attemptId", "lateFee", "replyText");

    private final Delegator delegator;
    private final RandomGenerator random;

    RepeatedMessages(Delegator delegator, RandomGenerator random) {
        this.delegator = delegator;
        this.random = random;
    }

    /** Queues the next attempt in the caller's transaction. @return its id, empty when there were enough */
    Optional<String> queue(GenericValue message, List<String> invoiceIds, Instant now) throws GenericEntityException {
        if (MessageType.valueOf(message.getString("messageType")).answersAtOnce()) {
            return Optional.empty();
        }
        String former = message.getString("messageId");
        GenericValue earlier = EntityQuery.use(delegator).from("SmsMessageRepeat").where("repeatMessageId", former).queryFirst();
        int number = earlier == null ? 1 : earlier.getLong("repeatNumber").intValue() + 1;
        Optional<Duration> wait = NOT_ARRIVED.after(number, random);
        if (wait.isEmpty()) {
            return Optional.empty();
        }
        String messageId = delegator.getNextSeqId("SmsMessage");
        Map<String, Object> next = new HashMap<>();
        SAME.forEach(field -> next.put(field, message.get(field)));
        next.put("messageId", messageId);
        next.put("messageStatus", MessageStatus.QUEUED.name());
        next.put("notBefore", Timestamp.from(now.plus(wait.get())));
        next.put("sendAttempts", 0L);
        next.put("createdDate", Timestamp.from(now));
        next.put("statusDate", Timestamp.from(now));
        delegator.create("SmsMessage", next);
        delegator.create("SmsMessageRepeat", "messageId", former, "repeatMessageId", messageId, "repeatNumber", (long) number,
                "createdDate", Timestamp.from(now));
        delegator.storeByCondition("SmsStepRun", Map.of("messageId", messageId), EntityCondition.makeCondition("messageId", former));
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, message.getString("organizationPartyId"), invoiceId, AuditKind.SMS_QUEUED, null, messageId, null, null,
                    PhoneNumbers.masked(message.getString("contactNumber")));
        }
        return Optional.of(messageId);
    }
}
