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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Which state of a message follows which. */
class MessageStatusTest {

    @Test
    void onlyTheseTransitionsExist() {
        String matrix = Arrays.stream(MessageStatus.values()).map(status -> status + ">" + status.next().stream().map(Enum::name)
                .collect(Collectors.joining(","))).collect(Collectors.joining(" "));
        assertEquals("QUEUED>SENDING,FAILED,CANCELLED SENDING>QUEUED,SENT,FAILED,AMBIGUOUS,CANCELLED SENT>DELIVERED,UNDELIVERED,FAILED DELIVERED> "
                + "UNDELIVERED> FAILED> AMBIGUOUS>QUEUED,SENT,DELIVERED,UNDELIVERED,FAILED,CANCELLED CANCELLED>", matrix);
    }

    @Test
    void aMessageThatWasSentIsNeverQueuedAgain() {
        for (MessageStatus sent : new MessageStatus[] {MessageStatus.SENT, MessageStatus.DELIVERED, MessageStatus.UNDELIVERED}) {
            assertTrue(sent.left());
            assertFalse(sent.mayBecome(MessageStatus.QUEUED));
            assertFalse(sent.mayBecome(MessageStatus.SENDING));
        }
    }

    @Test
    void noStateFollowsItself() {
        for (MessageStatus status : MessageStatus.values()) {
            assertFalse(status.mayBecome(status), status.name());
        }
    }
}
