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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Messages that are ready to leave by one sender, in order and at its rate. Not thread-safe. */
final class SenderQueue {

    private static final int LEAST_AHEAD = 2;

    private final Deque<ReadyMessage> waiting = new ArrayDeque<>();
    private final SegmentRate rate = new SegmentRate();
    private final SegmentWindow leaving = new SegmentWindow();
    private int perSecond = 1;
    private int expected;

    void add(ReadyMessage message) {
        waiting.addLast(message);
        perSecond = message.settings().segmentsPerSecond();
    }

    /** @return nanoseconds until the first may leave, 0 when it may now and counts as taken, Long.MAX_VALUE when there is none */
    long take(long now) {
        if (waiting.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return rate.take(waiting.getFirst().segments(), perSecond, now);
    }

    /** So many more, or fewer when negative, are being prepared. */
    void expect(int more) {
        expected += more;
    }

    /** @return whose account the first is, or null when there is none */
    String account() {
        return waiting.isEmpty() ? null : waiting.getFirst().account();
    }

    /** Takes out those at the front that waited for too long; they count as expected. */
    List<ReadyMessage> takeStale(Predicate<ReadyMessage> fresh) {
        List<ReadyMessage> stale = new ArrayList<>();
        while (!waiting.isEmpty() && !fresh.test(waiting.getFirst())) {
            stale.add(waiting.removeFirst());
        }
        expected += stale.size();
        return stale;
    }

    /** @return whether the first, if there is one, did not wait for too long */
    boolean isFresh(Predicate<ReadyMessage> fresh) {
        return waiting.isEmpty() || fresh.test(waiting.getFirst());
    }

    ReadyMessage next() {
        return waiting.removeFirst();
    }

    /**
     * A message that was taken leaves for good: threads may have held up some and let them meet, and they must not leave together.
     *
     * @return 0 when it may leave, else nanoseconds after which to ask again
     */
    long leave(int segments, long now) {
        long wait = leaving.untilRoom(segments, perSecond, now);
        if (wait == 0) {
            leaving.add(segments, now);
        }
        return wait;
    }

    int size() {
        return waiting.size();
    }

    /** @return how many more can leave within about a second */
    int room(int perSecondNow) {
        return Math.max(LEAST_AHEAD, perSecondNow) - waiting.size() - expected;
    }

    List<ReadyMessage> clear() {
        List<ReadyMessage> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
