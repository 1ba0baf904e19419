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

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, with a clock that only moves when it is told to. */
class SegmentRateTest {

    private static final long SECOND = 1_000_000_000L;

    private record Sent(long at, int segments) { }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "10, 1", "100, 1", "3, 2", "10, 3", "100, 2", "7, 4"})
    void neverMoreThanOneAboveTheRateInAnySecond(int perSecond, int segments) {
        List<Sent> sent = run(perSecond, 40 * perSecond, () -> segments, 0);
        assertTrue(most(sent) <= perSecond + 1, "in one second: " + most(sent));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "10, 2", "100, 1"})
    void theWholeTakesNoLongerThanTheRateDemands(int perSecond, int segments) {
        int count = 40 * perSecond;
        List<Sent> sent = run(perSecond, count, () -> segments, 0);
        double seconds = sent.get(count - 1).at() / (double) SECOND;
        assertTrue(seconds <= count * segments / (double) perSecond * 1.02, "took " + seconds);
    }

    @Test
    void lateWakingsNeitherBurstNorSlowItDown() {
        List<Sent> sent = run(100, 4000, () -> 1, 5_000_000);
        assertTrue(most(sent) <= 101, "in one second: " + most(sent));
        assertTrue(sent.get(3999).at() <= 40.8 * SECOND, "took " + sent.get(3999).at());
    }

    @Test
    void mixedLengthsKeepTheRate() {
        SplittableRandom random = new SplittableRandom(3);
        List<Sent> sent = run(10, 400, () -> 1 + random.nextInt(3), 1_000_000);
        assertTrue(most(sent) <= 11, "in one second: " + most(sent));
    }

    @Test
    void aTextLongerThanTheRateIsSentAlone() {
        SegmentRate rate = new SegmentRate();
        assertEquals(0, rate.take(3, 1, 0));
        assertEquals(3_030_000_000L, rate.take(1, 1, 0));
        assertEquals(1, rate.take(1, 1, 3_029_999_999L));
        assertEquals(0, rate.take(1, 1, 3_030_000_000L));
    }

    @Test
    void afterAPauseThereIsNoBurst() {
        SegmentRate rate = new SegmentRate();
        assertEquals(0, rate.take(1, 10, 0));
        assertEquals(0, rate.take(1, 10, 60 * SECOND));
        assertEquals(81_000_000L, rate.take(1, 10, 60 * SECOND));
    }

    private static List<Sent> run(int perSecond, int count, java.util.function.IntSupplier segments, int late) {
        SegmentRate rate = new SegmentRate();
        SplittableRandom random = new SplittableRandom(1);
        List<Sent> sent = new ArrayList<>();
        long now = 0;
        while (sent.size() < count) {
            int size = segments.getAsInt();
            long wait = rate.take(size, perSecond, now);
            while (wait > 0) {
                now += wait + (late == 0 ? 0 : random.nextInt(late));
                wait = rate.take(size, perSecond, now);
            }
            sent.add(new Sent(now, size));
        }
        return sent;
    }

    private static int most(List<Sent> sent) {
        int most = 0;
        for (Sent first : sent) {
            most = Math.max(most, sent.stream().filter(one -> one.at() >= first.at() && one.at() < first.at() + SECOND)
                    .mapToInt(Sent::segments).sum());
        }
        return most;
    }
}
