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

import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a text travels, and in how many parts. What a reader sees as one character is never divided between two segments.
 *
 * @param segments at least 1
 * @param units septets of GSM-7 or 16-bit units of UCS-2
 */
public record SegmentCount(SmsEncoding encoding, int segments, int units) {

    private static final Pattern CHARACTER = Pattern.compile("\\r\\n|\\X");

    public static SegmentCount of(String text) {
        return Gsm7.holds(text)
                ? count(text, SmsEncoding.GSM_7, character -> character.chars().map(unit -> Gsm7.units((char) unit)).sum())
                : count(text, SmsEncoding.UCS_2, String::length);
    }

    private static SegmentCount count(String text, SmsEncoding encoding, ToIntFunction<String> size) {
        int[] sizes = CHARACTER.matcher(text).results().map(MatchResult::group).mapToInt(size).toArray();
        int units = 0;
        int segments = 1;
        int filled = 0;
        for (int character : sizes) {
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
