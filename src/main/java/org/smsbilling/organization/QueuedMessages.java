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
package org.smsbilling.organization;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.MessageType;
import org.smsbilling.paylink.PayLinks;

/** What organizations have queued and not begun to send. */
public final class QueuedMessages {

    private QueuedMessages() { }

    /**
     * Cancels all of an organization, in the caller's transaction.
     * @param userLoginId who did it
     * @return how many were cancelled
     */
    static int cancel(Delegator delegator, String organizationPartyId, String userLoginId, Instant now) throws GenericEntityException {
        return cancel(delegator, EntityCondition.makeCondition("organizationPartyId", organizationPartyId), MessageReason.NOT_CONNECTED, userLoginId,
                now);
    }

    /**
     * Cancels all to a number that has opted out, in the caller's transaction; what confirms the opt-out itself stays.
     * @param contactNumber E.164
     * @param userLoginId the clerk who did it, or null when the customer did
     * @return how many were cancelled
     */
    public static int cancelOptedOut(Delegator delegator, Collection<String> organizationPartyIds, String contactNumber, String userLoginId,
            Instant now) throws GenericEntityException {
        List<String> confirmations = Arrays.stream(MessageType.values()).filter(MessageType::confirmsOptOut).map(MessageType::name)
                .collect(Collectors.toList());
        return cancel(delegator, EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizationPartyIds),
                EntityCondition.makeCondition("contactNumber", contactNumber),
                EntityCondition.makeCondition("messageType", EntityOperator.NOT_IN, confirmations)), MessageReason.OPTED_OUT, userLoginId, now);
    }

    /** Takes the leases over in one statement, so that each message is either ours or already being sent. */
    private static int cancel(Delegator delegator, EntityCondition which, MessageReason reason, String userLoginId, Instant now)
            throws GenericEntityException {
        String owner = "cancel-" + UUID.randomUUID();
        Map<String, Object> cancelled = UtilMisc.toMap("messageStatus", MessageStatus.CANCELLED.name(), "statusDate", Timestamp.from(now),
                "errorCode", reason.name(), "leaseOwner", owner);
        int count = delegator.storeByCondition("SmsMessage", cancelled, EntityCondition.makeCondition(which,
                EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name())));
        if (count == 0) {
            return 0;
        }
        List<String> links = new ArrayList<>();
        for (GenericValue message : EntityQuery.use(delegator).select("messageId", "organizationPartyId", "invoiceId", "linkId")
                .from("SmsMessage")
                .where("leaseOwner", owner).queryList()) {
            String messageId = message.getString("messageId");
            for (String invoiceId : invoices(delegator, message)) {
                AuditTrail.add(delegator, now, message.getString("organizationPartyId"), invoiceId, AuditKind.SMS_CANCELLED, userLoginId, messageId,
                        null, null, reason.name());
            }
            links.add(message.getString("linkId"));
        }
        PayLinks.discard(delegator, links.stream().filter(Objects::nonNull).toList(), now);
        Map<String, Object> free = new HashMap<>();
        free.put("leaseOwner", null);
        free.put("leaseUntil", null);
        delegator.storeByCondition("SmsMessage", free, EntityCondition.makeCondition("leaseOwner", owner));
        return count;
    }

    private static Set<String> invoices(Delegator delegator, GenericValue message) throws GenericEntityException {
        Set<String> invoices = new LinkedHashSet<>();
        if (message.getString("invoiceId") != null) {
            invoices.add(message.getString("invoiceId"));
        }
        invoices.addAll(FieldValues.of(EntityQuery.use(delegator).select("invoiceId").from("SmsStepRun")
                .where("messageId", message.getString("messageId")), "invoiceId"));
        return invoices;
    }
}
