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
package org.smsbilling.invoice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts as people read them; spaces that do not break are written as _ here. */
class MoneyTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1234.50|USD|en-US|$1,234.50", "12345678.90|USD|en-US|$12,345,678.90", "0.00|USD|en-US|$0.00",
            "1234.5|USD|en|$1,234.50", "500.00|JPY|en-US|¥500", "500.5|JPY|en-US|¥500.5", "1.234|KWD|en-US|KWD_1.234", "1|KWD|en-US|KWD_1.000",
            "1234.50|EUR|de-DE|1.234,50_€", "1234.50|EUR|fr-FR|1_234,50_€", "1234.50|EUR|es-ES|1.234,50_€", "99.90|GBP|en-GB|£99.90",
            "5.00|ZZZ|en-US|5.00 ZZZ", "10.125|USD|en-US|$10.125"})
    void digitsAndSignsAreThoseOfCurrencyAndLanguage(String amount, String currency, String locale, String expected) {
        assertEquals(expected, MoneyText.format(new BigDecimal(amount), currency, Locale.forLanguageTag(locale))
                .replace('\u00A0', '_').replace('\u202F', '_'));
    }
}
