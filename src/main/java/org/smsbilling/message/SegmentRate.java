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

import java.util.concurrent.TimeUnit;

/**
 * Rate of one sender: never more than R segments in any second (a single longer text excepted), evenly spaced rather than in bursts. Not
 * thread-safe; time is that of System.nanoTime.
 */
final class SegmentRate {

    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(20);

    private final SegmentWindow window = new SegmentWindow();
    private long next;
    private boolean begun;

    /**
     * Takes the right to send now, if there is one.
     *
     * @param segments at least 1
     * @param perSecond at least 1; may differ from call to call
     * @return 0 when it was taken, else nanoseconds after which it is worth asking again
     */
    long take(int segments, int perSecond, long now) {
        long wait = Math.max(begun ? next - now : 0, window.untilRoom(segments, perSecond, now));
        if (wait > 0) {
            return wait;
        }
        window.add(segments, now);
        next = (begun ? Math.max(next, now - CATCH_UP) : now) + SegmentWindow.SPAN * segments / perSecond;
        begun = true;
        return 0;
    }
}
