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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.message.MessageInvoices;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.provider.TakenSms;

/** What is written down of messages of which the carrier was asked whether it has them, in the caller's transaction. */
final class AmbiguousEndings {

    /** The carrier has to say so twice, with this between. */
    static final Duration BETWEEN = Duration.ofMinutes(2);
    static final long TIMES_ABSENT = 2;
    /** A text that went out four times without an answer has something about it that a person should see. */
    private static final int MOST_REPEATS = 3;
    private static final String ENTITY = "SmsAmbiguousCheck";

    private final Delegator delegator;

    AmbiguousEndings(Delegator delegator) {
        this.delegator = delegator;
    }

    /** The carrier has it. @return whether it was still AMBIGUOUS */
    boolean found(GenericValue message, List<String> linkIds, TakenSms taken, Instant now) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("providerMessageId", taken.providerMessageId());
        fields.put("sentDate", Timestamp.from(taken.takenDate()));
        fields.put("codeSecret", null);
        if (taken.segments() > 0) {
            fields.put("segments", (long) taken.segments());
        }
        if (!move(message, MessageStatus.SENT, fields, now)) {
            return false;
        }
        PayLinks.activate(delegator, linkIds, now);
        audit(message, AuditKind.SMS_SENT, null, now);
        return true;
    }

    /** A person knows that the recipient has it. @return whether it was still AMBIGUOUS */
    boolean decidedSent(GenericValue message, List<String> linkIds, String userLoginId, Instant now) throws GenericEntityException {
        if (!move(message, MessageStatus.SENT, Map.of("sentDate", message.getTimestamp("sendingDate")), now)) {
            return false;
        }
        PayLinks.activate(delegator, linkIds, now);
        audit(message, AuditKind.SMS_SENT, userLoginId, now);
        return true;
    }

    /** A person knows that the recipient does not have it: it is queued again. @return whether it was still AMBIGUOUS */
    boolean decidedNotSent(GenericValue message, String userLoginId, Instant now) throws GenericEntityException {
        if (!move(message, MessageStatus.QUEUED, Map.of("notBefore", Timestamp.from(now)), now)) {
            return false;
        }
        audit(message, AuditKind.SMS_QUEUED, userLoginId, now);
        return true;
    }

    /** A person has looked at it and leaves it as it is. @return whether it was still AMBIGUOUS */
    boolean left(GenericValue message, String userLoginId, Instant now) throws GenericEntityException {
        GenericValue current = EntityQuery.use(delegator).from("SmsMessage").where("messageId", message.getString("messageId")).queryOne();
        boolean open = MessageStatus.AMBIGUOUS.name().equals(current.getString("messageStatus"));
        if (open) {
            audit(message, AuditKind.SMS_LEFT_UNCLEAR, userLoginId, now);
        }
        return open;
    }

    /** The carrier does not have it now. @return whether it is queued again: it was absent often enough and not repeated too often */
    boolean absent(GenericValue message, Instant now) throws GenericEntityException {
        EntityCondition key = EntityCondition.makeCondition("messageId", message.getString("messageId"));
        GenericValue check = EntityQuery.use(delegator).from(ENTITY).where(key).queryOne();
        long absent = check == null ? 1 : check.getLong("timesAbsent") + 1;
        long repeats = check == null ? 0 : check.getLong("repeats");
        boolean again = absent >= TIMES_ABSENT && repeats < MOST_REPEATS;
        Map<String, Object> fields = new HashMap<>();
        fields.put("timesAbsent", again ? 0L : absent);
        fields.put("repeats", again ? repeats + 1 : repeats);
        fields.put("lastDate", Timestamp.from(now));
        if (check == null) {
            fields.put("messageId", message.getString("messageId"));
            delegator.create(ENTITY, fields);
            return false;
        }
        int ours = delegator.storeByCondition(ENTITY, fields, EntityCondition.makeCondition(key,
                EntityCondition.makeCondition("lastDate", check.getTimestamp("lastDate"))));
        if (ours == 0 || !again || !move(message, MessageStatus.QUEUED, Map.of("notBefore", Timestamp.from(now)), now)) {
            return false;
        }
        audit(message, AuditKind.SMS_QUEUED, null, now);
        return true;
    }

    /** The carrier did not say whether it has it; others have their turn first. @return false: it is still AMBIGUOUS */
    boolean askedInVain(GenericValue message, Instant now) throws GenericEntityException {
        EntityCondition key = EntityCondition.makeCondition("messageId", message.getString("messageId"));
        if (delegator.storeByCondition(ENTITY, Map.of("lastDate", Timestamp.from(now)), key) == 0) {
            delegator.create(ENTITY, "messageId", message.getString("messageId"), "timesAbsent", 0L, "repeats", 0L, "lastDate",
                    Timestamp.from(now));
        }
        return false;
    }

    private boolean move(GenericValue message, MessageStatus to, Map<String, Object> changes, Instant now) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("messageStatus", to.name());
        fields.put("statusDate", Timestamp.from(now));
        fields.put("leaseOwner", null);
        fields.put("leaseUntil", null);
        fields.put("errorCode", null);
        fields.put("errorText", null);
        return delegator.storeByCondition("SmsMessage", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("messageId", message.getString("messageId")),
                EntityCondition.makeCondition("sendingDate", message.getTimestamp("sendingDate")),
                EntityCondition.makeCondition("messageStatus", MessageStatus.AMBIGUOUS.name()))) == 1;
    }

    private void audit(GenericValue message, AuditKind kind, String userLoginId, Instant now) throws GenericEntityException {
        for (String invoiceId : MessageInvoices.of(delegator, message)) {
            AuditTrail.add(delegator, now, message.getString("organizationPartyId"), invoiceId, kind, userLoginId,
                    message.getString("messageId"), null, null, null);
        }
    }
}
