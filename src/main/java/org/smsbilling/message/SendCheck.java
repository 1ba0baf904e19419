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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.limit.CapHold;
import org.smsbilling.organization.NotReady;

/**
 * Everything that decides whether a message may leave, as it is at one moment.
 *
 * @param type what the message is for
 * @param notReady what keeps the organization from sending; NOT_CONNECTED also when nobody ever set it up
 * @param consent of the number towards the organization, or null when nobody said anything
 * @param invoices those it is about; null stands for one that is gone
 * @param createdDate when the message was queued
 * @param limits what the organization's own rules say
 */
public record SendCheck(MessageType type, Optional<NotReady> notReady, ConsentState consent, List<InvoiceFacts> invoices, SendWindow window,
        Instant createdDate, SendLimits limits) {

    /** Longest that a carrier may keep a text. */
    static final Duration LONGEST_VALIDITY = Duration.ofHours(10);
    static final Duration STOPPED_PAUSE = Duration.ofMinutes(10);
    static final Duration STOPPED_PATIENCE = Duration.ofHours(24);

    public SendDecision decide(Instant now) {
        Optional<NotReady> obstacle = notReady.filter(reason -> type.asksForPayment() || reason.keepsFromTexting());
        if (obstacle.isPresent()) {
            boolean mayRecover = obstacle.get() == NotReady.STOPPED && now.isBefore(createdDate.plus(STOPPED_PATIENCE));
            return mayRecover ? new SendDecision.Wait(now.plus(STOPPED_PAUSE), MessageReason.STOPPED)
                    : new SendDecision.Cancel(MessageReason.of(obstacle.get()));
        } else if (consentForbids()) {
            return new SendDecision.Cancel(MessageReason.of(consent));
        } else if (limits.why() != null && type.topic() != MessageTopic.SERVICE) {
            return new SendDecision.Cancel(MessageReason.of(limits.why()));
        }
        List<InvoiceFacts> payable = payable();
        List<InvoiceFacts> told = payable.stream().filter(invoice -> !limits.held().containsKey(invoice.invoiceId())).collect(Collectors.toList());
        if (type.asksForPayment() && told.isEmpty()) {
            return new SendDecision.Cancel(!payable.isEmpty() ? limits.held().get(payable.get(0).invoiceId())
                    : invoices.isEmpty() ? MessageReason.INVOICE_NOT_FOUND
                    : MessageReason.of(InvoiceObstacle.of(invoices.get(0)).orElseThrow()));
        } else if (type.answersAtOnce()) {
            return new SendDecision.Send(told, LONGEST_VALIDITY);
        } else if (!window.open(now)) {
            return new SendDecision.Wait(window.nextOpening(now).orElseThrow(), MessageReason.OUTSIDE_HOURS);
        } else if (limits.hold().isPresent()) {
            CapHold hold = limits.hold().get();
            Instant nextDay = hold.day().plusDays(1).atStartOfDay(hold.zone()).toInstant();
            return new SendDecision.Wait(window.nextOpening(nextDay).orElse(nextDay), hold.reason());
        }
        Duration left = window.left(now);
        return new SendDecision.Send(told, left.compareTo(LONGEST_VALIDITY) < 0 ? left : LONGEST_VALIDITY);
    }

    private boolean consentForbids() {
        boolean confirmed = type.confirmsOptOut() && consent == ConsentState.OPTED_OUT;
        return consent != null && !consent.mayBeTexted() && !confirmed;
    }

    private List<InvoiceFacts> payable() {
        return invoices.stream().filter(invoice -> type.asksForPayment() ? InvoiceObstacle.of(invoice).isEmpty() : invoice != null)
                .collect(Collectors.toList());
    }
}
