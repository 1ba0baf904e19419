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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits between tries. */
class BackoffTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 10);

    @ParameterizedTest
    @CsvSource({"1, 500, 1000", "2, 1000, 2000", "3, 2000, 4000", "5, 8000, 16000", "6, 15000, 30000", "9, 15000, 30000"})
    void itDoublesUpToTheMost(int tried, long atLeast, long atMost) {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            long wait = BACKOFF.after(tried, random).orElseThrow().toMillis();
            assertTrue(wait >= atLeast && wait <= atMost, tried + ": " + wait);
        }
    }

    @Test
    void triesEnd() {
        assertEquals(Optional.empty(), BACKOFF.after(10, new SplittableRandom(1)));
        assertEquals(Optional.empty(), BACKOFF.after(100, new SplittableRandom(1)));
    }

    @Test
    void anOutageOfAnEveningCostsNoText() {
        RandomGenerator random = new SplittableRandom(1);
        Duration waited = Duration.ZERO;
        for (int tried = 1; Backoff.CARRIER_BUSY.after(tried, random).isPresent(); tried++) {
            waited = waited.plus(Backoff.CARRIER_BUSY.after(tried, random).orElseThrow());
        }
        assertTrue(waited.compareTo(Duration.ofHours(8)) > 0 && waited.compareTo(Duration.ofHours(24)) < 0, waited.toString());
    }

    @Test
    void waitsDiffer() {
        RandomGenerator random = new SplittableRandom(1);
        assertTrue(java.util.stream.Stream.generate(() -> BACKOFF.after(5, random)).limit(100).distinct().count() > 50);
    }
}
