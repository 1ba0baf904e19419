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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.provider.SendResult;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.twilio.TwilioErrors;

/**
 * Writes down what the carrier answered: a batch of answers in one short transaction, and one by one when that fails. An answer is never
 * thrown away because the lease is over: AMBIGUOUS may still become what the carrier said.
 */
final class ResultRecorder {

    private static final String MODULE = ResultRecorder.class.getName();

    private final Delegator delegator;
    private final Clock clock;
    private final Outbox outbox;
    private final MessageEndings endings;
    private final CarrierConsequences consequences;

    ResultRecorder(Delegator delegator, Clock clock, Outbox outbox, MessageEndings endings) {
        this.delegator = delegator;
        this.clock = clock;
        this.outbox = outbox;
        this.endings = endings;
        this.consequences = new CarrierConsequences(delegator, clock);
    }

    /** @return answers that could not be written down now */
    List<CallResult> record(List<CallResult> results) {
        List<CallResult> left = new ArrayList<>();
        if (!recorded(results)) {
            if (results.size() == 1) {
                return results;
            }
            for (CallResult result : results) {
                if (!recorded(List.of(result))) {
                    left.add(result);
                }
            }
        }
        results.stream().filter(result -> !left.contains(result)).forEach(consequences::follow);
        return left;
    }

    private boolean recorded(List<CallResult> results) {
        try {
            List<SentMessage> sent = OwnTransaction.call(() -> write(results));
            new SentCommunications(delegator).add(sent);
            return true;
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Answers of the carrier to " + results.size() + " messages could not be written down", MODULE);
            return false;
        }
    }

    private List<SentMessage> write(List<CallResult> results) throws GenericEntityException {
        Instant now = clock.instant();
        List<SentMessage> sent = accepted(results.stream().filter(result -> result.result() instanceof SendResult.Accepted)
                .collect(Collectors.toList()), now);
        for (CallResult result : results) {
            ReadyMessage ready = result.ready();
            if (result.result() instanceof SendResult.Refused refused) {
                refused(ready, refused, now);
            } else if (result.result() instanceof SendResult.Later later) {
                endings.tryLater(ready, MessageStatus.SENDING, later.errorCode(), carrierText(ready, later.text()), later.atLeast(), now);
            } else if (result.result() instanceof SendResult.Unknown unknown) {
                ambiguous(ready, carrierText(ready, unknown.text()), now);
            }
        }
        PayLinks.activate(delegator, sent.stream().map(message -> message.ready().linkId()).filter(Objects::nonNull).collect(Collectors.toList()),
                now);
        return sent;
    }

    /** @return those that were still ours, SENT now */
    private List<SentMessage> accepted(List<CallResult> results, Instant now) throws GenericEntityException {
        List<CallResult> late = new ArrayList<>();
        List<SentMessage> sent = new ArrayList<>(moved(results, MessageStatus.SENDING, late, now));
        sent.addAll(moved(late, MessageStatus.AMBIGUOUS, new ArrayList<>(), now));
        List<AuditTrail.Entry> entries = new ArrayList<>();
        sent.forEach(message -> entries.addAll(MessageEndings.entries(message.ready().message(), message.ready().invoiceIds(), AuditKind.SMS_SENT,
                null)));
        AuditTrail.addAll(delegator, now, entries);
        return sent;
    }

    /** @param others is given those that were not in that state any more */
    private List<SentMessage> moved(List<CallResult> results, MessageStatus from, List<CallResult> others, Instant now)
            throws GenericEntityException {
        List<Boolean> ours = outbox.moveEach(results.stream().map(result -> new Outbox.Change(result.ready().messageId(),
                result.ready().lease().owner(), result.ready().message().attempts(),
                sentFields(result.ready(), (SendResult.Accepted) result.result(), now)))
                .collect(Collectors.toList()), from, MessageStatus.SENT, now);
        List<SentMessage> sent = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            if (ours.get(i)) {
                sent.add(new SentMessage(results.get(i).ready(), now));
            } else {
                others.add(results.get(i));
            }
        }
        return sent;
    }

    private static Map<String, Object> sentFields(ReadyMessage ready, SendResult.Accepted accepted, Instant now) {
        Map<String, Object> fields = Outbox.free();
        fields.put("providerMessageId", accepted.providerMessageId());
        fields.put("sentDate", Timestamp.from(now));
        fields.put("errorCode", null);
        fields.put("errorText", null);
        fields.put("communicationEventId", SentMessage.communicationEventId(ready.messageId()));
        fields.put("codeSecret", null);
        fields.put("segments", (long) (accepted.segments() > 0 ? accepted.segments() : ready.segments()));
        return fields;
    }

    private void refused(ReadyMessage ready, SendResult.Refused refused, Instant now) throws GenericEntityException {
        String text = carrierText(ready, refused.text());
        if (TwilioErrors.action(refused.errorCode()) == TwilioErrors.Action.RETRY) {
            endings.tryLater(ready, MessageStatus.SENDING, refused.errorCode(), text, Duration.ZERO, now);
        } else if (!endings.refused(ready, MessageStatus.SENDING, refused.errorCode(), text, now)) {
            endings.refused(ready, MessageStatus.AMBIGUOUS, refused.errorCode(), text, now);
        }
    }

    private void ambiguous(ReadyMessage ready, String text, Instant now) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("leaseUntil", null);
        fields.put("errorCode", MessageReason.NO_ANSWER.name());
        fields.put("errorText", text);
        if (outbox.move(List.of(ready.messageId()), ready.lease().owner(), MessageStatus.SENDING, MessageStatus.AMBIGUOUS, fields, now) == 1) {
            endings.audit(ready.message(), ready.invoiceIds(), AuditKind.SMS_AMBIGUOUS, MessageReason.NO_ANSWER.name(), now);
        }
    }

    /** Carriers like to repeat the number in their words, and nobody promises that they never repeat the link. */
    private static String carrierText(ReadyMessage ready, String text) {
        return text == null ? "" : MessageEndings.cut(MaskedBody.of(text.replace(ready.message().contactNumber(),
                PhoneNumbers.masked(ready.message().contactNumber())), ready.link()));
    }
}
