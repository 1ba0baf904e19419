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
package org.smsbilling.payment;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.smsbilling.provider.ChargeRequest.MethodType;

/** When the gateway is asked about the money of a posted payment, and how long a bank may take to return it. */
final class SettlementCalendar {

    /** A payment that was posted at the same moment as another one of the same invoice shows by then. */
    static final Duration SECOND_LOOK = Duration.ofMinutes(1);
    /** Until then a second look is at OFBiz only. */
    static final Duration YOUNG = Duration.ofHours(1);
    /** Between two questions. */
    static final Duration BETWEEN = Duration.ofHours(12);
    /** What nobody has heard of by then is left to the reconciliation. */
    static final Duration PATIENCE = Duration.ofDays(30);

    /** Most returns come within two banking days (R01 to R04 and the like); those for want of authorization may take sixty. */
    private static final int RETURN_DAYS = 5;

    private SettlementCalendar() { }

    static Instant firstQuestion(Instant posted) {
        return posted.plus(BETWEEN);
    }

    /** @return whether money that the banks have accepted counts as arrived */
    static boolean arrived(MethodType methodType, Instant authorized, Instant now, ZoneId zone) {
        return methodType == MethodType.CARD
                || businessDays(authorized.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate()) >= RETURN_DAYS;
    }

    /** @return days from Monday to Friday after the first day, up to and with the last; public holidays count as days */
    static int businessDays(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days++;
            }
        }
        return days;
    }
}
