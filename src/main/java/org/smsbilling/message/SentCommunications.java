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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.entity.BulkInsert;
import org.smsbilling.transaction.OwnTransaction;

/** Adds sent texts to OFBiz's communications of the customer. They are a courtesy: that one cannot be added changes nothing of the message. */
final class SentCommunications {

    private static final String MODULE = SentCommunications.class.getName();

    /** Which OFBiz sets for rows one by one only. */
    private static final List<String> STAMPS = List.of("createdStamp", "createdTxStamp", "lastUpdatedStamp", "lastUpdatedTxStamp");

    private final Delegator delegator;

    SentCommunications(Delegator delegator) {
        this.delegator = delegator;
    }

    /** In a transaction of its own, and one by one when that fails. */
    void add(List<SentMessage> sent) {
        if (sent.isEmpty()) {
            return;
        }
        try {
            OwnTransaction.call(() -> {
                BulkInsert.run(delegator, sent.stream().map(message -> delegator.makeValue("CommunicationEvent", event(message)))
                        .collect(Collectors.toList()));
                return null;
            });
        } catch (GenericEntityException | RuntimeException e) {
            if (sent.size() > 1) {
                sent.forEach(message -> add(List.of(message)));
            } else {
                Debug.logWarning(e, "Message " + sent.get(0).ready().messageId() + " could not be added to the communications", MODULE);
            }
        }
    }

    private static Map<String, Object> event(SentMessage sent) {
        OutboxMessage message = sent.ready().message();
        Map<String, Object> event = new HashMap<>();
        event.put("communicationEventId", sent.communicationEventId());
        event.put("communicationEventTypeId", "SMS_COMMUNICATION");
        event.put("contactMechTypeId", "TELECOM_NUMBER");
        event.put("statusId", "COM_COMPLETE");
        event.put("partyIdFrom", message.organizationPartyId());
        event.put("partyIdTo", message.recipientPartyId());
        event.put("toString", message.contactNumber());
        event.put("entryDate", Timestamp.from(sent.sentDate()));
        event.put("datetimeStarted", Timestamp.from(sent.sentDate()));
        for (String stamp : STAMPS) {
            event.put(stamp, Timestamp.from(sent.sentDate()));
        }
        event.put("content", sent.ready().maskedBody());
        return event;
    }
}
