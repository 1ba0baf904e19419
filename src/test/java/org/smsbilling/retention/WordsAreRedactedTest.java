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
package org.smsbilling.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.consent.Suppressions;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StillStage;
import org.smsbilling.transaction.OwnTransaction;

/** What is left of texts after the set time, and of a number that was erased, on a database. */
class WordsAreRedactedTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(31));
    private static final Instant RECENT = NOW.minus(Duration.ofDays(29));
    private static final String NUMBER = "+19175550188";

    private static StillStage still;
    private static Stage stage;
    private String organization;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("redaction", NOW);
        stage = still.stage();
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    @BeforeEach
    void organization() throws GenericEntityException {
        organization = stage.data().organization("Short Memory");
        delegator().create("SmsOrganization", Map.of("organizationPartyId", organization, "redactAfterDays", 30L));
    }

    @Test
    void everyPlaceThatKeepsWordsLosesThem() throws Exception {
        String sent = message("SENT", "body", "We texted this", OLD);
        String unsent = message("CANCELLED", "replyText", "A clerk wrote this and it never left", OLD);
        String received = received("I lost my job, please wait " + "x".repeat(300), OLD);
        String conversation = conversation(OLD);
        String recent = message("SENT", "body", "We texted that", RECENT);
        String lately = received("Thanks", RECENT);
        assertEquals(3, redaction().run());
        assertNull(now("SmsMessage", "body", "messageId", sent));
        assertNull(now("CommunicationEvent", "content", "communicationEventId", "C" + sent));
        assertNull(now("SmsMessage", "replyText", "messageId", unsent));
        assertNull(now("SmsInboundText", "body", "providerMessageId", received));
        assertNull(now("CommunicationEvent", "content", "communicationEventId", "C" + received));
        assertNull(now("SmsAuditEvent", "note", "invoiceId", "I" + received));
        assertNull(now("SmsConversation", "lastText", "conversationId", conversation));
        assertEquals("We texted that", now("SmsMessage", "body", "messageId", recent));
        assertEquals("Thanks", now("SmsInboundText", "body", "providerMessageId", lately));
        assertEquals("Thanks", now("SmsAuditEvent", "note", "invoiceId", "I" + lately));
        assertEquals(NUMBER, now("SmsMessage", "contactNumber", "messageId", sent));
        assertEquals(0, redaction().run());
    }

    @Test
    void aTextThatWasWrittenLongAgoAndGotItsWordsLateLosesThemAsWell() throws Exception {
        redaction().run();
        String late = message("SENT", "body", "It waited for weeks", NOW.minus(Duration.ofDays(60)));
        assertEquals(1, new BodyRedaction(delegator(), OrganizationSettingsReader.read(delegator(), organization).orElseThrow(),
                NOW.plus(Duration.ofDays(1))).run());
        assertNull(now("SmsMessage", "body", "messageId", late));
    }

    @Test
    void copiesOfEmailsLoseTheirWordsAfterTheSetTime() throws Exception {
        mail("OLDMAIL" + organization, "Dear Rosa, your rent");
        List<GenericValue> copies = mails().remember(organization, "Your rent", OLD);
        assertEquals(1, copies.size());
        mail("NEWMAIL" + organization, "Dear Rosa, your fee");
        assertEquals(1, mails().remember(organization, "Your rent", RECENT).size(), "the first one is known");
        redaction().run();
        assertNull(now("CommunicationEvent", "content", "communicationEventId", "OLDMAIL" + organization));
        assertEquals("Your rent", now("CommunicationEvent", "subject", "communicationEventId", "OLDMAIL" + organization));
        assertEquals("Dear Rosa, your fee", now("CommunicationEvent", "content", "communicationEventId", "NEWMAIL" + organization));
        mails().erase(organization);
        assertNull(now("CommunicationEvent", "content", "communicationEventId", "NEWMAIL" + organization));
        assertEquals("erased", now("CommunicationEvent", "toString", "communicationEventId", "NEWMAIL" + organization));
    }

    @Test
    void whatAClerkTypedAboutAPauseGoesAndThePauseStays() throws Exception {
        pause("OVER", Timestamp.from(OLD), "her husband died");
        pause("ON", null, "a lawyer looks at it");
        AuditTrail.add(delegator(), OLD, organization, "P" + organization, AuditKind.REMINDERS_PAUSED, "clerk", null, null, null,
                "DISPUTE 2026-05-10: her husband died: cancer");
        AuditTrail.add(delegator(), RECENT, organization, "Q" + organization, AuditKind.REMINDERS_PAUSED, "clerk", null, null, null,
                "DISPUTE: a lawyer looks at it");
        redaction().run();
        assertEquals("***", now("SmsCollectionPause", "note", "pauseId", "OVER" + organization));
        assertEquals("DISPUTE", now("SmsCollectionPause", "pauseReason", "pauseId", "OVER" + organization));
        assertEquals("a lawyer looks at it", now("SmsCollectionPause", "note", "pauseId", "ON" + organization));
        assertEquals("DISPUTE 2026-05-10: ***", now("SmsAuditEvent", "note", "invoiceId", "P" + organization));
        assertEquals("DISPUTE: a lawyer looks at it", now("SmsAuditEvent", "note", "invoiceId", "Q" + organization));
    }

    private void pause(String id, Timestamp ended, String note) throws GenericEntityException {
        delegator().create("SmsCollectionPause", "pauseId", id + organization, "organizationPartyId", organization, "customerPartyId", "ROSA",
                "pauseReason", "DISPUTE", "note", note, "createdDate", Timestamp.from(OLD), "endedDate", ended);
    }

    private void mail(String id, String content) throws GenericEntityException {
        delegator().create("CommunicationEvent", "communicationEventId", id, "communicationEventTypeId", "EMAIL_COMMUNICATION", "partyIdTo",
                organization, "subject", "Your rent", "content", content, "toString", "rosa@example.com");
    }

    private MailCopies mails() {
        return new MailCopies(delegator(), organization);
    }

    @Test
    void theConsentLedgerStays() throws Exception {
        consent(ConsentState.OPTED_OUT, organization);
        redaction().run();
        assertEquals("STOP by text", now("SmsConsentRecord", "evidence", "organizationPartyId", organization, "contactNumber", NUMBER));
    }

    @Test
    void anOptOutOutlivesItsNumber() throws Exception {
        consent(ConsentState.OPTED_OUT, organization);
        erase();
        assertNull(now("SmsConsentRecord", "evidence", "organizationPartyId", organization, "contactNumber", NUMBER));
        assertEquals("STOP by text", now("SmsConsentRecord", "evidence", "organizationPartyId", organization), "the line itself stays");
        assertEquals(Map.of(NUMBER, ConsentState.OPTED_OUT), ConsentLedger.current(delegator(), organization, List.of(NUMBER, "+19175550189")));
        String other = stage.data().organization("Another");
        assertEquals(Map.of(), ConsentLedger.current(delegator(), other, List.of(NUMBER)), "another organization is not told");
    }

    @Test
    void aNumberThatHadAgreedIsNotSuppressedWhenItIsErased() throws Exception {
        consent(ConsentState.OPTED_IN, organization);
        erase();
        assertEquals(Map.of(), ConsentLedger.current(delegator(), organization, List.of(NUMBER)));
    }

    @Test
    void whoAgreesAgainAfterTheErasureIsTextedAgain() throws Exception {
        consent(ConsentState.OPTED_OUT, organization);
        erase();
        consent(ConsentState.OPTED_IN, organization);
        assertEquals(Map.of(NUMBER, ConsentState.OPTED_IN), ConsentLedger.current(delegator(), organization, List.of(NUMBER)));
        assertNotNull(now("SmsSuppression", "erasedDate", "organizationPartyId", organization));
    }

    @Test
    void anOptOutThatCountsEverywhereOutlivesItsNumberInEveryOrganization() throws Exception {
        String other = stage.data().organization("Another");
        consent(ConsentState.OPTED_IN, other);
        ConsentLedger.record(delegator(), new ConsentEntry(ConsentLedger.EVERYWHERE, NUMBER, ConsentState.OPTED_OUT, ConsentSource.KEYWORD, "STOP",
                RECENT, null));
        delegator().create("SmsMessage", "messageId", "ERASED", "organizationPartyId", organization, "messageStatus", "SENT", "messageType",
                "UPCOMING", "contactNumber", NUMBER, "customerPartyId", "SOMEBODY", "createdDate", Timestamp.from(RECENT));
        PersonalData.of(delegator(), organization, "SOMEBODY", NOW).erase("system");
        assertNull(now("SmsConsent", "consentState", "organizationPartyId", ConsentLedger.EVERYWHERE, "contactNumber", NUMBER));
        assertNull(now("SmsConsentRecord", "evidence", "organizationPartyId", ConsentLedger.EVERYWHERE, "contactNumber", NUMBER));
        for (String each : List.of(organization, other)) {
            assertEquals(Map.of(NUMBER, ConsentState.OPTED_OUT), ConsentLedger.current(delegator(), each, List.of(NUMBER)));
        }
        ConsentLedger.record(delegator(), new ConsentEntry(other, NUMBER, ConsentState.OPTED_IN, ConsentSource.KEYWORD, "START",
                NOW.plusSeconds(1), null));
        assertEquals(Map.of(NUMBER, ConsentState.OPTED_IN), ConsentLedger.current(delegator(), other, List.of(NUMBER)));
        delegator().removeByAnd("SmsSuppression", "organizationPartyId", ConsentLedger.EVERYWHERE);
    }

    private void consent(ConsentState state, String of) throws GenericEntityException {
        ConsentLedger.record(delegator(), new ConsentEntry(of, NUMBER, state, ConsentSource.KEYWORD, "STOP by text", OLD, null));
    }

    private void erase() throws GenericEntityException {
        OwnTransaction.call(() -> {
            Suppressions.keep(delegator(), organization, NUMBER, NOW);
            delegator().removeByAnd("SmsConsent", "organizationPartyId", organization);
            return null;
        });
    }

    private BodyRedaction redaction() throws GenericEntityException {
        return new BodyRedaction(delegator(), OrganizationSettingsReader.read(delegator(), organization).orElseThrow(), NOW);
    }

    private String message(String status, String field, String words, Instant when) throws GenericEntityException {
        String id = delegator().getNextSeqId("SmsMessage");
        communication(id, words);
        delegator().create("SmsMessage", "messageId", id, "organizationPartyId", organization, "messageStatus", status, "messageType", "REPLY",
                "contactNumber", NUMBER, "createdDate", Timestamp.from(when), field, words, "communicationEventId", "C" + id);
        return id;
    }

    private String received(String words, Instant when) throws GenericEntityException {
        String id = "SM" + delegator().getNextSeqId("SmsMessage");
        communication(id, words);
        delegator().create("SmsInboundText", "providerMessageId", id, "organizationPartyId", organization, "contactNumber", NUMBER, "body", words,
                "receivedDate", Timestamp.from(when), "invoiceId", "I" + id, "communicationEventId", "C" + id);
        AuditTrail.add(delegator(), when.plusSeconds(1), organization, "I" + id, AuditKind.SMS_RECEIVED, null, null, null, null, words);
        return id;
    }

    private String conversation(Instant when) throws GenericEntityException {
        delegator().create("SmsConversation", "conversationId", "CONV" + organization, "organizationPartyId", organization, "contactNumber", NUMBER,
                "conversationState", "DONE", "lastText", "I lost my job", "lastDate", Timestamp.from(when));
        return "CONV" + organization;
    }

    private static void communication(String id, String words) throws GenericEntityException {
        delegator().create("CommunicationEvent", "communicationEventId", "C" + id, "communicationEventTypeId", "SMS_COMMUNICATION", "content", words);
    }

    private static Delegator delegator() {
        return stage.delegator();
    }

    private static Object now(String entity, String field, Object... key) throws GenericEntityException {
        return Optional.ofNullable(EntityQuery.use(delegator()).from(entity).where(key).queryFirst()).map(row -> row.get(field)).orElse(null);
    }
}
