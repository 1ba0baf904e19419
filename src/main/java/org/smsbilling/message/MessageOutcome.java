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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.twilio.TwilioErrors;

/**
 * Where a message is, in words for the clerk.
 *
 * @param success whether the carrier has it
 * @param finished whether waiting longer in front of the screen changes nothing
 */
record MessageOutcome(String messageId, MessageStatus status, boolean success, boolean finished, String text) {

    static MessageOutcome of(GenericValue message, ZoneId zone, MessageLabels labels, Instant now) {
        MessageStatus status = MessageStatus.valueOf(message.getString("messageStatus"));
        boolean later = status == MessageStatus.QUEUED && message.getTimestamp("notBefore").toInstant().isAfter(now);
        boolean inWork = status == MessageStatus.SENDING || status == MessageStatus.QUEUED && !later;
        String text = inWork ? labels.text("SmsBillingOutcomeInWork") : switch (status) {
        case QUEUED, SENDING -> later(message, zone, labels);
        case SENT -> labels.text("SmsBillingOutcomeSent");
        case DELIVERED -> labels.text("SmsBillingOutcomeDelivered");
        case UNDELIVERED -> labels.text("SmsBillingOutcomeUndelivered", Map.of("reason", reason(message, labels)));
        case FAILED -> labels.text("SmsBillingOutcomeFailed", Map.of("reason", reason(message, labels)));
        case CANCELLED -> labels.text("SmsBillingOutcomeCancelled", Map.of("reason", reason(message, labels)));
        case AMBIGUOUS -> labels.text("SmsBillingOutcomeAmbiguous");
        };
        boolean success = status == MessageStatus.SENT || status == MessageStatus.DELIVERED;
        return new MessageOutcome(message.getString("messageId"), status, success, !inWork, text);
    }

    private static String later(GenericValue message, ZoneId zone, MessageLabels labels) {
        String time = labels.time(message.getTimestamp("notBefore").toInstant(), zone);
        boolean capped = List.of(MessageReason.NUMBER_CAP.name(), MessageReason.ORGANIZATION_CAP.name()).contains(String.valueOf(message
                .getString("errorCode")));
        return capped ? labels.text("SmsBillingOutcomeLaterBecause", Map.of("time", time, "reason", reason(message, labels)))
                : labels.text("SmsBillingOutcomeLater", Map.of("time", time));
    }

    /** @return the carrier's reason in plain words, or ours; empty when there is none */
    static String reason(GenericValue message, MessageLabels labels) {
        String code = message.getString("errorCode");
        if (code == null) {
            return "";
        }
        for (MessageReason reason : MessageReason.values()) {
            if (reason.name().equals(code)) {
                return labels.text(reason.labelKey());
            }
        }
        String carrier = message.getString("errorText");
        return labels.organizationText(TwilioErrors.labelKey(code), Map.of("code", code, "text", carrier == null ? "" : carrier));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new HashMap<>();
        map.put("messageId", messageId);
        map.put("messageStatus", status.name());
        map.put("success", success);
        map.put("finished", finished);
        map.put("text", text);
        return map;
    }
}
