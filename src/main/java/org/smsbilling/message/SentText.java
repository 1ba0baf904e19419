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

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * A text of an organization to a number, for people who read what was texted.
 *
 * @param when the carrier was called with it, or when it was queued
 * @param body with the pay token masked; empty while it is not made
 * @param statusText where it is, with the reason when it did not arrive
 * @param person who wrote or sent it; empty when nobody did
 */
public record SentText(String messageId, Instant when, String body, String statusText, String person) {

    private static final Set<String> ARRIVED = Set.of(MessageStatus.SENT.name(), MessageStatus.DELIVERED.name());

    /** @param most how many. @return the latest ones, newest first */
    public static List<SentText> of(Delegator delegator, String organizationPartyId, String number, int most, ZoneId zone, MessageLabels labels,
            Instant now) throws GenericEntityException {
        List<GenericValue> messages = EntityQuery.use(delegator).from("SmsMessage").where("organizationPartyId", organizationPartyId,
                "contactNumber", number).orderBy("-createdDate", "-messageId").maxRows(most).queryList();
        Map<String, String> names = UserNames.read(delegator, messages.stream().map(message -> message.getString("createdByUserLogin")).toList());
        List<SentText> texts = new ArrayList<>();
        for (GenericValue message : messages) {
            String body = message.getString("body") == null ? message.getString("replyText") : message.getString("body");
            String when = message.getTimestamp("sendingDate") == null ? "createdDate" : "sendingDate";
            texts.add(new SentText(message.getString("messageId"), message.getTimestamp(when).toInstant(), body == null ? "" : body,
                    ARRIVED.contains(message.getString("messageStatus")) ? labels.text("SmsBillingStatus_" + message.getString("messageStatus"))
                            : MessageOutcome.of(message, zone, labels, now).text(),
                    names.getOrDefault(String.valueOf(message.getString("createdByUserLogin")), "")));
        }
        return texts;
    }

    @Override
    public String toString() {
        return "SentText[" + messageId + "]";
    }
}
