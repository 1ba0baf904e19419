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
package org.smsbilling.delivery;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.smsbilling.clock.StoppedClock;

/** Strangers cannot fill the log. */
class SparingWarningsTest {

    @Test
    void oneLineAMinute() {
        StoppedClock clock = new StoppedClock(Instant.parse("2026-03-04T17:00:00Z"));
        SparingWarnings warnings = new SparingWarnings(clock, "test");
        assertTrue(warnings.warn("first"));
        assertFalse(warnings.warn("at once"));
        clock.advance(Duration.ofSeconds(59));
        assertFalse(warnings.warn("before the minute is over"));
        clock.advance(Duration.ofSeconds(1));
        assertTrue(warnings.warn("after a minute"));
    }
}
