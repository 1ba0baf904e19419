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

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.smsbilling.outside.MovableClock;

/** Dates and times as the gateway writes them. */
final class Stamp {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private Stamp() { }

    /** @return yyyyMMddHHmmss */
    static String dateTime(Instant moment) {
        return DATE_TIME.format(moment.atZone(MovableClock.HOME));
    }

    static LocalDate date(Instant moment) {
        return moment.atZone(MovableClock.HOME).toLocalDate();
    }

    /** @param text MMDD of a date not after today, or yyyyMMdd */
    static LocalDate date(String text, LocalDate today) {
        if (text.matches("\\d{8}")) {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        }
        LocalDate date = LocalDate.of(today.getYear(), Integer.parseInt(text.substring(0, 2)), Integer.parseInt(text.substring(2, 4)));
        return date.isAfter(today) ? date.minusYears(1) : date;
    }
}
