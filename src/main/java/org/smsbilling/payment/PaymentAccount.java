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

import java.util.regex.Pattern;

/**
 * A card or bank account as the tokenizer's frame gave it.
 *
 * @param token stands for the account at the gateway; never printed
 * @param typedExpiry YYYYMM or MMYY, or empty
 */
record PaymentAccount(String token, String typedExpiry) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern CARD_NUMBER = Pattern.compile("[0-8][0-9]{12,18}");
    private static final int LAST = 4;

    /** @return whether it can be a token. Card numbers are turned away: they must never get here, and the gateway's tokens begin with 9 */
    boolean usable() {
        return TOKEN.matcher(token).matches() && !(CARD_NUMBER.matcher(token).matches() && luhn(token));
    }

    /** @return MMYY, or null when there is none */
    String expiry() {
        String digits = typedExpiry.replaceAll("[^0-9]", "");
        return switch (digits.length()) {
        case 4 -> digits;
        case 6 -> digits.substring(4) + digits.substring(2, 4);
        default -> null;
        };
    }

    /** @return the last four characters, which tokens share with what they stand for */
    String last4() {
        return token.substring(Math.max(0, token.length() - LAST));
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return "PaymentAccount[]";
    }
}
