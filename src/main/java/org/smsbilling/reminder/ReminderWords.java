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
package org.smsbilling.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.message.MessageReason;

/** Texts about cycles and reminders in the language of the user. */
final class ReminderWords {

    private static final String LABELS = "SmsBillingReminderLabels";

    private final Locale locale;

    ReminderWords(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String of(String labelKey) {
        return UtilProperties.getMessage(LABELS, labelKey, locale);
    }

    /** @param values texts only: numbers would be formatted again */
    String of(String labelKey, Map<String, String> values) {
        return UtilProperties.getMessage(LABELS, labelKey, values, locale);
    }

    /** @return why a text waits, in a sentence */
    String of(MessageReason reason) {
        return UtilProperties.getMessage("SmsBillingMessageLabels", reason.labelKey(), locale);
    }

    List<String> of(List<FormProblem> problems) {
        return problems.stream().map(problem -> of(problem.labelKey(), problem.values())).distinct().collect(Collectors.toList());
    }

    String day(LocalDate day) {
        return DayText.of(day, locale);
    }

    /** @return date, time to the minute and time zone */
    String time(Instant moment, ZoneId zone) {
        return DayText.of(moment.atZone(zone).toLocalDate(), locale) + ", "
                + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(moment.atZone(zone)) + " "
                + DateTimeFormatter.ofPattern("z", locale).format(moment.atZone(zone));
    }
}
