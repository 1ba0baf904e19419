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

import java.math.BigDecimal;

/**
 * What goes into a message's text beside its invoices. Each may be null.
 *
 * @param templateId the template to use; null for the organization's usual one of the message's type
 * @param paymentId the payment that a receipt is for
 * @param attemptId the payment attempt that failed or came back
 * @param lateFee decimal units of the invoice's currency; only text, no invoice has it
 * @param replyText what a clerk wrote
 * @param code a one-time code: a secret, kept encrypted until the message is sent
 */
public record MessageContent(String templateId, String paymentId, String attemptId, BigDecimal lateFee, String replyText, String code) {

    public static final MessageContent NONE = new MessageContent(null, null, null, null, null, null);

    public static MessageContent ofTemplate(String templateId, BigDecimal lateFee) {
        return new MessageContent(templateId, null, null, lateFee, null, null);
    }

    public static MessageContent ofPayment(String templateId, String paymentId) {
        return new MessageContent(templateId, paymentId, null, null, null, null);
    }

    public static MessageContent ofAttempt(String templateId, String paymentId, String attemptId) {
        return new MessageContent(templateId, paymentId, attemptId, null, null, null);
    }

    public static MessageContent ofReply(String replyText) {
        return new MessageContent(null, null, null, null, replyText, null);
    }

    public static MessageContent ofCode(String code) {
        return new MessageContent(null, null, null, null, null, code);
    }

    @Override
    public String toString() {
        return "MessageContent[" + templateId + ", " + paymentId + ", " + attemptId + "]";
    }
}
