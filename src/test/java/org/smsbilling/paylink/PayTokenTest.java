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
package org.smsbilling.paylink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of pay links. */
class PayTokenTest {

    @Test
    void tenThousandTokensAreDifferentAndWellFormed() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String token = PayToken.random();
            assertTrue(PayToken.wellFormed(token), token.length() + " characters");
            tokens.add(token);
        }
        assertEquals(10_000, tokens.size());
    }

    @Test
    void everyCharacterCarriesSixBits() {
        Set<Character> last = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            last.add(PayToken.random().charAt(PayToken.LENGTH - 1));
        }
        assertEquals(64, last.size());
    }

    @Test
    void hashIsSha256InHexadecimal() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", PayToken.hash("abc"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA.", "AAAAAAAAAAAAAAAAAAAA%0", "AAAAAAAAAAAAAAAAAAAAA\n",
        "<script>alert(1)</scri", "AAAAAAAAAAAAAAAAAAAA \u00e9"})
    void nothingElseIsWellFormed(String text) {
        assertFalse(PayToken.wellFormed(text));
    }
}
