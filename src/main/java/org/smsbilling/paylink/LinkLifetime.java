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

import java.time.Instant;
import java.time.ZoneId;

/** How long a link works: through the end of the Nth calendar day after the day on which it was made. */
public final class LinkLifetime {

    private LinkLifetime() { }

    /**
     * @param made when the link was made; that day itself is not counted
     * @param days calendar days, at least 1
     * @param zone the organization's time zone, whose midnight ends the last day
     * @return the first moment at which the link does not work
     */
    public static Instant end(Instant made, int days, ZoneId zone) {
        if (days < 1) {
            throw new IllegalArgumentException("A link lives for at least one day, not " + days);
        }
        return made.atZone(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone).toInstant();
    }
}
