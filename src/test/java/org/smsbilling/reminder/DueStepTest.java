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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.planning.StepKey;

class DueStepTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate BILLED = LocalDate.parse("2026-02-20");

    @ParameterizedTest(name = "due {0}, at {1}: {2}")
    @CsvSource({
        "2026-03-20, 2026-03-17T09:59:00-04:00, none",
        "2026-03-20, 2026-03-17T10:00:00-04:00, BEFORE",
        "2026-03-20, 2026-03-19T23:59:00-04:00, BEFORE",
        "2026-03-20, 2026-03-20T09:59:00-04:00, BEFORE",
        "2026-03-20, 2026-03-20T10:00:00-04:00, TODAY",
        "2026-03-20, 2026-03-23T10:00:00-04:00, LATE3",
        "2026-03-20, 2026-03-26T23:00:00-04:00, LATE3",
        "2026-03-20, 2026-03-27T00:00:00-04:00, none",
        "2026-03-20, 2026-03-30T10:00:00-04:00, LATE10",
        "2026-03-20, 2026-04-03T10:00:00-04:00, none",
        // the night in which the clocks are put forward, and the day after the year's last
        "2026-03-08, 2026-03-08T13:59:00Z, BEFORE",
        "2026-03-08, 2026-03-08T14:00:00Z, TODAY",
        "2026-03-07, 2026-03-07T14:59:00Z, BEFORE",
        "2026-03-07, 2026-03-07T15:00:00Z, TODAY",
        "2026-11-01, 2026-11-01T14:59:00Z, BEFORE",
        "2026-11-01, 2026-11-01T15:00:00Z, TODAY",
        // leap day, month's and year's end
        "2028-03-03, 2028-02-29T10:00:00-05:00, BEFORE",
        "2027-03-03, 2027-02-28T10:00:00-05:00, BEFORE",
        "2028-02-29, 2028-03-10T10:00:00-05:00, LATE10",
        "2026-12-31, 2027-01-03T10:00:00-05:00, LATE3",
        "2026-01-31, 2026-02-03T10:00:00-05:00, LATE3"})
    void theLatestStepThatHasBegunIsDue(LocalDate due, ZonedDateTime now, String expected) {
        assertEquals(expected, at(now.toInstant(), due, Set.of()));
    }

    @Test
    void aDayIsTheOrganizationsDay() {
        CollectionCycle cycle = Steps.cycle(Steps.due("TODAY", 0, 9));
        LocalDate due = LocalDate.parse("2026-03-20");
        Instant nineInTokyo = Instant.parse("2026-03-20T00:00:00Z");
        assertEquals("TODAY", at(ZoneId.of("Asia/Tokyo"), cycle, nineInTokyo, due, Set.of()));
        assertEquals("none", at(NEW_YORK, cycle, nineInTokyo, due, Set.of()));
    }

    @Test
    void anHourThatTheClocksSkipBeginsWhenTheyHaveBeenPutForward() {
        CollectionCycle cycle = Steps.cycle(Steps.due("TODAY", 0, 2));
        LocalDate due = LocalDate.parse("2026-03-08");
        assertEquals("none", at(NEW_YORK, cycle, Instant.parse("2026-03-08T06:59:59Z"), due, Set.of()));
        assertEquals("TODAY", at(NEW_YORK, cycle, Instant.parse("2026-03-08T07:00:00Z"), due, Set.of()));
    }

    @Test
    void anHourThatComesTwiceBeginsTheFirstTime() {
        CollectionCycle cycle = Steps.cycle(Steps.due("TODAY", 0, 1));
        LocalDate due = LocalDate.parse("2026-11-01");
        assertEquals("none", at(NEW_YORK, cycle, Instant.parse("2026-11-01T04:59:59Z"), due, Set.of()));
        assertEquals("TODAY", at(NEW_YORK, cycle, Instant.parse("2026-11-01T05:00:00Z"), due, Set.of()));
    }

    @Test
    void aStepIsDueOnce() {
        Instant now = Instant.parse("2026-03-20T15:00:00Z");
        LocalDate due = LocalDate.parse("2026-03-20");
        assertEquals("none", at(now, due, Set.of(StepKey.of("TODAY", 1, due))));
        assertEquals("TODAY", at(now, due, Set.of(StepKey.of("BEFORE", 1, due))));
    }

    @Test
    void aStepIsDueOnceForEachDueDate() {
        Instant now = Instant.parse("2026-03-20T15:00:00Z");
        LocalDate due = LocalDate.parse("2026-03-20");
        Set<StepKey> before = Set.of(StepKey.of("BEFORE", 1, due), StepKey.of("TODAY", 1, LocalDate.parse("2026-03-10")),
                StepKey.of("LATE3", 1, LocalDate.parse("2026-03-10")));
        assertEquals("TODAY", at(now, due, before));
        assertEquals("none", at(now, due, Set.of(StepKey.of("TODAY", 1, due), StepKey.of("BEFORE", 1, LocalDate.parse("2026-03-23")))));
        assertEquals("BEFORE", at(now, LocalDate.parse("2026-03-23"), Set.of(StepKey.of("TODAY", 1, due))));
    }

    @Test
    void ofSeveralMissedStepsOnlyTheLatestIsCaughtUp() {
        CollectionCycle cycle = Steps.cycle(Steps.due("BEFORE1", -1, 10), Steps.due("TODAY", 0, 10), Steps.due("LATE1", 1, 10));
        LocalDate due = LocalDate.parse("2026-03-20");
        Instant afterTwoDaysDown = Instant.parse("2026-03-21T18:00:00Z");
        assertEquals("LATE1", at(NEW_YORK, cycle, afterTwoDaysDown, due, Set.of()));
        assertEquals("none", at(NEW_YORK, cycle, afterTwoDaysDown, due, Set.of(StepKey.of("LATE1", 1, due))));
    }

    @Test
    void aMissedStepIsNotRunAfterALaterOneWhenTheClockIsPutBack() {
        LocalDate due = LocalDate.parse("2026-03-20");
        Instant back = Instant.parse("2026-03-20T15:00:00Z");
        assertEquals("none", at(back, due, Set.of(StepKey.of("LATE3", 1, due))));
    }

    @Test
    void anOverdueStepRepeatsUpToItsMaximum() {
        CollectionCycle cycle = Steps.cycle(Steps.step("LATE", StepAnchor.DUE_DATE, 10, 10, 7, 2, Steps.ALWAYS));
        LocalDate due = LocalDate.parse("2026-03-01");
        assertEquals("LATE", at(NEW_YORK, cycle, Instant.parse("2026-03-11T15:00:00Z"), due, Set.of()));
        assertEquals("LATE 2", at(NEW_YORK, cycle, Instant.parse("2026-03-18T15:00:00Z"), due, Set.of(StepKey.of("LATE", 1, due))));
        assertEquals("LATE 3", at(NEW_YORK, cycle, Instant.parse("2026-03-25T15:00:00Z"), due, Set.of()));
        assertEquals("none", at(NEW_YORK, cycle, Instant.parse("2026-04-01T15:00:00Z"), due, Set.of()));
    }

    @Test
    void stepsFromTheInvoiceDateNeedNoDueDate() {
        CollectionCycle cycle = Steps.cycle(Steps.due("TODAY", 0, 10),
                Steps.step("WEEK", StepAnchor.INVOICE_DATE, 7, 10, 0, 0, Steps.ALWAYS));
        assertEquals("WEEK", at(NEW_YORK, cycle, Instant.parse("2026-02-27T15:00:00Z"), null, Set.of()));
    }

    @Test
    void whatFellBeforeTheDayOnWhichAStepBeganToCommunicateIsNotCaughtUp() {
        Instant since = Instant.parse("2026-03-20T20:00:00Z");
        CollectionCycle cycle = Steps.cycle(Steps.step("TODAY", StepAnchor.DUE_DATE, 0, 10, 0, 0, since));
        assertEquals("none", at(NEW_YORK, cycle, since, LocalDate.parse("2026-03-19"), Set.of()));
        assertEquals("TODAY", at(NEW_YORK, cycle, since, LocalDate.parse("2026-03-20"), Set.of()));
    }

    @Test
    void stepsOfEventsHaveNoDay() {
        CollectionCycle cycle = Steps.cycle(Steps.step("BILLED", StepAnchor.BILLING, 0, 10, 0, 0, Steps.ALWAYS),
                Steps.step("PAID", StepAnchor.PAYMENT, 0, 10, 0, 0, Steps.ALWAYS));
        assertEquals("none", at(NEW_YORK, cycle, Instant.parse("2026-02-20T20:00:00Z"), BILLED, Set.of()));
    }

    private static String at(Instant now, LocalDate due, Set<StepKey> runs) {
        return at(NEW_YORK, Steps.rent(), now, due, runs);
    }

    private static String at(ZoneId zone, CollectionCycle cycle, Instant now, LocalDate due, Set<StepKey> runs) {
        return new DueStep(new StepCalendar(zone), 3).at(now, cycle, due, BILLED, runs)
                .map(found -> found.step().stepId() + (found.number() == 1 ? "" : " " + found.number())).orElse("none");
    }
}
