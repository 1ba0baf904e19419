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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Segments of the last second. Not thread-safe; time is that of System.nanoTime. */
final class SegmentWindow {

    /** A hundredth longer than a second: calls do not all take equally long to reach the carrier, which counts when they arrive. */
    static final long SPAN = TimeUnit.MILLISECONDS.toNanos(1_010);

    private record Taken(long at, int segments) { }

    private final Deque<Taken> lastSecond = new ArrayDeque<>();
    private int inLastSecond;

    /** @return nanoseconds until there is room for so many segments, 0 when there is now; a text longer than the rate has room when it is alone */
    long untilRoom(int segments, int perSecond, long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.peekFirst().at() >= SPAN) {
            inLastSecond -= lastSecond.removeFirst().segments();
        }
        int excess = inLastSecond + segments - Math.max(perSecond, segments);
        long wait = 0;
        for (Taken taken : lastSecond) {
            if (excess <= 0) {
                break;
            }
            excess -= taken.segments();
            wait = SPAN - (now - taken.at());
        }
        return wait;
    }

    void add(int segments, long now) {
        lastSecond.addLast(new Taken(now, segments));
        inLastSecond += segments;
    }
}
