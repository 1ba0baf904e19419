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

/** What became of a step by e-mail. Kept as SmsStepRun.outcome. */
public enum EmailOutcome {
    /** It is being sent; if it stays so, the process ended meanwhile and nobody knows: it is not sent again by itself. */
    EMAIL_SENDING,
    EMAIL_SENT,
    /** OFBiz's mail service, or the mail server, refused. */
    EMAIL_FAILED,
    /** The mail server took no connection, so nothing has left: only in the history, because the step counts as not run. */
    EMAIL_WAITING,
    /** The customer has no e-mail address. */
    EMAIL_NO_ADDRESS,
    /** OFBiz is set up to send no mail: general.properties, mail.notifications.enabled. */
    EMAIL_SWITCHED_OFF;

    /** @return key of its words in SmsBillingReminderLabels */
    public String labelKey() {
        return "SmsBillingEmailOutcome_" + name();
    }
}
