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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days in texts. */
class DayTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"en; 2026-03-08; Mar 8", "en-US; 2026-03-08; Mar 8", "en-GB; 2026-03-08; 8 Mar", "es; 2026-03-08; 8 mar",
        "fr; 2026-03-08; 8 mars", "fr-CA; 2026-03-08; 8 mars", "de; 2026-03-08; 08.03.", "ja; 2026-03-08; 03/08",
        "fr; 2026-08-07; 7 aout",
        "es-US; 2026-02-08; 8 feb", "fr; 2026-02-08; 8 f\u00E9vr", "en; 2024-02-29; Feb 29, 2024",
        "en; 2026-09-30; Sep 30, 2026", "en; 2026-08-27; Aug 27", "en; 2025-12-31; Dec 31"})
    void theYearStandsOnlyWhereItIsNeeded(String language, LocalDate day, String expected) {
        assertEquals(expected, DayText.format(day, LocalDate.of(2026, 3, 4), Locale.forLanguageTag(language)));
    }
}
