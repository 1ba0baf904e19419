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

import java.time.Duration;
import java.time.Instant;

/**
 * The right to work on a message for a while.
 *
 * @param owner who has it, or null
 * @param until when it ends, or null when nobody has it
 */
public record Lease(String owner, Instant until) {

    public static Lease of(String owner, Instant now, Duration length) {
        return new Lease(owner, now.plus(length));
    }

    /** @return whether somebody else may take it */
    public boolean over(Instant now) {
        return until == null || !until.isAfter(now);
    }

    /** @return whether something that takes this long still ends within the lease */
    public boolean outlasts(Instant now, Duration work) {
        return !over(now.plus(work));
    }
}
