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
package org.smsbilling.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.smsbilling.outside.twilio.Segments;

/** How many segments a text takes. */
class SegmentsTest {
    @Test
    void gsmTextHas160CharactersThen153Each() {
        assertEquals(1, Segments.count(""));
        assertEquals(1, Segments.count("x".repeat(160)));
        assertEquals(2, Segments.count("x".repeat(161)));
        assertEquals(2, Segments.count("x".repeat(306)));
        assertEquals(3, Segments.count("x".repeat(307)));
    }

    @Test
    void extensionCharactersCountTwiceAndAreNotTornApart() {
        assertEquals(1, Segments.count("€".repeat(80)));
        assertEquals(2, Segments.count("€".repeat(81)));
        assertEquals(2, Segments.count("€".repeat(152)));
        assertEquals(3, Segments.count("€".repeat(153)));
    }

    @Test
    void oneTypographicApostropheMakesSegmentsOf70Then67() {
        assertEquals(1, Segments.count("x".repeat(69) + "’"));
        assertEquals(2, Segments.count("x".repeat(70) + "’"));
        assertEquals(3, Segments.count("x".repeat(134) + "’"));
    }

    @Test
    void emojiCountsTwice() {
        assertEquals(1, Segments.count("😀".repeat(35)));
        assertEquals(2, Segments.count("😀".repeat(36)));
    }
}
