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

import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.organization.NotReady;
import org.smsbilling.recipient.NoText;

/** Why a message waits, was cancelled or failed, where it was not the carrier's doing. Kept as SmsMessage.errorCode. */
public enum MessageReason {
    STOPPED, NOT_CONNECTED, NO_PROCESSOR, NO_PAYMENT_METHOD, NO_PUBLIC_ADDRESS,
    OPTED_OUT, UNUSABLE,
    /** The organization wants an explicit consent, and there is none. */
    NO_CONSENT,
    /** The recipient switched these texts off. */
    SWITCHED_OFF,
    /** The organization is in its pilot, and the recipient is not in it. */
    PILOT,
    /** The number had enough texts on that day. */
    NUMBER_CAP,
    /** The organization had enough texts on that day. */
    ORGANIZATION_CAP,
    INVOICE_NOT_FOUND, INVOICE_NOT_SALES, INVOICE_IN_PROCESS, INVOICE_PAID, INVOICE_CANCELLED, INVOICE_WRITTEN_OFF, INVOICE_NOT_OPEN,
    INVOICE_NOTHING_OUTSTANDING,
    /** The payment that it thanks for was voided, cancelled, or taken away from the invoice. */
    PAYMENT_TAKEN_BACK,
    /** A clerk paused the reminders of the invoice or the customer. */
    PAUSED,
    /** The due date that it reminds of is not the invoice's any more; the steps of the new one are run on their days. */
    DUE_DATE_MOVED,
    /** A reminder that waited until the next one of the same invoices was queued. */
    SUPERSEDED,
    /** Outside the hours in which texts may reach the recipient. */
    OUTSIDE_HOURS,
    /** The carrier had too many requests, each time it was tried. */
    CARRIER_BUSY,
    /** The text is longer than carriers take. */
    TOO_LONG,
    /** Something here went wrong, each time it was tried. */
    OWN_FAULT,
    /** The carrier was called and did not answer, or this process ended before it could write down the answer. */
    NO_ANSWER;

    public static MessageReason of(NotReady notReady) {
        return valueOf(notReady.name());
    }

    public static MessageReason of(InvoiceObstacle obstacle) {
        return valueOf("INVOICE_" + obstacle.name());
    }

    /** @param state one that forbids texts */
    public static MessageReason of(ConsentState state) {
        return valueOf(state.name());
    }

    /** @param why there is no text */
    public static MessageReason of(NoText why) {
        return valueOf(why.name());
    }

    /** @return key of its words in SmsBillingMessageLabels */
    public String labelKey() {
        return "SmsBillingMessageReason_" + name();
    }
}
