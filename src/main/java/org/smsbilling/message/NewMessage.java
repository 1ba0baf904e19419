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
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.phone.PhoneNumbers;

/**
 * A message that is to be queued.
 *
 * @param invoiceIds what it is about, the first one first; empty for messages that are about none
 * @param step makes it go out once for each invoice
 * @param contactNumber E.164
 * @param notBefore when it may leave
 * @param userLoginId the person who sends it, or null when the component itself does
 */
public record NewMessage(MessageType type, String organizationPartyId, List<String> invoiceIds, Step step, String customerPartyId,
        String recipientPartyId, String contactNumber, String localeString, Instant notBefore, String userLoginId, MessageContent content) {

    /** Part of the key of a step run: the same step is never run twice for an invoice.
     * @param stepId a collection step, an event kind, or SEND; at most 20 characters
     * @param occurrence at most 20 characters
     * @param recipient party of the recipient, or "-" */
    public record Step(String stepId, String occurrence, String recipient) { }

    /** One whose text needs nothing but its invoices. */
    public NewMessage(MessageType type, String organizationPartyId, List<String> invoiceIds, Step step, String customerPartyId,
            String recipientPartyId, String contactNumber, String localeString, Instant notBefore, String userLoginId) {
        this(type, organizationPartyId, invoiceIds, step, customerPartyId, recipientPartyId, contactNumber, localeString, notBefore, userLoginId,
                MessageContent.NONE);
    }

    /**
     * Inserts the step runs, the message and its history in the caller's transaction, which is doomed when the step was already run. A message
     * about no invoice has no step run; what keeps it from being queued twice is up to the caller.
     *
     * @return id of the message
     */
    public String queue(Delegator delegator, Instant now) throws GenericEntityException {
        String messageId = delegator.getNextSeqId("SmsMessage");
        for (GenericValue run : stepRuns(delegator, messageId, now)) {
            delegator.create(run);
        }
        delegator.create(value(delegator, messageId, now));
        AuditTrail.addAll(delegator, now, history(messageId));
        return messageId;
    }

    /** @return its step runs, not stored yet */
    public List<GenericValue> stepRuns(Delegator delegator, String messageId, Instant now) {
        return invoiceIds.stream().map(invoiceId -> delegator.makeValue("SmsStepRun", stepRun(invoiceId, messageId, now)))
                .collect(Collectors.toList());
    }

    /** @return its row, not stored yet */
    public GenericValue value(Delegator delegator, String messageId, Instant now) {
        return delegator.makeValue("SmsMessage", message(messageId, now));
    }

    /** @return what the history of each of its invoices gets */
    public List<AuditTrail.Entry> history(String messageId) {
        return invoiceIds.stream().map(invoiceId -> new AuditTrail.Entry(organizationPartyId, invoiceId, AuditKind.SMS_QUEUED, userLoginId, messageId,
                null, null, PhoneNumbers.masked(contactNumber))).collect(Collectors.toList());
    }

    /** @return fields of SmsStepRun */
    public Map<String, Object> stepRun(String invoiceId, String messageId, Instant now) {
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

    /** @return fields of SmsMessage */
    public Map<String, Object> message(String messageId, Instant now) {
        Map<String, Object> message = new HashMap<>();
        message.put("messageId", messageId);
        message.put("organizationPartyId", organizationPartyId);
        message.put("messageStatus", MessageStatus.QUEUED.name());
        message.put("messageType", type.name());
        message.put("invoiceId", invoiceIds.isEmpty() ? null : invoiceIds.get(0));
        message.put("customerPartyId", customerPartyId);
        message.put("recipientPartyId", recipientPartyId);
        message.put("contactNumber", contactNumber);
        message.put("localeString", localeString);
        message.put("notBefore", Timestamp.from(notBefore));
        message.put("sendAttempts", 0L);
        message.put("createdDate", Timestamp.from(now));
        message.put("createdByUserLogin", userLoginId);
        message.put("statusDate", Timestamp.from(now));
        message.put("templateId", content.templateId());
        message.put("paymentId", content.paymentId());
        message.put("attemptId", content.attemptId());
        message.put("lateFee", content.lateFee());
        message.put("replyText", content.replyText());
        message.put("codeSecret", content.code());
        return message;
    }

    @Override
    public String toString() {
        return "NewMessage[" + type + ", " + invoiceIds + "]";
    }
}
