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
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.message.CarrierConsequences;
import org.smsbilling.message.MessageInvoices;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.twilio.TwilioErrors;

/** Writes down how a message ended with the carrier: forward only and once, however often and in whatever order it is told. */
final class DeliveryRecorder {

    private final Delegator delegator;
    private final Clock clock;
    private final CarrierConsequences consequences;
    private final RepeatedMessages repeats;

    DeliveryRecorder(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
        this.consequences = new CarrierConsequences(delegator, clock);
        this.repeats = new RepeatedMessages(delegator, () -> new SplittableRandom().nextLong());
    }

    /**
     * What the error means beyond the message, in transactions of their own: to be called before {@link #end}, so that nothing of it is lost between
     * the two.
     */
    void follow(GenericValue message, StatusReport report) throws GenericEntityException {
        if (report.errorCode() != null && ending(message, report).isPresent()) {
            consequences.follow(message.getString("organizationPartyId"), message.getString("contactNumber"), message.getString("messageId"),
                    report.errorCode(), "");
        }
    }

    /** In the caller's transaction. @return what became of the report, for people who look at it */
    String end(GenericValue message, StatusReport report) throws GenericEntityException {
        Optional<MessageStatus> ending = ending(message, report);
        return ending.isPresent() && end(message, report, ending.get()) ? ending.get().name() : "NOTHING_NEW";
    }

    private static Optional<MessageStatus> ending(GenericValue message, StatusReport report) {
        MessageStatus status = MessageStatus.valueOf(message.getString("messageStatus"));
        return CarrierStatus.ending(report.providerStatus()).filter(status::mayBecome);
    }

    private boolean end(GenericValue message, StatusReport report, MessageStatus ending) throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageStatus", ending.name());
        fields.put("statusDate", Timestamp.from(now));
        fields.put("errorCode", report.errorCode());
        fields.put("errorText", null);
        int moved = delegator.storeByCondition("SmsMessage", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("messageId", message.getString("messageId")),
                EntityCondition.makeCondition("messageStatus", message.getString("messageStatus"))));
        if (moved == 0) {
            return false;
        }
        List<String> invoiceIds = MessageInvoices.of(delegator, message);
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, message.getString("organizationPartyId"), invoiceId, kind(ending), null, message.getString("messageId"),
                    null, null, report.errorCode());
        }
        if (ending != MessageStatus.DELIVERED && TwilioErrors.action(report.errorCode()) == TwilioErrors.Action.RETRY) {
            repeats.queue(message, invoiceIds, now);
        }
        return true;
    }

    private static AuditKind kind(MessageStatus ending) {
        return switch (ending) {
        case DELIVERED -> AuditKind.SMS_DELIVERED;
        case UNDELIVERED -> AuditKind.SMS_UNDELIVERED;
        default -> AuditKind.SMS_FAILED;
        };
    }
}
