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
package org.smsbilling.planning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is done once for an invoice. A step that counts from the due date is done once for each due date: when that is moved, the customer hears of
 * the new one as of the first.
 *
 * @param stepId a collection step or an event kind; at most 20 characters
 * @param occurrence at most 20 characters
 */
public record StepKey(String stepId, String occurrence) {

    private static final String DUE_ON = "@";

    /** @param number 1 for the first time that the step comes. @param dueDate from which it counts */
    public static StepKey of(String stepId, int number, LocalDate dueDate) {
        return new StepKey(stepId, number + DUE_ON + dueDate);
    }

    /** @return the due date from which the step counts, empty when it counts from none */
    public Optional<LocalDate> dueDate() {
        String[] parts = occurrence.split(DUE_ON, 2);
        return parts.length == 2 && parts[1].matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(parts[1])) : Optional.empty();
    }
}
