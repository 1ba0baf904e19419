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
package org.smsbilling.testbed;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The one clock of the JVM's stand-in host: OFBiz's static helpers have no other way to ask for the time. */
public final class TestbedClock {

    private static final AtomicReference<Clock> CLOCK = new AtomicReference<>(Clock.systemUTC());

    private TestbedClock() { }

    public static void set(Clock clock) {
        CLOCK.set(clock);
    }

    public static Instant now() {
        return CLOCK.get().instant();
    }
}
