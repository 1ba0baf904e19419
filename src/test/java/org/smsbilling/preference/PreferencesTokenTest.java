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
package org.smsbilling.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.paylink.PayToken;

/** The token of a preferences link. */
class PreferencesTokenTest {

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    @ParameterizedTest
    @ValueSource(strings = {"+12125550147", "+442071838750", "+999999999999999", "+1234567"})
    void givesTheNumberBackToWhoHasTheKey(String number) {
        String token = PreferencesToken.of(KEY, number).orElseThrow();
        assertTrue(PayToken.wellFormed(token), token);
        assertEquals(Optional.of(number), PreferencesToken.number(KEY, token));
        assertEquals(token, PreferencesToken.of(KEY, number).orElseThrow(), "the same in every text");
        assertFalse(token.contains(number.substring(1)));
    }

    @Test
    void anotherKeyMakesAnotherTokenAndReadsNothing() {
        String other = PreferencesToken.newKey();
        String token = PreferencesToken.of(KEY, "+12125550147").orElseThrow();
        assertNotEquals(token, PreferencesToken.of(other, "+12125550147").orElseThrow());
        assertEquals(Optional.empty(), PreferencesToken.number(other, token));
    }

    @Test
    void anyOtherTokenIsRefused() {
        String token = PreferencesToken.of(KEY, "+12125550147").orElseThrow();
        for (int i = 0; i < PayToken.LENGTH - 1; i++) {
            String changed = token.substring(0, i) + (token.charAt(i) == 'A' ? 'B' : 'A') + token.substring(i + 1);
            assertEquals(Optional.empty(), PreferencesToken.number(KEY, changed), "changed at " + i);
        }
        assertEquals(Optional.empty(), PreferencesToken.number(KEY, PayToken.random()));
        assertEquals(Optional.empty(), PreferencesToken.number(KEY, null));
        assertEquals(Optional.empty(), PreferencesToken.number(KEY, "../../etc/passwd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12125550147", "erased", "+0123456789", "+1234567890123456"})
    void onlyNumbersHaveTokens(String text) {
        assertEquals(Optional.empty(), PreferencesToken.of(KEY, text));
    }
}
