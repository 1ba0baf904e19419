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
 * Calls under way for one account of the carrier. When the carrier has had too many of them, nothing is called for a second and half as many are
 * allowed from then on; calls that go well raise that again, by one for each round. Not thread-safe; time is that of System.nanoTime.
 */
final class AccountCalls {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final int most;
    private double allowed;
    private int running;
    private long pausedUntil;
    private boolean paused;

    /** @param most calls at once that are ever allowed */
    AccountCalls(int most) {
        this.most = most;
        this.allowed = most;
    }

    /** @return nanoseconds until another call may begin, 0 when it may now, Long.MAX_VALUE when one has to end first */
    long untilRoom(long now) {
        if (paused && pausedUntil - now > 0) {
            return pausedUntil - now;
        }
        paused = false;
        return running < allowed() ? 0 : Long.MAX_VALUE;
    }

    int allowed() {
        return Math.max(1, (int) allowed);
    }

    void begun() {
        running++;
    }

    void ended() {
        running--;
        allowed = Math.min(most, allowed + 1 / allowed);
    }

    /** One has ended because there were too many. */
    void tooMany(long now) {
        if (!paused) {
            allowed = Math.max(1, allowed / 2);
        }
        running--;
        paused = true;
        pausedUntil = now + PAUSE;
    }
}
