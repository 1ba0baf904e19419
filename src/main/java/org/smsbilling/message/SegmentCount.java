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
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a text travels, and in how many parts. What a reader sees as one character is never divided between two segments.
 *
 * @param segments at least 1
 * @param units septets of GSM-7 or 16-bit units of UCS-2
 */
public record SegmentCount(SmsEncoding encoding, int segments, int units) {

    private static final Pattern CHARACTER = Pattern.compile("\\r\\n|\\X");

    public static SegmentCount of(String text) {
        return Gsm7.holds(text) ? count(septets(text), SmsEncoding.GSM_7)
                : count(CHARACTER.matcher(text).results().mapToInt(character -> character.end() - character.start()), SmsEncoding.UCS_2);
    }

    /** No character of the alphabet joins another but a line break of two. */
    private static IntStream septets(String text) {
        int[] sizes = new int[text.length()];
        int characters = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean joined = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            characters += joined ? 0 : 1;
            sizes[characters - 1] += Gsm7.units(text.charAt(i));
        }
        return Arrays.stream(sizes, 0, characters);
    }

    private static SegmentCount count(IntStream sizes, SmsEncoding encoding) {
        int units = 0;
        int segments = 1;
        int filled = 0;
        for (int character : sizes.toArray()) {
            units += character;
            if (filled + character > encoding.each()) {
                segments++;
                filled = 0;
            }
            filled += character;
        }
        return new SegmentCount(encoding, units <= encoding.single() ? 1 : segments, units);
    }
}
