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
package org.smsbilling.template;

import java.util.Arrays;
import java.util.List;

import org.smsbilling.message.MessageTopic;
import org.smsbilling.message.MessageType;

/** What a sample tells of. */
enum SampleCase {
    /** One invoice, with all there is to tell; a receipt for the whole of it. */
    USUAL,
    /** Three invoices in one message. */
    SEVERAL,
    /** A receipt for a part. */
    PART_PAID,
    /** The bank took the money back. */
    RETURNED,
    /** Nothing that may be missing: no due date, no attributes, no name, no late fee. */
    BARE;

    static List<SampleCase> of(MessageType type) {
        return Arrays.stream(values()).filter(one -> switch (one) {
        case USUAL, BARE -> true;
        case SEVERAL -> type.topic() == MessageTopic.REMINDERS;
        case PART_PAID -> type == MessageType.RECEIPT;
        case RETURNED -> type == MessageType.FAILED_PAYMENT;
        }).toList();
    }
}
