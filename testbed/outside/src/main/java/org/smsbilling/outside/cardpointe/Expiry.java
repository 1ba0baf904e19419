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
package org.smsbilling.outside.cardpointe;

import java.time.Clock;
import java.time.YearMonth;
import org.smsbilling.outside.MovableClock;

/** Expiry dates of cards: MMYY, YYYYM, YYYYMM or YYYYMMDD. */
final class Expiry {
    private Expiry() { }

    /** @return MMYY, or the text itself if it is none of the forms */
    static String normalize(String text) {
        if (text.matches("20\\d\\d\\d{1,2}")) {
            String month = text.substring(4);
            return (month.length() == 1 ? "0" + month : month) + text.substring(2, 4);
        }
        return text.matches("20\\d{6}") ? text.substring(4, 6) + text.substring(2, 4) : text;
    }

    /** @return null if the card is still good */
    static Response objection(String mmyy, Clock clock) {
        if (!mmyy.matches("(0[1-9]|1[0-2])\\d\\d")) {
            return Response.refused("15", "Non-numeric expiry");
        }
        YearMonth last = YearMonth.of(2000 + Integer.parseInt(mmyy.substring(2)), Integer.parseInt(mmyy.substring(0, 2)));
        return last.isBefore(YearMonth.now(clock.withZone(MovableClock.HOME))) ? Response.refused("16", "Card expired") : null;
    }
}
