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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of the tokenizer's frame. */
class PaymentAccountTest {

    @ParameterizedTest
    @ValueSource(strings = {"9478825443011443", "9441149619831111", "9-abc-123"})
    void tokensAreTaken(String token) {
        assertTrue(new PaymentAccount(token, "").usable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4788250000121443", "5454545454545454", "371449635398431", "", "123", "9478 8254", "<script>alert(1)</script>"})
    void cardNumbersAndOtherThingsAreNot(String token) {
        assertFalse(new PaymentAccount(token, "").usable());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(nullValues = "-", value = {"203012, 1230", "1230, 1230", "12/30, 1230", "'', -", "1, -"})
    void expiryIsMonthAndYear(String typed, String expiry) {
        assertEquals(expiry, new PaymentAccount("9478825443011443", typed).expiry());
    }

    @Test
    void tokensAreNotPrinted() {
        assertEquals("PaymentAccount[]", new PaymentAccount("9478825443011443", "1230").toString());
        assertEquals("1443", new PaymentAccount("9478825443011443", "1230").last4());
    }

    @Test
    void orderIdsBeginWithALetterAndHaveNineteenCharacters() {
        for (int i = 0; i < 1000; i++) {
            assertTrue(OrderIds.random().matches("S[A-HJ-NP-Z2-9]{18}"));
        }
    }
}
