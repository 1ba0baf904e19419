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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Counts wrong tokens by network and turns a network away for a while that tries too many. Its memory is bounded; it forgets on a restart. */
public final class GuessThrottle {

    /** Wrong tokens that a network may try within the time; a network may be the whole of a mobile carrier's exit. */
    public static final int ALLOWED = 30;
    /** The time after which a network's wrong tokens are forgotten, counted from the first one. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int NETWORKS = 50_000;

    private final Cache<String, AtomicInteger> wrong;

    public GuessThrottle(Clock clock) {
        wrong = Caffeine.newBuilder().maximumSize(NETWORKS).expireAfterWrite(WINDOW).executor(Runnable::run).ticker(() -> nanos(clock)).build();
    }

    /** @param network see {@link ShortAddress}; the empty string is one network as well */
    public boolean turnsAway(String network) {
        AtomicInteger count = wrong.getIfPresent(network);
        return count != null && count.get() >= ALLOWED;
    }

    /** Counts one wrong token. */
    public void wrong(String network) {
        wrong.get(network, first -> new AtomicInteger()).incrementAndGet();
    }

    private static long nanos(Clock clock) {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
