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

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Days as texts name them: short, because characters cost money. */
final class DayText {

    /** Farther away a day without its year could be mistaken for one of another year. */
    private static final long NEAR_DAYS = 180;

    /** "8 feb." at the end of a sentence would have two full stops. */
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\p{L})\\.");

    private DayText() { }

    /** @return for example Mar 8, 8 mar, 8 mars; with the year when the day is half a year away or more */
    static String format(LocalDate day, LocalDate today, Locale locale) {
        DateTimeFormatter usual = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        String text = (Math.abs(ChronoUnit.DAYS.between(today, day)) < NEAR_DAYS ? withoutYear(usual, locale) : usual).format(day);
        // The spelling of 1990, which is right as well: the other one alone would make every text of August UCS-2
        return ABBREVIATION.matcher(text).replaceAll("").replace("ao\u00FBt", "aout");
    }

    private static DateTimeFormatter withoutYear(DateTimeFormatter usual, Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale);
        String shorter = pattern.matches(".*[MLd].*") ? pattern.replaceFirst("^[yu]+[^\\p{L}']*|[^\\p{L}'.]*[yu]+$", "") : pattern;
        return shorter.matches(".*[yuG'].*") ? usual : DateTimeFormatter.ofPattern(shorter, locale);
    }
}
