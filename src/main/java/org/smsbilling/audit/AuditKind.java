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
package org.smsbilling.audit;

/** What can happen to an invoice's texts, links and payments. */
public enum AuditKind {
    SMS_QUEUED, SMS_SENT, SMS_DELIVERED, SMS_UNDELIVERED, SMS_FAILED, SMS_AMBIGUOUS, SMS_LEFT_UNCLEAR, SMS_CANCELLED, SMS_RECEIVED, SMS_NOBODY,
    CLERK_ANSWERED, CUSTOMER_OPTED_OUT, CUSTOMER_OPTED_IN,
    LINK_OPENED, LINK_EXPIRED_BY_CLERK, LINK_REPLACED, LINK_CLOSED, FRESH_LINK_REQUESTED,
    PAYMENT_STARTED, PAYMENT_APPROVED, PAYMENT_DECLINED, PAYMENT_UNKNOWN, PAYMENT_POSTED, PAYMENT_VOIDED, PAYMENT_FAILED,
    PAYMENT_SETTLED, PAYMENT_RETURNED, PAYMENT_RETURNED_BY_HAND, PAYMENT_CREDIT, PAYMENT_REVERSAL_STARTED, PAYMENT_REVERSAL_REFUSED,
    PAYMENT_REFUNDED, PAYMENT_ASKED_ABOUT, PAYMENT_DECIDED_CHARGED, PAYMENT_DECIDED_NOT_CHARGED,
    PAYMENT_DECIDED_KEPT, PAYMENT_DECIDED_GIVEN_BACK,
    EMAIL_SENT, EMAIL_NOT_SENT, EMAIL_BEGUN, REMINDERS_PAUSED, REMINDERS_RESUMED;

    /** @return key of its words in SmsBillingMessageLabels */
    public String labelKey() {
        return "SmsBillingAudit_" + name();
    }
}
