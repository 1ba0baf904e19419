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
package org.smsbilling.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;

/** When an invoice is due: the date on it, else by its payment terms. */
final class DueDate {

    private DueDate() { }

    /**
     * @param written Invoice.dueDate, or null
     * @param invoiceDate or null
     * @param termDays days after the invoice date, one for each payment term that is open; the first that falls due counts
     * @param zone whose calendar days are meant
     * @param host time zone of OFBiz itself, in which it writes a day without a time of day as midnight; such a day is that day everywhere
     * @return null when there is none
     */
    static LocalDate of(Instant written, Instant invoiceDate, Collection<Long> termDays, ZoneId zone, ZoneId host) {
        if (written != null) {
            return day(written, zone, host);
        }
        return invoiceDate == null ? null
                : termDays.stream().min(Long::compare).map(days -> day(invoiceDate, zone, host).plusDays(days)).orElse(null);
    }

    /** @return the day of a date that OFBiz wrote, null for null */
    static LocalDate day(Instant moment, ZoneId zone, ZoneId host) {
        if (moment == null) {
            return null;
        }
        boolean withoutTime = moment.atZone(host).toLocalTime().equals(LocalTime.MIDNIGHT);
        return moment.atZone(withoutTime ? host : zone).toLocalDate();
    }
}
