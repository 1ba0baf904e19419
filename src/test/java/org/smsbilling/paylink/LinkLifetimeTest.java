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
package org.smsbilling.paylink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long links live. */
class LinkLifetimeTest {

    @ParameterizedTest(name = "made {0}, {1} days in {2}: until {3}")
    @CsvSource({
        "2026-03-04T15:00:00Z, 60, America/New_York,   2026-05-04T04:00:00Z",
        "2026-01-31T12:00:00Z, 1,  UTC,                2026-02-02T00:00:00Z",
        "2028-02-28T12:00:00Z, 1,  UTC,                2028-03-01T00:00:00Z",
        "2026-12-31T23:59:59Z, 1,  UTC,                2027-01-02T00:00:00Z",
        "2026-03-05T04:30:00Z, 60, America/New_York,   2026-05-04T04:00:00Z",
        "2026-03-05T05:30:00Z, 60, America/New_York,   2026-05-05T04:00:00Z",
        "2026-10-30T10:00:00Z, 3,  Europe/London,      2026-11-03T00:00:00Z",
        "2026-03-01T00:00:00Z, 10, Pacific/Kiritimati, 2026-03-11T10:00:00Z",
        "2026-03-27T12:30:00Z, 1,  Asia/Beirut,        2026-03-28T22:00:00Z",
    })
    void endsWithTheLastDayOfTheOrganization(Instant made, int days, ZoneId zone, Instant end) {
        assertEquals(end, LinkLifetime.end(made, days, zone));
    }

    @Test
    void livesForOneDayAtLeast() {
        assertThrows(IllegalArgumentException.class, () -> LinkLifetime.end(Instant.EPOCH, 0, ZoneId.of("UTC")));
    }
}
