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
package org.smsbilling.outside;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens soon, but not at once. */
final class Soon {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Soon() { }

    /** @return the first value that is wanted
     * @throws AssertionError if none came in time */
    static <T> T get(Supplier<T> source, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        T value = source.get();
        while (!wanted.test(value)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + value + " after " + PATIENCE);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            value = source.get();
        }
        return value;
    }
}
