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
package org.smsbilling.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can send a text, and how fast. */
class SenderTest {

    @ParameterizedTest
    @CsvSource({"+12125550147,NUMBER,1", "+442071838750,NUMBER,1", "+18885550147,TOLL_FREE,3", "12345,SHORT_CODE,100", "ACME Bills,ALPHANUMERIC,1",
        "MGbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,MESSAGING_SERVICE,1", "A,ALPHANUMERIC,1", "12345678901,,", "4Ever,ALPHANUMERIC,1"})
    void theKindOfASenderDecidesItsRate(String text, Sender.Kind kind, Integer rate) {
        assertEquals(kind, Sender.parse(text).map(Sender::kind).orElse(null));
        assertEquals(rate, Sender.parse(text).map(sender -> sender.kind().segmentsPerSecond()).orElse(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+0212555014", "2125550147", "+1 212 555 0147",
        "Longer than 11", "ACME!", "MGbbbbbbbbbb", "12", "+123", "Zoë", "😀"})
    void whatIsNoSenderIsNone(String text) {
        assertEquals(true, Sender.parse(text).isEmpty());
    }

    @Test
    void spacesAroundASenderDoNotCount() {
        assertEquals("+12125550147", Sender.parse(" +12125550147 ").orElseThrow().value());
        assertEquals(true, Sender.parse(null).isEmpty());
    }
}
