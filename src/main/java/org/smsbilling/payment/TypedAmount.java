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

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * An amount as a person types it, with the separators of a language or with a plain decimal point.
 *
 * @param amount decimal units; null when nothing was typed, or nothing that is an amount
 * @param wrong whether something was typed that is no amount
 */
record TypedAmount(BigDecimal amount, boolean wrong) {

    private static final int CENTS = 2;

    static TypedAmount of(String typed, Locale locale) {
        String text = typed == null ? "" : typed.replaceAll("[\\s\\u00a0\\u202f'$€£]", "");
        if (text.isEmpty()) {
            return new TypedAmount(null, false);
        }
        char decimal = decimal(text, DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
        String plain = text.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.');
        return plain.matches("[0-9]{1,12}(\\.[0-9]{1,3})?") ? new TypedAmount(new BigDecimal(plain), false) : new TypedAmount(null, true);
    }

    /** With both, the last one separates decimals; a single one that leaves one or two digits does so in any language. */
    private static char decimal(String text, char usual) {
        int point = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return point > comma ? '.' : ',';
        }
        int only = Math.max(point, comma);
        boolean once = only >= 0 && text.indexOf(text.charAt(only)) == only;
        return once && text.length() - only - 1 <= CENTS ? text.charAt(only) : usual == ',' ? ',' : '.';
    }
}
