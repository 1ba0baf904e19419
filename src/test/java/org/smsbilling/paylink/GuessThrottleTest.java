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

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.smsbilling.clock.StoppedClock;

/** Networks that guess. */
class GuessThrottleTest {

    private final StoppedClock clock = new StoppedClock("2026-03-04T15:00:00Z");
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
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertTrue(throttle.turnsAway("192.0.2.0/24"));
        clock.advance(Duration.ofMillis(2));
        assertFalse(throttle.turnsAway("192.0.2.0/24"));
    }

    private void wrong(String network, int times) {
        for (int i = 0; i < times; i++) {
            throttle.wrong(network);
        }
    }
}
