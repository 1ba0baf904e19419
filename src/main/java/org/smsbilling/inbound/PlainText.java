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

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text without what people vary: its sentences in lower case, without accents, apostrophes, emoji and other signs, one space between words.
 *
 * @param sentences what stood between full stops, commas and line ends; empty ones are left out
 */
record PlainText(List<String> sentences) {
    private static final Pattern APOSTROPHES = Pattern.compile("['`\u2018\u2019\u201B\u00B4\u02BC\u2032]");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.,;:!?\u00A1\u00BF\\v]+");
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static PlainText of(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(APOSTROPHES.matcher(text).replaceAll(""), Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        return new PlainText(Arrays.stream(SENTENCE_ENDS.split(letters)).map(sentence -> NO_WORDS.matcher(sentence).replaceAll(" ").strip())
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.toList()));
    }

    /** @return all of it as one sentence */
    String whole() {
        return String.join(" ", sentences);
    }

    /** @return its letters alone, for words that people write in pieces: s.t.o.p, opt-out */
    String compact() {
        return whole().replace(" ", "");
    }
}
