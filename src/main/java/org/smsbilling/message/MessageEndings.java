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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.paylink.PayLinks;

/** What is written down of messages that do not leave now, in the caller's transaction. */
final class MessageEndings {

    private static final int LONGEST_TEXT = 255;

    private final Delegator delegator;
    private final Outbox outbox;
    private final RandomGenerator random;

    MessageEndings(Delegator delegator, Outbox outbox, RandomGenerator random) {
        this.delegator = delegator;
        this.outbox = outbox;
        this.random = random;
    }

    /** They wait for another moment, and nobody has a lease on them. */
    void queueAgain(Collection<OutboxMessage> messages, Lease lease, MessageStatus in, Instant notBefore, Instant now)
            throws GenericEntityException {
        queueAgain(messages, lease, in, notBefore, null, now);
    }

    /** @param reason why they wait, or null */
    void queueAgain(Collection<OutboxMessage> messages, Lease lease, MessageStatus in, Instant notBefore, MessageReason reason, Instant now)
            throws GenericEntityException {
        Map<String, Object> fields = Outbox.free();
        fields.put("errorCode", reason == null ? null : reason.name());
        fields.put("notBefore", Timestamp.from(notBefore));
        List<String> ids = ids(messages);
        if (in == MessageStatus.QUEUED) {
            outbox.change(ids, lease.owner(), in, fields);
        } else {
            outbox.move(ids, lease.owner(), in, MessageStatus.QUEUED, fields, now);
        }
    }

    /**
     * They end, for a reason of ours.
     *
     * @param invoices invoice ids by message id
     * @throws GenericEntityException also when some of several are not ours any more: they are to be ended one by one
     */
    void end(Collection<OutboxMessage> messages, Map<String, List<String>> invoices, Lease lease, MessageStatus in, MessageStatus as,
            MessageReason reason, Instant now) throws GenericEntityException {
        Map<String, Object> fields = Outbox.free();
        fields.put("errorCode", reason.name());
        fields.put("codeSecret", null);
        int ours = outbox.move(ids(messages), lease.owner(), in, as, fields, now);
        if (ours < messages.size()) {
            if (messages.size() > 1) {
                throw new GenericEntityException("Some of " + messages.size() + " messages are not ours any more");
            }
            return;
        }
        AuditKind kind = as == MessageStatus.CANCELLED ? AuditKind.SMS_CANCELLED : AuditKind.SMS_FAILED;
        List<AuditTrail.Entry> entries = new ArrayList<>();
        messages.forEach(message -> entries.addAll(entries(message, invoices.get(message.messageId()), kind, reason.name())));
        AuditTrail.addAll(delegator, now, entries);
        PayLinks.discard(delegator, messages.stream().map(OutboxMessage::linkId).filter(Objects::nonNull).collect(Collectors.toList()), now);
    }

    /** The carrier refused one for good. @return whether it was still ours */
    boolean refused(ReadyMessage ready, MessageStatus in, String code, String text, Instant now) throws GenericEntityException {
        Map<String, Object> fields = Outbox.free();
        fields.put("errorCode", code);
        fields.put("errorText", cut(text));
        fields.put("codeSecret", null);
        boolean ours = outbox.move(List.of(ready.messageId()), ready.lease().owner(), in, MessageStatus.FAILED, fields, now) == 1;
        if (ours) {
            audit(ready.message(), ready.invoiceIds(), AuditKind.SMS_FAILED, code + " " + text, now);
            PayLinks.discard(delegator, ready.linkId() == null ? List.of() : List.of(ready.linkId()), now);
        }
        return ours;
    }

    /** The carrier did not take one because it had too many: it is tried again, a bounded number of times. */
    void tryLater(ReadyMessage ready, MessageStatus in, String code, String text, Duration atLeast, Instant now)
            throws GenericEntityException {
        Optional<Duration> wait = Backoff.CARRIER_BUSY.after(ready.message().attempts() + 1, random);
        if (wait.isPresent()) {
            queueAgain(List.of(ready.message()), ready.lease(), in, now.plus(wait.get()).plus(atLeast), now);
        } else {
            refused(ready, in, MessageReason.CARRIER_BUSY.name(), code + " " + text, now);
        }
    }

    /** Something here went wrong with one: it is tried again, a bounded number of times. */
    void ownFault(OutboxMessage message, Lease lease, MessageStatus in, Instant now) throws GenericEntityException {
        int tried = message.attempts() + 1;
        Optional<Duration> wait = Backoff.OWN_FAULT.after(tried, random);
        if (wait.isEmpty()) {
            end(List.of(message), outbox.invoices(List.of(message)), lease, in, MessageStatus.FAILED, MessageReason.OWN_FAULT, now);
            return;
        }
        outbox.change(List.of(message.messageId()), lease.owner(), in, Map.of("sendAttempts", (long) tried));
        queueAgain(List.of(message), lease, in, now.plus(wait.get()), now);
    }

    void audit(OutboxMessage message, List<String> invoiceIds, AuditKind kind, String note, Instant now) throws GenericEntityException {
        AuditTrail.addAll(delegator, now, entries(message, invoiceIds, kind, note));
    }

    static List<AuditTrail.Entry> entries(OutboxMessage message, List<String> invoiceIds, AuditKind kind, String note) {
        return invoiceIds.stream().map(invoiceId -> new AuditTrail.Entry(message.organizationPartyId(), invoiceId, kind, null, message.messageId(),
                null, null, note)).collect(Collectors.toList());
    }

    static String cut(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static List<String> ids(Collection<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::messageId).collect(Collectors.toList());
    }
}
