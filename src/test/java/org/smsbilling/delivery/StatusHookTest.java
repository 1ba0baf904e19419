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
package org.smsbilling.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.SmsBilling;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.outside.twilio.Signature;
import org.smsbilling.scenario.Expect;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StageData;
import org.smsbilling.transaction.OwnTransaction;

/** Status reports over HTTP, from the emulated carrier and from strangers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusHookTest {

    private HookStage hook;
    private Stage stage;
    private String organization;
    private String address;

    @BeforeAll
    void start() throws Exception {
        hook = new HookStage("status");
        stage = hook.stage();
        organization = hook.organization();
        address = hook.address();
    }

    @AfterAll
    void stop() {
        hook.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "DUPLICATED", "REORDERED"})
    void aDeliveredTextIsDeliveredOnceHoweverItsReportsTravel(String mode) throws Exception {
        hook.outside().twilio().webhooks().mode(mode);
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "DELIVERED");
        Object sid = stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        for (String status : List.of("sent", "delivered")) {
            Expect.soon(status + " to be looked at", () -> stage.now("SmsWebhookReceipt", "handledDate", "providerMessageId", sid,
                    "providerStatus", status), handled -> handled != null);
        }
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT", "SMS_DELIVERED"), history(messageId));
        assertEquals(2L, EntityQuery.use(hook.delegator()).from("SmsWebhookReceipt").where("providerMessageId", sid).queryCount());
    }

    @Test
    void withoutReportsATextStaysSent() throws Exception {
        hook.outside().twilio().webhooks().mode("OFF");
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "SENT");
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT"), history(messageId));
    }

    @Test
    void aReportThatOvertakesOurOwnRecordCountsLater() throws Exception {
        assertEquals(200, hook.post(address, hook.signed(Map.of("MessageSid", "SMovertaking", "MessageStatus", "delivered"))));
        hook.outside().twilio().webhooks().mode("OFF");
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "SENT");
        GenericValue message = stage.find("SmsMessage", "messageId", messageId);
        message.set("providerMessageId", "SMovertaking");
        message.store();
        stage.advanceClock(Duration.ofSeconds(30));
        becomes(messageId, "DELIVERED");
    }

    @Test
    void whoCannotSignIsTurnedAwayAndLeavesNothing() throws Exception {
        Map<String, String> report = Map.of("MessageSid", "SMforged", "MessageStatus", "delivered");
        assertEquals(403, hook.post(address, new HookStage.Signed(report, Signature.of("another token", address, report))));
        assertEquals(403, hook.post(address, new HookStage.Signed(report, "")));
        assertEquals(403, hook.post(address, new HookStage.Signed(report, "not base64 at all")));
        assertEquals(403, hook.post(address + "x", hook.signed(report)));
        Map<String, String> changed = Map.of("MessageSid", "SMforged", "MessageStatus", "undelivered");
        assertEquals(403, hook.post(address, new HookStage.Signed(changed, hook.signed(report).signature())));
        assertNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMforged"));
    }

    @Test
    void parametersAreTakenAsTheyCame() throws Exception {
        Map<String, String> report = Map.of("MessageSid", "SMstrange", "MessageStatus", "sent", "Body", " a+b <b> &amp; 100% \u20ac \ud83d\ude00 ",
                "Empty", "");
        assertEquals(200, hook.post(address, hook.signed(report)));
        assertNotNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMstrange"));
    }

    @Test
    void whatAnotherOrganizationsCarrierSaysChangesNothingHere() throws Exception {
        hook.outside().twilio().webhooks().mode("OFF");
        String other = stage.data().connectedOrganization("Other Ltd", stage.data().user("SMSBILLING_ADMIN"));
        String theirs = hook.open(other, "status");
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "SENT");
        Object sid = stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        Map<String, String> report = Map.of("MessageSid", String.valueOf(sid), "MessageStatus", "undelivered", "ErrorCode", "30006");
        assertEquals(403, hook.post(address, new HookStage.Signed(report, Signature.of(StageData.TWILIO_TOKEN, theirs, report))));
        assertEquals(200, hook.post(theirs, new HookStage.Signed(report, Signature.of(StageData.TWILIO_TOKEN, theirs, report))));
        assertEquals(200, hook.post(address, hook.signed(Map.of("MessageSid", String.valueOf(sid), "MessageStatus", "delivered"))));
        becomes(messageId, "DELIVERED");
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT", "SMS_DELIVERED"), history(messageId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "application/octet-stream"})
    void onlyFormsAreRead(String contentType) throws Exception {
        Map<String, String> report = Map.of("MessageSid", "SMother", "MessageStatus", "delivered");
        assertEquals(403, hook.send(address, contentType, HookStage.form(report), hook.signed(report).signature()).statusCode());
        assertNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMother"));
    }

    @Test
    void aFieldThatIsThereTwiceOrComesInTheAddressCannotChangeWhatWasSigned() throws Exception {
        Map<String, String> report = Map.of("MessageSid", "SMdouble", "MessageStatus", "sent");
        String signature = hook.signed(report).signature();
        String form = "application/x-www-form-urlencoded";
        assertEquals(403, hook.send(address, form, "MessageStatus=delivered&" + HookStage.form(report), signature).statusCode());
        assertEquals(403, hook.send(address + "?MessageStatus=delivered", form, HookStage.form(report), signature).statusCode());
        assertEquals(403, hook.send(address + "?extra=1", form, HookStage.form(report), signature).statusCode());
        assertEquals(200, hook.send(address, form, HookStage.form(report) + "&MessageStatus=delivered", signature).statusCode());
        assertNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMdouble", "providerStatus", "delivered"));
    }

    @Test
    void aBodyWithoutEndIsNotRead() throws Exception {
        String large = "MessageSid=SMlarge&MessageStatus=sent&Body=" + "x".repeat(3_000_000);
        assertEquals(403, hook.send(address, "application/x-www-form-urlencoded", large, "signature").statusCode());
        String many = "x=1&".repeat(20_000) + "MessageSid=SMlarge&MessageStatus=sent";
        assertEquals(403, hook.send(address, "application/x-www-form-urlencoded", many, "signature").statusCode());
        assertNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMlarge"));
    }

    @Test
    void aSignedCallThatIsNoReportIsAcceptedAndForgotten() throws Exception {
        assertEquals(200, hook.post(address, hook.signed(Map.of("Something", "else"))));
    }

    @Test
    void aNumberThatTextsCannotReachIsMarked() throws Exception {
        hook.outside().twilio().webhooks().mode("OFF");
        String number = stage.data().mobile();
        Object messageId = send(number);
        reportUndelivered(messageId, "30006");
        assertEquals("30006", stage.now("SmsMessage", "errorCode", "messageId", messageId));
        assertEquals("UNUSABLE", stage.now("SmsConsent", "consentState", "organizationPartyId", organization, "contactNumber", number));
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT", "SMS_UNDELIVERED"), history(messageId));
    }

    @Test
    void aSuspendedAccountStopsItsOrganizationAndTellsTheAdministratorsOnceADay() throws Exception {
        hook.outside().twilio().webhooks().mode("OFF");
        GenericValue boss = stage.data().user("SMSBILLING_ADMIN");
        String stopped = stage.data().connectedOrganization("Suspended & Co", boss);
        email(boss.getString("partyId"), "boss@example.com");
        String hookAddress = hook.open(stopped, "status");
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(stopped, stage.data().customer("Unreached", number), "80.00");
        Object messageId = stage.call(boss, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1").get("messageId");
        becomes(messageId, "SENT");
        Map<String, String> report = Map.of("MessageSid", String.valueOf(stage.now("SmsMessage", "providerMessageId", "messageId", messageId)),
                "MessageStatus", "failed", "ErrorCode", "30002");
        assertEquals(200, hook.post(hookAddress, new HookStage.Signed(report, Signature.of(StageData.TWILIO_TOKEN, hookAddress, report))));
        becomes(messageId, "FAILED");
        assertEquals("N", stage.now("SmsOrganization", "connected", "organizationPartyId", stopped));
        for (int minute = 0; minute < 2; minute++) {
            stage.call(stage.data().system(), "warnOfSmsCaps");
        }
        List<GenericValue> mails = Expect.soon("the e-mail", () -> EntityQuery.use(hook.delegator()).from("CommunicationEvent").where("subject",
                "SMS of Suspended & Co: sending is stopped").queryList(), found -> !found.isEmpty());
        assertEquals(List.of("boss@example.com"), mails.stream().map(mail -> mail.getString("toString")).toList());
        assertEquals("<p>The carrier refused texts of Suspended &amp; Co: 30002. Nothing is sent until that is mended at the carrier and the "
                + "organization is connected again, under SMS Billing, Settings.</p>", mails.get(0).getString("content"));
    }

    private void email(String partyId, String address) throws Exception {
        String id = hook.delegator().getNextSeqId("ContactMech");
        hook.delegator().create("ContactMech", "contactMechId", id, "contactMechTypeId", "EMAIL_ADDRESS", "infoString", address);
        hook.delegator().create("PartyContactMech", "partyId", partyId, "contactMechId", id, "fromDate", Timestamp.valueOf("2020-01-01 00:00:00"));
    }

    @Test
    void aPhoneThatIsSwitchedOffGetsThreeMoreAttemptsAndNoMore() throws Exception {
        stage.clockToHour(10);
        hook.outside().twilio().webhooks().mode("OFF");
        String number = stage.data().mobile();
        Object messageId = send(number);
        for (int attempt = 1; attempt <= 3; attempt++) {
            reportUndelivered(messageId, "30003");
            Object former = messageId;
            messageId = stage.now("SmsMessageRepeat", "repeatMessageId", "messageId", former);
            assertNotNull(messageId, "attempt after " + attempt);
            assertEquals("QUEUED", stage.now("SmsMessage", "messageStatus", "messageId", messageId));
            stage.advanceClock(Duration.ofHours(1));
            stage.advanceClock(Duration.ofHours(2));
        }
        reportUndelivered(messageId, "30003");
        assertNull(stage.find("SmsMessageRepeat", "messageId", messageId));
        assertEquals(4, stage.outside().texts(number).size());
    }

    @Test
    void whatAnswersAtOnceIsNotTriedAgainLater() throws Exception {
        hook.outside().twilio().webhooks().mode("OFF");
        Instant now = SmsBilling.of(hook.delegator()).clock().instant();
        String number = stage.data().mobile();
        Object messageId = OwnTransaction.call(() -> new NewMessage(MessageType.ONE_TIME_CODE, organization, List.of(), null, null, null, number,
                "en_US", now, null, MessageContent.ofCode("123456")).queue(hook.delegator(), now));
        reportUndelivered(messageId, "30003");
        assertNull(stage.find("SmsMessageRepeat", "messageId", messageId));
    }

    private void reportUndelivered(Object messageId, String errorCode) throws Exception {
        becomes(messageId, "SENT");
        String sid = (String) stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        assertEquals(200, hook.post(address, hook.signed(Map.of("MessageSid", sid, "MessageStatus", "undelivered", "ErrorCode", errorCode))));
        becomes(messageId, "UNDELIVERED");
    }

    private Object send(String number) throws Exception {
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Hooked", number), "80.00");
        return stage.call(hook.administrator(), "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number,
                "occurrence", "1").get("messageId");
    }

    private void becomes(Object messageId, String status) throws Exception {
        Expect.soon("message to be " + status, () -> stage.now("SmsMessage", "messageStatus", "messageId", messageId), status::equals);
    }

    private List<String> history(Object messageId) throws Exception {
        return EntityQuery.use(hook.delegator()).from("SmsAuditEvent").where("messageId", messageId).orderBy("auditEventId").queryList().stream()
                .map(event -> event.getString("auditKind")).toList();
    }
}
