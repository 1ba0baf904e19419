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
package org.smsbilling.outside.cardpointe;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Amounts as the gateway writes them: with a decimal point in units, without one in the smallest unit of the currency. */
final class Money {
    private Money() { }

    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @return empty for anything that is no amount */
    static Optional<BigDecimal> parse(String text, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (!text.matches("\\d{1,12}(\\.\\d{0,3})?")) {
            return Optional.empty();
        }
        BigDecimal amount = text.contains(".") ? new BigDecimal(text) : new BigDecimal(text).movePointLeft(digits);
        return amount.stripTrailingZeros().scale() > digits ? Optional.empty() : Optional.of(amount.setScale(digits));
    }
}
