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

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.paylink.LinkBatch;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Makes claimed messages ready for the call, in one short transaction: checks them, lets those wait or ends those that may not leave, renders the
 * others with their pay links and marks them SENDING. A batch in which something goes wrong is repeated one by one, so that one message does not
 * stop the others.
 */
final class MessagePreparation {

    private static final String MODULE = MessagePreparation.class.getName();

    private final Delegator delegator;
    private final Clock clock;
    private final Outbox outbox;
    private final MessageEndings endings;

    MessagePreparation(Delegator delegator, Clock clock, Outbox outbox, MessageEndings endings) {
        this.delegator = delegator;
        this.clock = clock;
        this.outbox = outbox;
        this.endings = endings;
    }

    /** @param messages QUEUED; they get the lease when they become SENDING */
    List<ReadyMessage> prepare(Collection<OutboxMessage> messages, Lease lease) {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            return OwnTransaction.call(() -> prepareAll(messages, lease, MessageStatus.QUEUED));
        } catch (GenericEntityException | RuntimeException e) {
            if (messages.size() == 1) {
                failed(messages.iterator().next(), lease, MessageStatus.QUEUED, e);
                return List.of();
            }
            Debug.logWarning(e, "Preparing " + messages.size() + " messages failed; they are prepared one by one", MODULE);
            return messages.stream().flatMap(message -> prepare(List.of(message), lease).stream()).collect(Collectors.toList());
        }
    }

    /** Checks and renders again what waited too long for its call. @return empty when it may not leave any more, or is not ours any more */
    Optional<ReadyMessage> again(ReadyMessage ready, Lease lease) {
        try {
            return OwnTransaction.call(() -> prepareAll(List.of(ready.message().withLink(ready.linkId())), lease, MessageStatus.SENDING)).stream()
                    .findFirst();
        } catch (GenericEntityException | RuntimeException e) {
            failed(ready.message(), lease, MessageStatus.SENDING, e);
            return Optional.empty();
        }
    }

    /** Checks and renders again what waited too long, with one lease. @return those that may leave and are still ours */
    List<ReadyMessage> again(List<ReadyMessage> waited, Lease lease) {
        try {
            return OwnTransaction.call(() -> prepareAll(waited.stream().map(ready -> ready.message().withLink(ready.linkId()))
                    .collect(Collectors.toList()), lease, MessageStatus.SENDING));
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logWarning(e, "Checking " + waited.size() + " messages again failed; they are checked one by one", MODULE);
            return waited.stream().flatMap(ready -> again(ready, lease).stream()).collect(Collectors.toList());
        }
    }

    /** One that is SENDING and was not called is queued again. */
    void giveBack(ReadyMessage ready) {
        try {
            Instant now = clock.instant();
            OwnTransaction.call(() -> {
                endings.queueAgain(List.of(ready.message()), ready.lease(), MessageStatus.SENDING, now, now);
                return null;
            });
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Message " + ready.messageId() + " could not be queued again", MODULE);
        }
    }

    private List<ReadyMessage> prepareAll(Collection<OutboxMessage> messages, Lease lease, MessageStatus in) throws GenericEntityException {
        Instant now = clock.instant();
        CheckedMessages checked = CheckedMessages.read(delegator, outbox, messages, now);
        Map<OutboxMessage, SendDecision.Send> leaving = new LinkedHashMap<>();
        Map<SendDecision.Wait, List<OutboxMessage>> waiting = new HashMap<>();
        Map<MessageReason, List<OutboxMessage>> cancelled = new HashMap<>();
        for (OutboxMessage message : messages) {
            SendDecision decision = checked.decide(message, now);
            if (decision instanceof SendDecision.Send send) {
                leaving.put(message, send);
            } else if (decision instanceof SendDecision.Wait wait) {
                waiting.computeIfAbsent(wait, any -> new ArrayList<>()).add(message);
            } else if (decision instanceof SendDecision.Cancel cancel) {
                cancelled.computeIfAbsent(cancel.reason(), any -> new ArrayList<>()).add(message);
            }
        }
        for (Map.Entry<SendDecision.Wait, List<OutboxMessage>> wait : waiting.entrySet()) {
            endings.queueAgain(wait.getValue(), lease, in, wait.getKey().until(), wait.getKey().reason(), now);
        }
        for (Map.Entry<MessageReason, List<OutboxMessage>> cancel : cancelled.entrySet()) {
            endings.end(cancel.getValue(), checked.invoices(), lease, in, MessageStatus.CANCELLED, cancel.getKey(), now);
        }
        return render(leaving, checked, lease, in, now);
    }

    private List<ReadyMessage> render(Map<OutboxMessage, SendDecision.Send> leaving, CheckedMessages checked, Lease lease, MessageStatus in,
            Instant now) throws GenericEntityException {
        LinkBatch links = LinkBatch.prepare(delegator, leaving.entrySet().stream().filter(each -> each.getKey().type().asksForPayment())
                .map(each -> linkRequest(each.getKey(), each.getValue(), checked)).collect(Collectors.toList()), now);
        StepRunParts parts = StepRunParts.read(delegator, leaving.entrySet().stream().filter(each -> !checked.leftOut(each.getKey(),
                ids(each.getValue().invoices())).isEmpty()).map(each -> each.getKey().messageId()).collect(Collectors.toList()));
        List<ReadyMessage> rendered = new ArrayList<>();
        List<OutboxMessage> tooLong = new ArrayList<>();
        for (Map.Entry<OutboxMessage, SendDecision.Send> each : leaving.entrySet()) {
            OutboxMessage worded = checked.worded(each.getKey(), each.getValue().invoices(), parts, now);
            ReadyMessage ready = render(worded, each.getValue(), checked, links.of(worded.messageId()), lease, now);
            if (ready.text().body().length() > MessageText.LONGEST) {
                tooLong.add(each.getKey());
            } else {
                rendered.add(ready);
            }
        }
        if (!tooLong.isEmpty()) {
            endings.end(tooLong, checked.invoices(), lease, in, MessageStatus.FAILED, MessageReason.TOO_LONG, now);
        }
        List<ReadyMessage> ours = sending(rendered, in, now);
        LeftOutInvoices leftOut = new LeftOutInvoices(delegator);
        for (ReadyMessage ready : ours) {
            leftOut.leaveOut(ready.message(), checked.leftOut(ready.message(), ready.invoiceIds()));
        }
        leftOut.record(now);
        links.store(ours.stream().map(ReadyMessage::messageId).collect(Collectors.toList()));
        return ours;
    }

    private static LinkBatch.Request linkRequest(OutboxMessage message, SendDecision.Send send, CheckedMessages checked) {
        return new LinkBatch.Request(checked.settings().get(message.organizationPartyId()), message.messageId(), message.customerPartyId(),
                message.contactNumber(), ids(send.invoices()), message.linkId() != null);
    }

    private static ReadyMessage render(OutboxMessage message, SendDecision.Send send, CheckedMessages checked, PreparedLink link, Lease lease,
            Instant now) throws GenericEntityException {
        String preferencesLink = checked.preferencesLink(message);
        MessageText text = checked.text(message, send.invoices(), link.url(), preferencesLink, now);
        String masked = MaskedBody.of(MaskedBody.of(text.body(), link.url(), message.content().code()), preferencesLink);
        return new ReadyMessage(message, checked.settings().get(message.organizationPartyId()), ids(send.invoices()), text, masked, link.linkId(),
                link.url(), lease, checked.checkedNanos(), now.plus(send.validity()));
    }

    private static List<String> ids(List<InvoiceFacts> invoices) {
        return invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toList());
    }

    /** @return those that are still ours, SENDING now */
    private List<ReadyMessage> sending(List<ReadyMessage> rendered, MessageStatus in, Instant now) throws GenericEntityException {
        List<Outbox.Change> changes = new ArrayList<>();
        for (ReadyMessage ready : rendered) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("body", ready.maskedBody());
            fields.put("messageType", ready.message().type().name());
            fields.put("invoiceId", ready.message().invoiceId());
            fields.put("lateFee", ready.message().content().lateFee());
            fields.put("encoding", ready.text().count().encoding().title());
            fields.put("segments", (long) ready.segments());
            fields.put("linkId", ready.linkId());
            fields.put("errorCode", null);
            fields.put("sender", ready.settings().smsAccount().orElseThrow().sender());
            fields.put("templateId", ready.text().templateId());
            fields.put("templateVersion", ready.text().templateVersion());
            fields.put("leaseOwner", ready.lease().owner());
            fields.put("leaseUntil", Timestamp.from(ready.lease().until()));
            if (in == MessageStatus.QUEUED) {
                fields.put("sendingDate", Timestamp.from(now));
                fields.put("sendAttempts", ready.message().attempts() + 1L);
            }
            changes.add(new Outbox.Change(ready.messageId(), ready.lease().owner(), ready.message().attempts(), fields));
        }
        List<Boolean> ours = outbox.moveEach(changes, in, MessageStatus.SENDING, now);
        return IntStream.range(0, rendered.size()).filter(ours::get).mapToObj(rendered::get).collect(Collectors.toList());
    }

    private void failed(OutboxMessage message, Lease lease, MessageStatus in, Exception cause) {
        Debug.logError(cause, "Message " + message.messageId() + " could not be prepared", MODULE);
        try {
            OwnTransaction.call(() -> {
                endings.ownFault(message, lease, in, clock.instant());
                return null;
            });
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Message " + message.messageId() + " stays until its lease is over", MODULE);
        }
    }

    /** @return a lease as long as preparing, waiting and calling may take */
    static Lease lease(String owner, Instant now) {
        return Lease.of(owner, now, Duration.ofSeconds(60));
    }
}
