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

import org.smsbilling.planning.StepKey;

/**
 * One coming of a step.
 *
 * @param number 1 for the first
 * @param day in the organization's time zone
 * @param moment when the hour of the step begins on that day
 */
public record StepOccurrence(CollectionStep step, int number, LocalDate day, Instant moment) {

    /** @return what is done once for an invoice */
    public StepKey key() {
        return step.anchor() == StepAnchor.DUE_DATE ? StepKey.of(step.stepId(), number, day.minusDays(step.offsetDays(number)))
                : new StepKey(step.stepId(), String.valueOf(number));
    }
}
