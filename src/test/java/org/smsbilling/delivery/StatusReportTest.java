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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.message.MessageStatus;

/** What is understood of a report. */
class StatusReportTest {

    @Test
    void aReportHasIdStatusAndErrorCode() {
        assertEquals(Optional.of(new StatusReport("SM1", "undelivered", "30003")),
                StatusReport.of(Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30003", "To", "+12125550147")));
    }

    @Test
    void theFormerNamesAreUnderstood() {
        assertEquals(Optional.of(new StatusReport("SM1", "sent", null)), StatusReport.of(Map.of("SmsSid", "SM1", "SmsStatus", "sent")));
    }

    @ParameterizedTest
    @CsvSource({"'',sent", "SM1,''", "SM 1,sent", "SM1,se<nt", "SM1,1234"})
    void whatIsNoReportOfAMessageIsLeftOut(String id, String status) {
        assertEquals(Optional.empty(), StatusReport.of(Map.of("MessageSid", id, "MessageStatus", status)));
    }

    @Test
    void anErrorCodeThatIsNoneIsLeftOut() {
        assertEquals(Optional.of(new StatusReport("SM1", "failed", null)),
                StatusReport.of(Map.of("MessageSid", "SM1", "MessageStatus", "failed", "ErrorCode", "null")));
    }

    @ParameterizedTest
    @CsvSource({"delivered,DELIVERED", "read,DELIVERED", "undelivered,UNDELIVERED", "failed,FAILED", "canceled,FAILED", "Delivered,DELIVERED"})
    void finalWordsEndAMessage(String word, MessageStatus ending) {
        assertEquals(Optional.of(ending), CarrierStatus.ending(word));
    }

    @ParameterizedTest
    @CsvSource({"queued", "accepted", "scheduled", "sending", "sent", "partially_delivered", "something_new"})
    void otherWordsEndNothing(String word) {
        assertEquals(Optional.empty(), CarrierStatus.ending(word));
    }
}
