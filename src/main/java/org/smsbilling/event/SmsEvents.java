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
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/**
 * Business events that may text somebody. Each is one insert in the business transaction: if that commits, the event is there, and the planner
 * looks at it afterwards.
 */
public final class SmsEvents {

    private SmsEvents() { }

    /**
     * @param organizationPartyId or null when it is not known yet
     * @param invoiceId or null
     * @param paymentId or null
     * @param referenceId what else it is about: a status, a payment attempt, a gateway response; or null
     * @param now when it happened
     */
    public static void record(Delegator delegator, EventKind kind, String organizationPartyId, String invoiceId, String paymentId,
            String referenceId, Instant now) throws GenericEntityException {
        Map<String, Object> event = new HashMap<>();
        event.put("smsEventId", delegator.getNextSeqId("SmsEvent"));
        event.put("eventKind", kind.name());
        event.put("organizationPartyId", organizationPartyId);
        event.put("invoiceId", invoiceId);
        event.put("paymentId", paymentId);
        event.put("referenceId", referenceId);
        event.put("createdDate", Timestamp.from(now));
        event.put("nextDate", Timestamp.from(now));
        delegator.create("SmsEvent", event);
    }
}
