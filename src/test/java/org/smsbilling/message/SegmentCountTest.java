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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments of texts, at the edges. */
class SegmentCountTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "153, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void plainTextHas160ThenEach153(int length, int segments) {
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, segments, length), SegmentCount.of("a".repeat(length)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "67, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void otherScriptsHave70ThenEach67(int length, int segments) {
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, segments, length), SegmentCount.of("\u0644".repeat(length)));
    }

    @Test
    void extensionCharactersCostTwo() {
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 1, 20), SegmentCount.of("^{}[]~\\|\u20AC\f"));
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 1, 160), SegmentCount.of("\u20AC".repeat(80)));
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 2, 161), SegmentCount.of("\u20AC".repeat(80) + "a"));
    }

    @Test
    void anExtensionCharacterIsNotDividedBetweenSegments() {
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 2, 306), SegmentCount.of("a".repeat(151) + "\u20AC" + "a".repeat(153)));
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 3, 306), SegmentCount.of("a".repeat(152) + "\u20AC" + "a".repeat(152)));
    }

    @Test
    void anEmojiIsTwoUnitsAndIsNotDivided() {
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 1, 70), SegmentCount.of("\uD83D\uDE00".repeat(35)));
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 2, 72), SegmentCount.of("\uD83D\uDE00".repeat(36)));
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 3, 134), SegmentCount.of("\uD83D\uDE00".repeat(67)));
    }

    @Test
    void aFamilyOfJoinedEmojiStaysTogether() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertEquals(8, family.length());
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 2, 72), SegmentCount.of(family.repeat(9)));
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 3, 136), SegmentCount.of(family.repeat(17)));
    }

    @Test
    void oneTypographicApostropheMakesTheWholeTextUcs2() {
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 3, 160), SegmentCount.of("a".repeat(159) + "\u2019"));
    }

    @Test
    void accentsOfTheAlphabetAreNotAllThereAre() {
        assertEquals(SmsEncoding.GSM_7, SegmentCount.of("àèéìòùñüöäåÇ¿¡£¥§").encoding());
        assertEquals(SmsEncoding.UCS_2, SegmentCount.of("á").encoding());
        assertEquals(SmsEncoding.UCS_2, SegmentCount.of("ç").encoding());
        assertEquals(SmsEncoding.UCS_2, SegmentCount.of("`").encoding());
    }

    @ParameterizedTest
    @CsvSource({
        // an extension character that would begin as the last septet of a segment moves on, and leaves one septet empty
        "152, 1, 152, 3, 306", "151, 1, 153, 2, 306", "153, 1, 151, 2, 306", "152, 1, 6, 1, 160", "152, 1, 7, 2, 161",
        "305, 1, 0, 3, 307", "304, 1, 0, 2, 306", "152, 76, 0, 2, 304", "152, 77, 0, 3, 306"})
    void extensionCharactersAcrossABoundary(int before, int euros, int after, int segments, int units) {
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, segments, units),
                SegmentCount.of("a".repeat(before) + "\u20AC".repeat(euros) + "a".repeat(after)));
    }

    @ParameterizedTest
    @CsvSource({
        // a surrogate pair that would begin as the last unit of a segment moves on, and leaves one unit empty
        "66, 1, 2, 1, 70", "66, 1, 3, 2, 71", "66, 1, 66, 3, 134", "65, 1, 67, 2, 134", "133, 1, 0, 3, 135", "132, 1, 0, 2, 134",
        "0, 35, 0, 1, 70", "1, 35, 0, 2, 71", "0, 66, 0, 2, 132", "0, 67, 0, 3, 134"})
    void surrogatePairsAcrossABoundary(int before, int emoji, int after, int segments, int units) {
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, segments, units),
                SegmentCount.of("\u0644".repeat(before) + "\uD83D\uDE00".repeat(emoji) + "\u0644".repeat(after)));
    }

    @Test
    void aFlagAndASkinToneStayTogether() {
        String flag = "\uD83C\uDDEB\uD83C\uDDF7";
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 3, 134), SegmentCount.of("a".repeat(64) + flag + "a".repeat(66)));
        String thumb = "\uD83D\uDC4D\uD83C\uDFFD";
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 2, 134), SegmentCount.of("a".repeat(63) + thumb + "a".repeat(67)));
        assertEquals(new SegmentCount(SmsEncoding.UCS_2, 3, 134), SegmentCount.of("a".repeat(64) + thumb + "a".repeat(66)));
    }

    @Test
    void aLineBreakOfTwoCharactersCountsTwo() {
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 1, 160), SegmentCount.of("a".repeat(158) + "\r\n"));
        assertEquals(new SegmentCount(SmsEncoding.GSM_7, 2, 161), SegmentCount.of("a".repeat(159) + "\r\n"));
    }
}
