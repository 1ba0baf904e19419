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
package org.smsbilling.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.apache.ofbiz.base.util.Debug;

/** Warnings about what strangers do: one line a minute at most, with the number of those that were left out. */
final class SparingWarnings {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final String module;
    private Instant silentUntil = Instant.MIN;
    private long leftOut;

    SparingWarnings(Clock clock, String module) {
        this.clock = clock;
        this.module = module;
    }

    /** @return whether a line was written */
    synchronized boolean warn(String text) {
        Instant now = clock.instant();
        if (now.isBefore(silentUntil)) {
            leftOut++;
            return false;
        }
        Debug.logWarning(leftOut == 0 ? text : text + " (" + leftOut + " more since the last line)", module);
        silentUntil = now.plus(PAUSE);
        leftOut = 0;
        return true;
    }
}
