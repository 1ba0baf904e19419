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

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author is told of characters and room. */
class PlainCharactersTest {

    @ParameterizedTest
    @CsvSource({"\u2019, ''''", "\u00EA, e", "\u00E1, a", "\u00E7, c", "\u2026, ...", "\u0153, ''", "\u2639, ''", "\u0141, ''", "\u00BD, ''",
        "\uFF34, T"})
    void aReplacementIsOfferedWhereThereIsOne(String character, String replacement) {
        assertEquals(Optional.of(replacement).filter(text -> !text.isEmpty()), PlainCharacters.foreign(character).get(0).replacement());
    }

    @Test
    void eachForeignCharacterIsNamedOnceInOrder() {
        assertEquals("\u00EA\uD83D\uDE00", PlainCharacters.foreign("\u00E9t\u00EA \uD83D\uDE00 \u00EA \uD83D\uDE00 \u20AC").stream()
                .map(PlainCharacters.Foreign::character).reduce("", String::concat));
    }

    @ParameterizedTest
    @CsvSource({"160, 0, 160", "159, 1, 159", "161, 145, 160", "306, 0, 160", "307, 152, 160", "0, 160, 0"})
    void theRoomThatIsLeft(int length, int left, int oneSegmentEnds) {
        SegmentRoom room = SegmentRoom.of("a".repeat(length));
        assertEquals(left, room.left());
        assertEquals(oneSegmentEnds, room.oneSegmentEnds());
    }

    @Test
    void theRoomBehindACharacterThatMovedOn() {
        assertEquals(150, SegmentRoom.of("a".repeat(152) + "\u20AC" + "a".repeat(7)).left() + 6);
        assertEquals(1, SegmentRoom.of("\u0644" + "\uD83D\uDE00".repeat(34)).left());
    }
}
