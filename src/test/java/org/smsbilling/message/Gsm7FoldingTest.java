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

import org.junit.jupiter.api.Test;

/** Typographic characters become plain ones where that pays. */
class Gsm7FoldingTest {

    @Test
    void typographyBecomesPlain() {
        assertEquals("It's \"due\" - now... * 5 USD", Gsm7Folding.fold("It\u2019s \u201Cdue\u201D \u2013 now\u2026 \u2022 5\u00A0USD"));
        assertEquals("1 234,50 EUR", Gsm7Folding.fold("1\u202F234,50\u00A0EUR"));
        assertEquals("ab", Gsm7Folding.fold("a\u200B\u200Eb"));
    }

    @Test
    void aTextThatNeedsUcs2AnywayStaysAsItIs() {
        assertEquals("\u201C\u0645\u0631\u062D\u0628\u0627\u201D", Gsm7Folding.fold("\u201C\u0645\u0631\u062D\u0628\u0627\u201D"));
        assertEquals("it\u2019s \uD83D\uDE00", Gsm7Folding.fold("it\u2019s \uD83D\uDE00"));
    }

    @Test
    void lettersWithAccentsAreNeverReplaced() {
        assertEquals("\u201Cá\u201D", Gsm7Folding.fold("\u201Cá\u201D"));
    }

    @Test
    void plainTextStaysAsItIs() {
        assertEquals("Pay here: https://pay.example.com/p/{x}", Gsm7Folding.fold("Pay here: https://pay.example.com/p/{x}"));
        assertEquals("", Gsm7Folding.fold(""));
    }
}
