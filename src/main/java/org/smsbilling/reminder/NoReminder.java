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

import org.smsbilling.pause.PauseReason;

/** Why an invoice is not reminded of on a day. */
public enum NoReminder {
    /** A customer cannot be asked to pay it. */
    NOT_PAYABLE,
    /** No cycle of the organization is for such an invoice. */
    NO_CYCLE,
    /** The customer promised to pay. */
    PROMISE_TO_PAY,
    /** The customer disputes it. */
    DISPUTE,
    /** A person paused it for another reason. */
    PAUSED;

    static NoReminder of(PauseReason reason) {
        return switch (reason) {
        case PROMISE_TO_PAY -> PROMISE_TO_PAY;
        case DISPUTE -> DISPUTE;
        case OTHER -> PAUSED;
        };
    }

    /** @return key of its words in SmsBillingReminderLabels */
    public String labelKey() {
        return "SmsBillingNoReminder_" + name();
    }
}
