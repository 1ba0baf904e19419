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

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much room a text leaves.
 *
 * @param left units that still fit into its last segment
 * @param oneSegmentEnds how many characters of the text fit into one segment; its length when all do
 */
public record SegmentRoom(SegmentCount count, int left, int oneSegmentEnds) {

    private static final Pattern CHARACTER = Pattern.compile("\\r\\n|\\X");

    public static SegmentRoom of(String text) {
        SegmentCount count = SegmentCount.of(text);
        SmsEncoding encoding = count.encoding();
        List<String> characters = CHARACTER.matcher(text).results().map(MatchResult::group).toList();
        int units = 0;
        int filled = 0;
        int ends = 0;
        for (String character : characters) {
            int size = encoding == SmsEncoding.GSM_7 ? character.chars().map(unit -> Gsm7.units((char) unit)).sum() : character.length();
            filled = filled + size > encoding.each() ? size : filled + size;
            units += size;
            ends += units <= encoding.single() ? character.length() : 0;
        }
        return new SegmentRoom(count, count.segments() == 1 ? encoding.single() - units : encoding.each() - filled, ends);
    }
}
