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

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The token that somebody may have meant. */
final class TokenSuggestion {

    private TokenSuggestion() { }

    /** @return with its braces; empty when nothing is near */
    static Optional<String> of(String typed) {
        String plain = plain(typed);
        return plain.isEmpty() || plain.length() > 40 ? Optional.empty() : Arrays.stream(MessageToken.values())
                .filter(token -> token != MessageToken.ATTRIBUTE)
                .min(Comparator.comparingInt(token -> distance(plain, plain(token.title()))))
                .filter(token -> distance(plain, plain(token.title())) <= Math.max(1, Math.min(plain.length(), token.title().length()) * 2 / 5))
                .map(token -> "{" + token.title() + "}");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Letters to add, leave out or change. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
