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

/** What the day of a step is counted from. */
public enum StepAnchor {
    INVOICE_DATE,
    DUE_DATE,
    /** The moment at which the invoice is billed: an event, not a day. */
    BILLING,
    /** The moment at which a payment arrives: an event, not a day. */
    PAYMENT;

    /** @return whether its steps fall on days that are known beforehand */
    public boolean onCalendar() {
        return this == INVOICE_DATE || this == DUE_DATE;
    }

    /** @return key of its words in SmsBillingReminderLabels */
    public String labelKey() {
        return "SmsBillingStepAnchor_" + name();
    }
}
