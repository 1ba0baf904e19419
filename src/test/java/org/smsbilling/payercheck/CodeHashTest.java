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
package org.smsbilling.payercheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One-time codes as they are stored. */
class CodeHashTest {

    @Test
    void codesAreSixDigits() {
        for (int i = 0; i < 200; i++) {
            assertTrue(CodeHash.randomCode().matches("\\d{6}"));
        }
    }

    @Test
    void onlyTheCodeItselfMatches() {
        CodeHash hash = CodeHash.of("048213");
        assertTrue(hash.matches("048213"));
        assertTrue(hash.matches(" 048 213 "));
        assertFalse(hash.matches("48213"));
        assertFalse(hash.matches("048214"));
        assertFalse(hash.matches(""));
        assertFalse(hash.matches(null));
    }

    @Test
    void theSameCodeIsStoredDifferentlyEachTimeAndNeverAsItself() {
        CodeHash first = CodeHash.of("048213");
        assertNotEquals(first.hash(), CodeHash.of("048213").hash());
        assertFalse(first.hash().contains("048213"));
        assertEquals("CodeHash[]", first.toString());
        assertTrue(new CodeHash(first.hash(), first.salt()).matches("048213"));
    }
}
