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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.organization.SendingHours;

/** Hours in which texts may leave, in one zone and in several, on ordinary days and on those that are not. */
class SendWindowTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final SendingHours USUAL = new SendingHours(8, 21);

    @ParameterizedTest
    @CsvSource({"2026-03-04T12:59:59Z, false", "2026-03-04T13:00:00Z, true", "2026-03-05T01:59:59Z, true", "2026-03-05T02:00:00Z, false"})
    void opensAtEightAndClosesAtNineInTheEvening(Instant moment, boolean open) {
        assertEquals(open, new SendWindow(USUAL, Set.of(NEW_YORK)).open(moment));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-04T15:00:00Z, 2026-03-04T16:00:00Z", "2026-03-04T16:00:00Z, 2026-03-04T16:00:00Z",
            "2026-03-05T01:00:00Z, 2026-03-05T01:00:00Z",
            "2026-03-05T02:00:00Z, 2026-03-05T16:00:00Z", "2026-03-05T04:59:00Z, 2026-03-05T16:00:00Z"})
    void hoursOfTwoZonesMustBothAllow(Instant now, Instant opening) {
        assertEquals(Optional.of(opening), new SendWindow(USUAL, Set.of(NEW_YORK, LOS_ANGELES)).nextOpening(now));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-08T02:30:00Z, 2026-03-08T12:00:00Z", "2026-11-01T02:30:00Z, 2026-11-01T13:00:00Z"})
    void opensAtEightOnTheClockOnTheDaysWhenItIsChanged(Instant now, Instant opening) {
        assertEquals(Optional.of(opening), new SendWindow(USUAL, Set.of(NEW_YORK)).nextOpening(now));
    }

    @Test
    void anHourThatIsSkippedOpensAtTheNextOne() {
        SendWindow fromTwo = new SendWindow(new SendingHours(2, 21), Set.of(NEW_YORK));
        assertEquals(Optional.of(Instant.parse("2026-03-08T07:00:00Z")), fromTwo.nextOpening(Instant.parse("2026-03-08T06:59:59Z")));
    }

    @Test
    void theHourThatComesTwiceIsOpenBothTimes() {
        SendWindow fromOne = new SendWindow(new SendingHours(1, 21), Set.of(NEW_YORK));
        assertEquals(true, fromOne.open(Instant.parse("2026-11-01T05:30:00Z")));
        assertEquals(true, fromOne.open(Instant.parse("2026-11-01T06:30:00Z")));
        assertEquals(Duration.ofHours(21), fromOne.left(Instant.parse("2026-11-01T05:00:00Z")));
    }

    @Test
    void untilMidnightMeansTheEndOfTheDay() {
        SendWindow wholeDay = new SendWindow(new SendingHours(0, 24), Set.of(NEW_YORK));
        assertEquals(Duration.ofHours(23), wholeDay.left(Instant.parse("2026-03-08T05:00:00Z")));
        assertEquals(true, wholeDay.open(Instant.parse("2026-03-08T04:59:59Z")));
    }

    @Test
    void timeLeftIsThatOfTheZoneThatClosesFirst() {
        assertEquals(Duration.ofMinutes(90), new SendWindow(USUAL, Set.of(NEW_YORK, LOS_ANGELES)).left(Instant.parse("2026-03-05T00:30:00Z")));
        assertEquals(Duration.ZERO, new SendWindow(USUAL, Set.of(NEW_YORK)).left(Instant.parse("2026-03-05T03:00:00Z")));
    }

    @Test
    void zonesWithNoHourInCommonLeaveTheOrganizationsZone() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        ZoneId london = ZoneId.of("Europe/London");
        Instant now = Instant.parse("2026-03-04T12:00:00Z");
        assertEquals(Optional.empty(), new SendWindow(new SendingHours(9, 17), Set.of(auckland, london)).nextOpening(now));
        assertEquals(Set.of(NEW_YORK), SendWindow.of(new SendingHours(9, 17), Set.of(auckland, london), NEW_YORK, now).zones());
        assertEquals(Set.of(NEW_YORK), SendWindow.of(USUAL, Set.of(), NEW_YORK, now).zones());
        assertEquals(Set.of(london), SendWindow.of(USUAL, Set.of(london), NEW_YORK, now).zones());
    }

    @Test
    void aWindowNeedsAZone() {
        assertThrows(IllegalArgumentException.class, () -> new SendWindow(USUAL, Set.of()));
    }
}
