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
package org.smsbilling.pause;

/** Why an invoice or a customer is not reminded for a while. */
public enum PauseReason {
    PROMISE_TO_PAY, DISPUTE, OTHER;

    /** @return whether it has to end by a day that is known when it begins */
    public boolean needsDay() {
        return this != DISPUTE;
    }

    /** @return key of its words in SmsBillingReminderLabels */
    public String labelKey() {
        return "SmsBillingPauseReason_" + name();
    }
}
