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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Looks at customers' texts that are due: first what they mean for consent, which is committed at once, then everything else in one transaction.
 * Every step may be repeated, so that a process may die between any two; a text at which looking fails is looked at again, later each time.
 */
final class InboundWork {
    private static final String MODULE = InboundWork.class.getName();
    private static final int BATCH = 100;
    private static final int LONGEST_EVIDENCE = 255;

    private final Delegator delegator;
    private final Clock clock;
    private final InboundTexts texts;
    private final Runnable wakeOutbox;
    private final ConsentWords words;
    private final Conversations conversations;
    private final ReceivedCommunications communications;
    private final AutomaticAnswers answers;

    InboundWork(Delegator delegator, Clock clock, InboundTexts texts, Runnable wakeOutbox) {
        this.delegator = delegator;
        this.clock = clock;
        this.texts = texts;
        this.wakeOutbox = wakeOutbox;
        this.words = new ConsentWords(delegator);
        this.conversations = new Conversations(delegator);
        this.communications = new ReceivedCommunications(delegator);
        this.answers = new AutomaticAnswers(delegator);
    }

    /** What was found out of a text.
     * @param changedConsent whether the text changed the state of its number */
    private record Reading(OrganizationSettings settings, GenericValue text, Classification classification, boolean changedConsent,
            Correspondence correspondence) {
        String number() {
            return text.getString("contactNumber");
        }

        Intent intent() {
            return classification.intent();
        }
    }

    /** @return whether there may be more at once */
    boolean run() throws GenericEntityException {
        List<GenericValue> due = texts.due(clock.instant(), BATCH);
        for (GenericValue text : due) {
            if (texts.claim(text, clock.instant())) {
                look(text);
            }
        }
        return due.size() == BATCH;
    }

    private void look(GenericValue text) {
        try {
            String organization = text.getString("organizationPartyId");
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
            if (settings.isEmpty()) {
                throw new GenericEntityException("Organization " + organization + " has no settings");
            }
            Reading reading = read(text, settings.get());
            communications.add(text, reading.correspondence());
            GenericValue conversation = conversations.with(organization, reading.number(), text.getTimestamp("receivedDate").toInstant());
            if (OwnTransaction.call(() -> write(reading, conversation))) {
                wakeOutbox.run();
            }
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Text " + text.getString("providerMessageId") + " could not be looked at; it is looked at again", MODULE);
        }
    }

    private Reading read(GenericValue text, OrganizationSettings settings) throws GenericEntityException {
        String number = text.getString("contactNumber");
        Instant received = text.getTimestamp("receivedDate").toInstant();
        Classification classification = TextClassifier.classify(text.getString("body") == null ? "" : text.getString("body"),
                text.getString("optOutType"));
        ConsentState before = ConsentLedger.before(delegator, settings.organizationPartyId(), number, received).orElse(null);
        boolean changed = switch (classification.intent()) {
        case OPT_OUT, WRONG_NUMBER -> {
            words.optOut(settings, number, ConsentSource.KEYWORD, evidence(text), received, null, clock.instant());
            yield before != ConsentState.OPTED_OUT;
        }
        case OPT_IN, YES -> words.optIn(settings, number, evidence(text), before, classification.intent() == Intent.OPT_IN, received);
        case HELP, UNCLEAR, REPLY -> false;
        };
        return new Reading(settings, text, classification, changed, Correspondence.of(delegator, settings, number, received));
    }

    /** @return whether an answer was queued */
    private boolean write(Reading reading, GenericValue conversation) throws GenericEntityException {
        Instant now = clock.instant();
        boolean answeredAlready = AutomaticAnswers.answeredAlready(reading.classification(), reading.settings().texting(),
                reading.text().getString("sender"), reading.text().getString("optOutType") != null);
        Optional<MessageType> type = AutomaticAnswers.type(reading.classification(), reading.changedConsent(), answeredAlready,
                Duration.between(reading.text().getTimestamp("receivedDate").toInstant(), now));
        Map<String, Object> found = new HashMap<>();
        found.put("customerPartyId", reading.correspondence().customerPartyId());
        found.put("invoiceId", reading.correspondence().invoiceIds().stream().findFirst().orElse(null));
        if (!texts.handled(reading.text(), reading.intent(), found, now)) {
            return false;
        }
        ConversationState state = ConversationState.after(Conversations.state(conversation), reading.intent(), reading.changedConsent());
        conversations.received(conversation, reading.text(), reading.intent(), state, reading.correspondence(), now);
        for (String invoiceId : reading.correspondence().invoiceIds()) {
            audit(reading, invoiceId, AuditKind.SMS_RECEIVED);
            if (reading.changedConsent()) {
                audit(reading, invoiceId, reading.intent().revokes() ? AuditKind.CUSTOMER_OPTED_OUT : AuditKind.CUSTOMER_OPTED_IN);
            }
        }
        if (type.isEmpty()) {
            return false;
        }
        Optional<String> answer = answers.queue(type.get(), reading.settings(), reading.number(), reading.correspondence(), now);
        if (answer.isPresent()) {
            delegator.storeByCondition(InboundTexts.ENTITY, Map.of("answerMessageId", answer.get()), InboundTexts.key(reading.text()));
        }
        return answer.isPresent();
    }

    private void audit(Reading reading, String invoiceId, AuditKind kind) throws GenericEntityException {
        Timestamp received = reading.text().getTimestamp("receivedDate");
        AuditTrail.add(delegator, received.toInstant(), reading.settings().organizationPartyId(), invoiceId, kind, null, null, null, null,
                kind == AuditKind.SMS_RECEIVED ? reading.text().getString("body") : null);
    }

    private static String evidence(GenericValue text) {
        String evidence = "Text " + text.getString("providerMessageId") + (text.getString("optOutType") == null ? ""
                : ", for the carrier " + text.getString("optOutType")) + ": " + text.getString("body");
        return evidence.length() <= LONGEST_EVIDENCE ? evidence : evidence.substring(0, LONGEST_EVIDENCE);
    }
}
