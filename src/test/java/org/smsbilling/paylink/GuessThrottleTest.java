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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

/** Networks that guess. */
class GuessThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final GuessThrottle throttle = new GuessThrottle(clock);

    @Test
    void turnsANetworkAwayAfterThirtyWrongTokensAndNoOther() {
        wrong("192.0.2.0/24", 29);
        assertFalse(throttle.turnsAway("192.0.2.0/24"));
        wrong("192.0.2.0/24", 1);
        assertTrue(throttle.turnsAway("192.0.2.0/24"));
        assertFalse(throttle.turnsAway("203.0.113.0/24"));
    }

    @Test
    void forgetsAfterTenMinutes() {
        wrong("192.0.2.0/24", 30);
        clock.now = clock.now.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertTrue(throttle.turnsAway("192.0.2.0/24"));
        clock.now = clock.now.plusMillis(2);
        assertFalse(throttle.turnsAway("192.0.2.0/24"));
    }

    private void wrong(String network, int times) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(network);
        }
    }

    /** Stands still until it is moved. */
    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-04T15:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
