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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.phone.PhoneNumbers;

/**
 * A message to be queued.
 *
 * @param invoiceIds at least one
 * @param step what makes it unique together with each invoice
 * @param contactNumber E.164
 * @param localeString language of the text
 * @param notBefore when it may leave
 * @param userLoginId who sends it, or null
 */
record NewMessage(MessageType type, String organizationPartyId, List<String> invoiceIds, Step step, String customerPartyId, String recipientPartyId,
        String contactNumber, String localeString, Instant notBefore, String userLoginId) {

    /** Part of the key of a step run: the same step is never run twice for an invoice. */
    record Step(String stepId, String occurrence, String recipient) { }

    /**
     * Inserts the step runs, the message and its history in the caller's transaction, which is doomed when the step was already run.
     *
     * @return id of the message
     */
    String queue(Delegator delegator, Instant now) throws GenericEntityException {
        String messageId = delegator.getNextSeqId("SmsMessage");
        for (String invoiceId : invoiceIds) {
            delegator.create("SmsStepRun", stepRun(invoiceId, messageId, now));
        }
        delegator.create("SmsMessage", message(messageId, now));
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, organizationPartyId, invoiceId, AuditKind.SMS_QUEUED, userLoginId, messageId, null, null,
                    PhoneNumbers.masked(contactNumber));
        }
        return messageId;
    }

    private Map<String, Object> stepRun(String invoiceId, String messageId, Instant now) {
        Map<String, Object> run = new HashMap<>();
        run.put("organizationPartyId", organizationPartyId);
        run.put("invoiceId", invoiceId);
        run.put("stepId", step.stepId());
        run.put("occurrence", step.occurrence());
        run.put("recipient", step.recipient());
        run.put("messageId", messageId);
        run.put("outcome", MessageStatus.QUEUED.name());
        run.put("createdDate", Timestamp.from(now));
        run.put("createdByUserLogin", userLoginId);
        return run;
    }

    private Map<String, Object> message(String messageId, Instant now) {
        Map<String, Object> message = new HashMap<>();
        message.put("messageId", messageId);
        message.put("organizationPartyId", organizationPartyId);
        message.put("messageStatus", MessageStatus.QUEUED.name());
        message.put("messageType", type.name());
        message.put("invoiceId", invoiceIds.get(0));
        message.put("customerPartyId", customerPartyId);
        message.put("recipientPartyId", recipientPartyId);
        message.put("contactNumber", contactNumber);
        message.put("localeString", localeString);
        message.put("notBefore", Timestamp.from(notBefore));
        message.put("sendAttempts", 0L);
        message.put("createdDate", Timestamp.from(now));
        message.put("createdByUserLogin", userLoginId);
        message.put("statusDate", Timestamp.from(now));
        return message;
    }

    @Override
    public String toString() {
        return "NewMessage[" + type + ", " + invoiceIds + "]";
    }
}
