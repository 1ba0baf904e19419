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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.smsbilling.paylink.PayToken;

/** A customer's text as it may be kept: without pay tokens of quoted links, and without card numbers, which people text although nobody should. */
final class KeptBody {
    private static final Pattern TOKEN = Pattern.compile("(?<=/(?:p|preferences)/)[A-Za-z0-9_-]{" + PayToken.LENGTH + "}(?![A-Za-z0-9_-])");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d(?:[ .-]?\\d){12,18}(?!\\d)");
    private static final int SHOWN_DIGITS = 4;

    private KeptBody() { }

    static String of(String body) {
        String text = TOKEN.matcher(body.replace("\u0000", "")).replaceAll(token -> "*".repeat(token.group().length()));
        return CARD.matcher(text).replaceAll(number -> Matcher.quoteReplacement(card(number.group()) ? hidden(number.group()) : number.group()));
    }

    private static String hidden(String number) {
        return number.substring(0, number.length() - SHOWN_DIGITS).replaceAll("\\d", "*") + number.substring(number.length() - SHOWN_DIGITS);
    }

    /** ISO/IEC 7812: the check digit of card numbers. */
    private static boolean card(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
