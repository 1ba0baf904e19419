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
package org.smsbilling.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind of operation, in nanoseconds. Safe for threads that only add. */
final class Percentiles {

    private static final double NANOS_OF_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int size;

    synchronized void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    synchronized int size() {
        return size;
    }

    /** @param share 0.5 for the median. @return milliseconds within which that share of the operations was done, 0 when there were none */
    synchronized double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return size == 0 ? 0 : sorted[Math.min(size - 1, (int) Math.ceil(share * size) - 1)] / NANOS_OF_MILLI;
    }

    @Override
    public String toString() {
        return String.format(Locale.ENGLISH, "p50 %.1f ms, p99 %.1f ms, longest %.1f ms", millis(0.5), millis(0.99), millis(1));
    }
}
