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

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Time that went by, on the clock and of this JVM's processors, in nanoseconds. */
final class Stopwatch {

    private final long began = System.nanoTime();
    private final LongSupplier databaseCpu;
    private final long cpuBegan = cpu();
    private final long databaseCpuBegan;

    /** @param databaseCpu nanoseconds of processor that the database has used so far */
    Stopwatch(LongSupplier databaseCpu) {
        this.databaseCpu = databaseCpu;
        this.databaseCpuBegan = databaseCpu.getAsLong();
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    long cpuNanos() {
        return cpu() - cpuBegan;
    }

    /** @return what the processes of the database used that are still there */
    long databaseCpuNanos() {
        return databaseCpu.getAsLong() - databaseCpuBegan;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
