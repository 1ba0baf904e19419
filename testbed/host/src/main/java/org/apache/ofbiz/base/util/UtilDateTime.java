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
package org.apache.ofbiz.base.util;

import java.sql.Timestamp;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.smsbilling.testbed.TestbedClock;

/** Moments. Now is the testbed's clock, so that the stamps of services follow a clock that is moved. */
public final class UtilDateTime {

    private UtilDateTime() { }

    public static Timestamp nowTimestamp() {
        return Timestamp.from(TestbedClock.now());
    }

    public static Date nowDate() {
        return Date.from(TestbedClock.now());
    }

    public static Timestamp toTimestamp(Date date) {
        return date == null ? null : new Timestamp(date.getTime());
    }

    public static Timestamp addDaysToTimestamp(Timestamp start, Integer days) {
        return new Timestamp(start.getTime() + 24L * 60L * 60L * 1000L * days);
    }

    public static Timestamp getDayStart(Timestamp stamp, TimeZone timeZone, Locale locale) {
        ZonedDateTime day = stamp.toInstant().atZone(timeZone.toZoneId()).truncatedTo(ChronoUnit.DAYS);
        return Timestamp.from(day.toInstant());
    }

    /** The last moment of the day that a Timestamp of OFBiz can tell: 23:59:59.999. */
    public static Timestamp getDayEnd(Timestamp stamp, TimeZone timeZone, Locale locale) {
        ZonedDateTime day = stamp.toInstant().atZone(timeZone.toZoneId()).truncatedTo(ChronoUnit.DAYS);
        return Timestamp.from(day.plusDays(1).minus(1, ChronoUnit.MILLIS).toInstant());
    }
}
