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
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people type them. */
class TypedAmountTest {

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource(delimiter = '|', value = {
        "25 | en | 25", "25.50 | en | 25.50", "25,50 | en | 25.50", "1,234.50 | en | 1234.50", "1.234,50 | fr | 1234.50", "1 234,50 | fr | 1234.50",
        "1,234 | en | 1234", "1.234 | es | 1234", "$40.00 | en | 40.00", "1,234,567 | en | 1234567", "12.345 | en | 12.345", "25,5 | fr | 25.5",
    })
    void areRead(String typed, String language, String amount) {
        assertEquals(amount, TypedAmount.of(typed, Locale.forLanguageTag(language)).amount().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "1.2.3", "5e3", "12.3456", "1234567890123", "<b>"})
    void otherThingsAreNone(String typed) {
        TypedAmount amount = TypedAmount.of(typed, Locale.ENGLISH);
        assertNull(amount.amount());
        assertEquals(true, amount.wrong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void nothingIsNotWrong(String typed) {
        assertEquals(new TypedAmount(null, false), TypedAmount.of(typed, Locale.ENGLISH));
    }
}
