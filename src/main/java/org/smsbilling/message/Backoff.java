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

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time up to a most, with jitter so that many do not come back at once, and a limited number
 * of tries.
 *
 * @param first wait after the first try
 * @param most longest wait
 * @param tries how often it is tried at all
 */
public record Backoff(Duration first, Duration most, int tries) {

    /** For messages that the carrier did not take because it had too many or could not be reached: half a day, so that an outage costs none. */
    public static final Backoff CARRIER_BUSY = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), 120);

    /** For messages that could not be made because something here went wrong. */
    public static final Backoff OWN_FAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1), 5);

    /**
     * @param tried how often it was tried, at least 1
     * @return between half and the whole of the wait; empty when there are no tries left
     */
    public Optional<Duration> after(int tried, RandomGenerator random) {
        if (tried >= tries) {
            return Optional.empty();
        }
        long whole = Math.min(most.toMillis(), first.toMillis() << Math.min(tried - 1, 30));
        return Optional.of(Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1)));
    }
}
