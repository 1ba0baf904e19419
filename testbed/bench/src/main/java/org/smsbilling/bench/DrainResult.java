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

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How a queue was emptied.
 * @param cpuNanos processor time of this JVM, in which the database does not run */
record DrainResult(int count, long nanos, long cpuNanos, long databaseCpuNanos, StatementCounts.Snapshot counts) {

    double perSecond() {
        return count * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
    }

    @Override
    public String toString() {
        return String.format(Locale.ENGLISH, "%,7.0f/s  %s, %.2f ms of processor and %.2f of the database's", perSecond(), counts.each(count),
                cpuNanos / 1e6 / count, databaseCpuNanos / 1e6 / count);
    }
}
