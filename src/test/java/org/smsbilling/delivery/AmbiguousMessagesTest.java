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

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a text without an answer: sentences, and nothing of what the program noted. */
class AmbiguousMessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
        "null | Our server stopped while the text was being sent.",
        "HTTP status 502 | The carrier answered with a fault of its own (HTTP status 502), which does not say whether it took the text.",
        "java.net.http.HttpTimeoutException: request timed out | The request went out, and the connection ended before the carrier answered.",
        "NullPointerException | The request went out, and the connection ended before the carrier answered."})
    void whatIsKnownIsASentence(String noted, String shown) {
        assertEquals(shown, AmbiguousMessages.known(noted, Locale.ENGLISH));
    }
}
