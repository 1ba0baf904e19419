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

/** No pay token in a text that is kept. */
class MaskedBodyTest {

    @Test
    void theTokenBecomesStarsAndTheLengthStays() {
        assertEquals("Pay here: https://pay.example.com/pay/control/p/********************** Reply STOP", MaskedBody.of(
                "Pay here: https://pay.example.com/pay/control/p/AbCdEfGhIjKlMnOpQrStUv Reply STOP",
                "https://pay.example.com/pay/control/p/AbCdEfGhIjKlMnOpQrStUv"));
    }

    @Test
    void eachOccurrenceIsMasked() {
        assertEquals("p/*** and ***", MaskedBody.of("p/abc and abc", "p/abc"));
    }

    @Test
    void aTextWithoutALinkStaysAsItIs() {
        assertEquals("Thank you", MaskedBody.of("Thank you", null));
        assertEquals("Thank you", MaskedBody.of("Thank you", "https://pay.example.com/"));
    }
}
