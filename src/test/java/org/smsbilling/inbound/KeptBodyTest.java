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
package org.smsbilling.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptBodyTest {

    @ParameterizedTest
    @CsvSource({"4788250000121443,************1443", "4788 2500 0012 1443,**** **** **** 1443", "my card is 4788-2500-0012-1443 exp 12/30,"
            + "my card is ****-****-****-1443 exp 12/30", "371449635398431,***********8431"})
    void cardNumbersAreHiddenButForTheirLastDigits(String body, String kept) {
        assertEquals(kept, KeptBody.of(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "call +1 212 555 0147", "4788250000121444", "order 123456789012", "a+b <b> &amp; 100% \u20ac \ud83d\ude00",
        "12345678901234567890123456789"})
    void otherTextStaysAsItIs(String body) {
        assertEquals(body, KeptBody.of(body));
    }

    @Test
    void theTokenOfAQuotedPayLinkIsHidden() {
        String token = "A".repeat(org.smsbilling.paylink.PayToken.LENGTH);
        assertEquals("> Pay here: https://pay.example.com/pay/control/p/" + "*".repeat(token.length()) + " is this real?",
                KeptBody.of("> Pay here: https://pay.example.com/pay/control/p/" + token + " is this real?"));
    }

    @Test
    void aNulThatDatabasesRefuseIsLeftOut() {
        assertEquals("ab", KeptBody.of("a\u0000b"));
    }
}
