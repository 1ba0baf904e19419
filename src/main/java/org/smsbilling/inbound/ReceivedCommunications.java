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
package org.smsbilling.inbound;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.transaction.OwnTransaction;

/** Adds customers' texts to OFBiz's communications. They are a courtesy: that one cannot be added changes nothing of the text. */
final class ReceivedCommunications {
    private static final String MODULE = ReceivedCommunications.class.getName();

    private final Delegator delegator;

    ReceivedCommunications(Delegator delegator) {
        this.delegator = delegator;
    }

    /** Adds a text once, however often it is called, when its sender is known. */
    void add(GenericValue text, Correspondence from) {
        if (from.recipientPartyId() == null || text.getString("communicationEventId") != null) {
            return;
        }
        try {
            OwnTransaction.call(() -> {
                String id = delegator.getNextSeqId("CommunicationEvent");
                delegator.create("CommunicationEvent", event(id, text, from));
                return delegator.storeByCondition(InboundTexts.ENTITY, Map.of("communicationEventId", id), InboundTexts.key(text));
            });
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logWarning(e, "Text " + text.getString("providerMessageId") + " could not be added to the communications", MODULE);
        }
    }

    private static Map<String, Object> event(String id, GenericValue text, Correspondence from) {
        Timestamp received = text.getTimestamp("receivedDate");
        Map<String, Object> event = new HashMap<>();
        event.put("communicationEventId", id);
        event.put("communicationEventTypeId", "SMS_COMMUNICATION");
        event.put("contactMechTypeId", "TELECOM_NUMBER");
        event.put("statusId", "COM_COMPLETE");
        event.put("partyIdFrom", from.recipientPartyId());
        event.put("partyIdTo", text.getString("organizationPartyId"));
        event.put("fromString", text.getString("contactNumber"));
        event.put("toString", text.getString("sender"));
        event.put("entryDate", received);
        event.put("datetimeStarted", received);
        event.put("content", text.getString("body"));
        return event;
    }
}
