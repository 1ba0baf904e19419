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

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a text from travelling as GSM-7, and what could stand in its place. */
public final class PlainCharacters {

    /**
     * A character that GSM-7 has not.
     *
     * @param character what a reader sees as one
     * @param name of it in Unicode
     * @param replacement in GSM-7; empty when there is none
     * @param byItself whether it is replaced when the text is sent, provided that nothing else is in the way
     */
    public record Foreign(String character, String name, Optional<String> replacement, boolean byItself) { }

    private PlainCharacters() { }

    /** @return each once, in the order of the text */
    public static List<Foreign> foreign(String text) {
        List<Foreign> foreign = new ArrayList<>();
        text.codePoints().distinct().filter(point -> point > Character.MAX_VALUE || Gsm7.units((char) point) == 0).forEach(point -> {
            String character = Character.toString(point);
            Optional<String> folded = Gsm7Folding.plain(character);
            foreign.add(new Foreign(character, String.valueOf(Character.getName(point)), folded.or(() -> withoutAccents(character)),
                    folded.isPresent()));
        });
        return foreign;
    }

    private static Optional<String> withoutAccents(String character) {
        String plain = Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return plain.isEmpty() && !character.codePoints().allMatch(PlainCharacters::mark) || !Gsm7.holds(plain) ? Optional.empty()
                : Optional.of(plain);
    }

    private static boolean mark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }
}
