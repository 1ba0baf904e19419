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

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.smsbilling.message.MessageCancelling;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;

/** What organizations have queued and not begun to send. */
public final class QueuedMessages {

    private QueuedMessages() { }

    /**
     * Cancels all of an organization, in the caller's transaction.
     * @param userLoginId who did it
     * @return how many were cancelled
     */
    static int cancel(Delegator delegator, String organizationPartyId, String userLoginId, Instant now) throws GenericEntityException {
        return MessageCancelling.cancel(delegator, EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                MessageReason.NOT_CONNECTED, userLoginId, now);
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
        return MessageCancelling.cancel(delegator, EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizationPartyIds),
                EntityCondition.makeCondition("contactNumber", contactNumber),
                EntityCondition.makeCondition("messageType", EntityOperator.NOT_IN, confirmations)), MessageReason.OPTED_OUT, userLoginId, now);
    }

    /** Cancels all of an organization to a number that is erased, in the caller's transaction. @return how many were cancelled */
    public static int cancelErased(Delegator delegator, String organizationPartyId, String contactNumber, String userLoginId, Instant now)
            throws GenericEntityException {
        return MessageCancelling.cancel(delegator, EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("contactNumber", contactNumber)), MessageReason.SWITCHED_OFF, userLoginId, now);
    }
}
