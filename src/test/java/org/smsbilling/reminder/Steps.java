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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.smsbilling.message.MessageType;

/** Steps and cycles for tests. */
final class Steps {

    static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");
    static final CycleRule EVERY_INVOICE = new CycleRule(null, null, null, null, null);

    private Steps() { }

    static CollectionStep due(String stepId, int offsetDays, int hour) {
        return step(stepId, StepAnchor.DUE_DATE, offsetDays, hour, 0, 0, ALWAYS);
    }

    static CollectionStep step(String stepId, StepAnchor anchor, int offsetDays, int hour, int repeatEveryDays, int repeatMaximum, Instant since) {
        MessageType type = offsetDays < 0 ? MessageType.UPCOMING : offsetDays == 0 ? MessageType.DUE_TODAY : MessageType.OVERDUE_GENTLE;
        return new CollectionStep(stepId, anchor, offsetDays, StepCommunication.SMS, type, null, null, hour, repeatEveryDays, repeatMaximum,
                new BigDecimal("25.00"), "lateFee", since);
    }

    static CollectionCycle cycle(CollectionStep... steps) {
        return new CollectionCycle("CYCLE", "Cycle", 1, EVERY_INVOICE, ALWAYS, List.of(steps));
    }

    /** Three days before, on the day, three and ten days after, at ten. */
    static CollectionCycle rent() {
        return cycle(due("BEFORE", -3, 10), due("TODAY", 0, 10), due("LATE3", 3, 10), due("LATE10", 10, 10));
    }
}
