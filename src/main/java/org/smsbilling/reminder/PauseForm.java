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

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import org.smsbilling.pause.PauseReason;

/**
 * A pause as a clerk typed it, checked.
 *
 * @param until null: until somebody ends it
 */
record PauseForm(boolean customer, LocalDate until, PauseReason reason, String note, List<FormProblem> problems) {

    private static final int LONGEST_DAYS = 365;

    /** @param texts pauseScope (INVOICE or CUSTOMER), untilDate (yyyy-mm-dd), pauseReason, note */
    static PauseForm check(Map<String, ?> texts, LocalDate today) {
        Typed typed = new Typed(texts);
        PauseReason reason = typed.choice("pauseReason", PauseReason.class, PauseReason.OTHER, "SmsBillingPauseWrongReason");
        String note = typed.line("note", 200, "SmsBillingPauseLongNote");
        LocalDate until = null;
        String text = typed.text("untilDate");
        try {
            until = text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            typed.problem(FormProblem.of("SmsBillingPauseWrongDay"));
        }
        if (text == null && reason.needsDay()) {
            typed.problem(FormProblem.of("SmsBillingPauseNeedsDay"));
        } else if (until != null && (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS)))) {
            typed.problem(FormProblem.of("SmsBillingPauseWrongDay"));
        }
        return new PauseForm("CUSTOMER".equals(typed.text("pauseScope")), until, reason, note, typed.problems());
    }
}
