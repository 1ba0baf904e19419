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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** Amounts as people read them. */
public final class MoneyText {

    private static final Pattern LETTER_AT_DIGIT = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})");

    private MoneyText() { }

    /**
     * @param amount decimal units; never rounded, so more digits than the currency has are shown
     * @param currencyUomId ISO 4217; a code that Java does not know is written as it is
     * @return for example $1,234.50, ¥500, 1.234,50 €
     */
    public static String format(BigDecimal amount, String currencyUomId, Locale locale) {
        Currency currency = currency(currencyUomId);
        if (currency == null) {
            NumberFormat plain = NumberFormat.getNumberInstance(locale);
            return digits(plain, amount, 2).format(amount) + (currencyUomId == null ? "" : " " + currencyUomId);
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        String text = digits(format, amount, Math.max(0, currency.getDefaultFractionDigits())).format(amount);
        return LETTER_AT_DIGIT.matcher(text).replaceAll("\u00A0");
    }

    private static NumberFormat digits(NumberFormat format, BigDecimal amount, int usual) {
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        format.setMinimumFractionDigits(usual);
        format.setMaximumFractionDigits(Math.max(usual, amount.stripTrailingZeros().scale()));
        return format;
    }

    private static Currency currency(String code) {
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
