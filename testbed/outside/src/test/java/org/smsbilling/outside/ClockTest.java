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
package org.smsbilling.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of the outside world. */
class ClockTest {
    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls calls = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private static void assertAbout(String expected, Instant actual) {
        Duration late = Duration.between(Instant.parse(expected), actual);
        assertTrue(!late.isNegative() && late.compareTo(Duration.ofSeconds(60)) < 0, "expected " + expected + ", is " + actual);
    }

    private Instant now() {
        return Instant.parse(calls.get("/clock").path("now").asText());
    }

    @Test
    void beginsOnAWednesdayAtTenInNewYorkAndRuns() {
        assertAbout("2026-03-04T15:00:00Z", now());
        ZonedDateTime start = OutsideWorld.START.atZone(MovableClock.HOME);
        assertEquals(DayOfWeek.WEDNESDAY, start.getDayOfWeek());
        assertEquals(10, start.getHour());
        Instant before = now();
        assertTrue(Soon.get(this::now, later -> later.isAfter(before)).isAfter(before));
    }

    @Test
    void sixtyDaysLaterIsTheSameTimeOfDay() {
        calls.post("/clock", "{\"advance\":\"P60D\"}");
        assertAbout("2026-05-03T14:00:00Z", now());
        assertAbout("2026-05-03T14:00:00Z", world.clock().instant());
    }

    @Test
    void hoursAndDaysCanBeMixedAndAMomentSet() {
        calls.post("/clock", "{\"advance\":\"P1DT2H\"}");
        assertAbout("2026-03-05T17:00:00Z", now());
        calls.post("/clock", "{\"set\":\"2027-01-01T00:00:00Z\"}");
        assertAbout("2027-01-01T00:00:00Z", now());
    }

    @Test
    void nonsenseIsRefused() {
        assertEquals(400, calls.send("POST", "/clock", "{\"advance\":\"soon\"}").statusCode());
        assertEquals(400, calls.send("POST", "/clock", "{}").statusCode());
        assertEquals(400, calls.send("POST", "/clock", "no json").statusCode());
        assertAbout("2026-03-04T15:00:00Z", now());
    }
}
