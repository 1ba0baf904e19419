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
package org.smsbilling.inbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.Gsm7Folding;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageText;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.message.SegmentCount;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.zone.ContactZones;

/** What a clerk writes to the other side of a conversation. The number of the answer is a key: the same form sent twice is one answer. */
final class ClerkAnswer {
    private static final String MODULE = ClerkAnswer.class.getName();
    private static final String ENTITY = "SmsConversationAnswer";

    private final Delegator delegator;
    private final GenericValue conversation;
    private final OrganizationSettings settings;
    private final InboundWords words;

    ClerkAnswer(Delegator delegator, GenericValue conversation, OrganizationSettings settings, InboundWords words) {
        this.delegator = delegator;
        this.conversation = conversation;
        this.settings = settings;
        this.words = words;
    }

    /** @return why nothing can be answered, in the user's language */
    Optional<String> whyNot() throws GenericEntityException {
        ConsentState consent = ConsentLedger.current(delegator, settings.organizationPartyId(), List.of(number())).get(number());
        Optional<NotReady> notReady = settings.notReady().filter(NotReady::keepsFromTexting);
        if (consent == ConsentState.OPTED_OUT) {
            return Optional.of(words.of("SmsBillingNoAnswerOptedOut"));
        } else if (consent == ConsentState.UNUSABLE) {
            return Optional.of(words.of("SmsBillingNoAnswerUnusable"));
        } else if (!number().matches("\\+[0-9]{7,15}")) {
            return Optional.of(words.of("SmsBillingNoAnswerNumber"));
        }
        return notReady.map(reason -> words.organization(reason.labelKey(), Map.of("organizationPartyId", settings.organizationPartyId(),
                "reason", settings.stoppedReason())));
    }

    /** @return when an answer would leave: now, or when the hours of the recipient begin */
    Instant leaves(Instant now) throws GenericEntityException {
        String recipient = conversation.getString("recipientPartyId");
        Set<ZoneId> where = ContactZones.read(delegator, Collections.singletonList(recipient), now).of(recipient, number());
        return SendWindow.of(settings.sendingHours(), where, settings.zoneId(), now).nextOpening(now).orElse(now);
    }

    /** @return number of the next answer, from 1 */
    long next() throws GenericEntityException {
        GenericValue latest = EntityQuery.use(delegator).from(ENTITY).where("conversationId", conversation.getString("conversationId"))
                .orderBy("-answerNumber").queryFirst();
        return latest == null ? 1 : latest.getLong("answerNumber") + 1;
    }

    /** @return what is sent of what was typed */
    static String body(String typed) {
        return Gsm7Folding.fold(typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip());
    }

    /** @return length and segments in words */
    String size(String typed) {
        String body = body(typed);
        SegmentCount count = SegmentCount.of(body);
        return words.of(count.segments() == 1 ? "SmsBillingAnswerSegment" : "SmsBillingAnswerSegments", Map.of(
                "length", String.valueOf(body.length()), "most", String.valueOf(MessageText.LONGEST), "count", String.valueOf(count.segments()),
                "encoding", count.encoding().title()));
    }

    /** @return why a text cannot be sent */
    Optional<String> problem(String typed) {
        String body = body(typed);
        if (body.isEmpty()) {
            return Optional.of(words.of("SmsBillingAnswerEmpty"));
        }
        return body.length() <= MessageText.LONGEST ? Optional.empty() : Optional.of(words.of("SmsBillingAnswerTooLong",
                Map.of("length", String.valueOf(body.length()), "most", String.valueOf(MessageText.LONGEST))));
    }

    /**
     * Queues the answer.
     * @param answerNumber that the page had
     * @param done whether the conversation is done by it
     * @return id of the message; of the first one when the form was sent twice; empty when somebody else has answered in the meantime
     */
    Optional<String> queue(String typed, long answerNumber, boolean done, String userLoginId, Instant now) throws GenericEntityException {
        Optional<String> first = known(answerNumber, typed);
        if (first.isPresent() || answerNumber != next()) {
            return first;
        }
        try {
            return Optional.of(OwnTransaction.call(() -> write(typed, answerNumber, done, userLoginId, now)));
        } catch (GenericEntityException e) {
            if (answerNumber == next()) {
                throw e;
            }
            Debug.logInfo("Conversation " + conversation.getString("conversationId") + " was being answered at the same moment", MODULE);
            return known(answerNumber, typed);
        }
    }

    private String write(String typed, long answerNumber, boolean done, String userLoginId, Instant now) throws GenericEntityException {
        Map<String, Object> row = new HashMap<>(Map.of("conversationId", conversation.getString("conversationId"), "answerNumber", answerNumber,
                "createdDate", Timestamp.from(now), "createdByUserLogin", userLoginId));
        GenericValue answer = delegator.create(ENTITY, row);
        String messageId = new NewMessage(MessageType.REPLY, settings.organizationPartyId(), List.of(), null,
                conversation.getString("customerPartyId"), conversation.getString("recipientPartyId"), number(), settings.locale().toString(),
                leaves(now), userLoginId, MessageContent.ofReply(body(typed))).queue(delegator, now);
        answer.set("messageId", messageId);
        answer.store();
        String invoiceId = about(delegator, conversation);
        if (invoiceId != null) {
            AuditTrail.add(delegator, now, settings.organizationPartyId(), invoiceId, AuditKind.CLERK_ANSWERED, userLoginId, messageId, null, null,
                    null);
        }
        if (done) {
            new Conversations(delegator).move(conversation, ConversationState.DONE, userLoginId, now);
        }
        return messageId;
    }

    /** @return the invoice that the latest text of the customer followed, or null */
    static String about(Delegator delegator, GenericValue conversation) throws GenericEntityException {
        GenericValue latest = EntityQuery.use(delegator).from(InboundTexts.ENTITY).where(
                "organizationPartyId", conversation.getString("organizationPartyId"), "contactNumber", conversation.getString("contactNumber"))
                .orderBy("-receivedDate", "-providerMessageId").queryFirst();
        return latest == null ? null : latest.getString("invoiceId");
    }

    private Optional<String> known(long answerNumber, String typed) throws GenericEntityException {
        GenericValue answer = EntityQuery.use(delegator).from(ENTITY).where("conversationId", conversation.getString("conversationId"),
                "answerNumber", answerNumber).queryOne();
        GenericValue message = answer == null ? null
                : EntityQuery.use(delegator).from("SmsMessage").where("messageId", answer.getString("messageId")).queryOne();
        return message != null && body(typed).equals(message.getString("replyText")) ? Optional.of(message.getString("messageId")) : Optional.empty();
    }

    private String number() {
        return conversation.getString("contactNumber");
    }
}
