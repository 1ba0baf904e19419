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
package org.smsbilling.paylink;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.payment.AttemptState;

/** What a link can do for the one who opens it. */
public enum LinkState {
    /** It can be paid now. */
    PAYABLE,
    /** A payment is under way, and its outcome is not known yet. */
    CHECKING,
    /** Nothing is left to pay. */
    PAID,
    /** Its time is over; a fresh one can be asked for. */
    EXPIRED,
    /** A clerk ended it, or a later link replaced it. */
    CLOSED,
    /** What it was for is cancelled. */
    CANCELLED,
    /** There is something to pay, but not here and now. */
    UNAVAILABLE,
    /** There is no such link. */
    UNKNOWN,
    /** It came with a text that an administrator tried out. */
    SAMPLE,
    /** Too many wrong links were opened from this network. */
    THROTTLED;

    private static final Set<String> VOID = Set.of("INVOICE_CANCELLED", "INVOICE_WRITEOFF");

    /**
     * @param closed why it was closed, empty while it is not
     * @param end the first moment at which it does not work
     * @param invoices everything it is for
     * @param attempt where the payment under way is, if there is one
     * @param takesPayments whether the organization has a processor and a method that is switched on
     */
    public static LinkState of(Optional<ClosedReason> closed, Instant end, Collection<InvoiceFacts> invoices, Optional<AttemptState> attempt,
            boolean takesPayments, Instant now) {
        if (attempt.isPresent() && attempt.get().underWay()) {
            return attempt.get().paid() ? PAID : CHECKING;
        }
        boolean somethingToPay = invoices.stream().anyMatch(invoice -> !settled(invoice) && !cancelled(invoice));
        if (!somethingToPay || closed.filter(reason -> reason == ClosedReason.PAID).isPresent()) {
            return !invoices.isEmpty() && invoices.stream().allMatch(LinkState::cancelled) ? CANCELLED : PAID;
        }
        if (closed.isPresent()) {
            return closed.get() == ClosedReason.INVOICE_CANCELLED ? CANCELLED : CLOSED;
        }
        if (!now.isBefore(end)) {
            return EXPIRED;
        }
        return takesPayments && invoices.stream().anyMatch(InvoiceFactsReader::payable) ? PAYABLE : UNAVAILABLE;
    }

    private static boolean cancelled(InvoiceFacts invoice) {
        return VOID.contains(invoice.statusId());
    }

    private static boolean settled(InvoiceFacts invoice) {
        return !cancelled(invoice) && ("INVOICE_PAID".equals(invoice.statusId()) || invoice.outstanding().signum() <= 0);
    }
}
