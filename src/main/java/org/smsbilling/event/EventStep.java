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

import java.math.BigDecimal;

import org.smsbilling.message.MessageType;

/**
 * What is said about an invoice when something happens to it, by text or by e-mail.
 *
 * @param type what the text is for
 * @param templateId or null for the organization's usual one of the type
 * @param lateFee in the invoice's currency, or null
 * @param mailStepId the step of a cycle that says it by e-mail; null for a text
 */
public record EventStep(MessageType type, String templateId, BigDecimal lateFee, String mailStepId) {

    public static EventStep of(MessageType type) {
        return new EventStep(type, null, null, null);
    }

    public boolean byMail() {
        return mailStepId != null;
    }
}
