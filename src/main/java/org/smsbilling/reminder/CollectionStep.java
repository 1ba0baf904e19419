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
package org.smsbilling.reminder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import org.smsbilling.message.MessageType;

/**
 * What is said to the customer on one day of a cycle, or at one event.
 *
 * @param offsetDays days after the anchor's day, negative before it
 * @param templateId of a text, or null for the usual one of its type
 * @param emailTemplateSettingId of OFBiz, or null for the invoice as PDF
 * @param hour of the day in the organization's time zone, 0 to 23
 * @param repeatEveryDays 0: once
 * @param repeatMaximum how often again at most
 * @param lateFee decimal units of the invoice's currency, or null
 * @param lateFeeAttribute name of the invoice attribute that has it, or null
 * @param since since when it communicates; days before that day are not caught up
 */
public record CollectionStep(String stepId, StepAnchor anchor, int offsetDays, StepCommunication communication, MessageType messageType,
        String templateId, String emailTemplateSettingId, int hour, int repeatEveryDays, int repeatMaximum, BigDecimal lateFee,
        String lateFeeAttribute, Instant since) {

    /** @return how often it comes at most */
    public int occurrences() {
        return repeatEveryDays > 0 ? 1 + repeatMaximum : 1;
    }

    /** @param number 1 for the first. @return days after the anchor's day */
    public int offsetDays(int number) {
        return offsetDays + (number - 1) * repeatEveryDays;
    }

    /** @param attributes of the invoice. @return decimal units of its currency, null when there is none */
    public BigDecimal lateFee(Map<String, String> attributes) {
        String written = lateFeeAttribute == null ? null : attributes.get(lateFeeAttribute);
        return written != null && written.strip().matches("[0-9]{1,12}([.][0-9]{1,3})?") ? new BigDecimal(written.strip()) : lateFee;
    }
}
