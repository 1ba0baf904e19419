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

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;

/** What an organization has queued and not begun to send. */
final class QueuedMessages {

    private QueuedMessages() { }

    /** Cancels all of them; one whose sending began in the same moment goes on. @return how many were cancelled */
    static int cancel(Delegator delegator, String organizationPartyId, Timestamp now) throws GenericEntityException {
        return delegator.storeByCondition("SmsMessage", UtilMisc.toMap("messageStatus", "CANCELLED", "statusDate", now),
                EntityCondition.makeCondition(UtilMisc.toMap("organizationPartyId", organizationPartyId, "messageStatus", "QUEUED")));
    }
}
