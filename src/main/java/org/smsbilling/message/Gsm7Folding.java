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

import java.util.Map;
import java.util.Optional;

/**
 * Replaces typographic characters by plain ones, but only where this makes the whole text GSM-7: one quotation mark must not more than double
 * the price of a text, and a text that needs UCS-2 anyway stays as it was written.
 */
public final class Gsm7Folding {

    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('\u2018', "'"), Map.entry('\u2019', "'"), Map.entry('\u201A', "'"), Map.entry('\u201B', "'"), Map.entry('\u2032', "'"),
            Map.entry('\u00B4', "'"), Map.entry('\u0060', "'"), Map.entry('\u02BC', "'"),
            Map.entry('\u201C', "\""), Map.entry('\u201D', "\""), Map.entry('\u201E', "\""), Map.entry('\u201F', "\""), Map.entry('\u2033', "\""),
            Map.entry('\u00AB', "\""), Map.entry('\u00BB', "\""), Map.entry('\u2039', "'"), Map.entry('\u203A', "'"),
            Map.entry('\u2010', "-"), Map.entry('\u2011', "-"), Map.entry('\u2012', "-"), Map.entry('\u2013', "-"), Map.entry('\u2014', "-"),
            Map.entry('\u2015', "-"), Map.entry('\u2212', "-"), Map.entry('\u00AD', ""),
            Map.entry('\u2026', "..."), Map.entry('\u2022', "*"), Map.entry('\u00B7', "*"), Map.entry('\u2044', "/"),
            Map.entry('\u00A0', " "), Map.entry('\u202F', " "), Map.entry('\u2007', " "), Map.entry('\u2009', " "), Map.entry('\u200A', " "),
            Map.entry('\u2002', " "), Map.entry('\u2003', " "), Map.entry('\u3000', " "), Map.entry('\t', " "),
            Map.entry('\u200B', ""), Map.entry('\u200E', ""), Map.entry('\u200F', ""), Map.entry('\u2060', ""), Map.entry('\uFEFF', ""));

    private Gsm7Folding() { }

    /** @param character one. @return what it is folded to; empty when it is not */
    static Optional<String> plain(String character) {
        return character.length() == 1 ? Optional.ofNullable(PLAIN.get(character.charAt(0))) : Optional.empty();
    }

    /** @return the text in GSM-7 when folding makes it so, else the text itself */
    public static String fold(String text) {
        if (Gsm7.holds(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            folded.append(Gsm7.units(character) > 0 ? String.valueOf(character) : PLAIN.getOrDefault(character, String.valueOf(character)));
        }
        return Gsm7.holds(folded) ? folded.toString() : text;
    }
}
