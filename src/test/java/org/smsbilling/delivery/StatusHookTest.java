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

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.OutsideProperties;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.outside.twilio.Signature;
import org.smsbilling.scenario.Expect;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StageData;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.web.WebHost;

/** Status reports over HTTP, from the emulated carrier and from strangers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusHookTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private OutsideWorld outside;
    private Testbed testbed;
    private WebHost web;
    private Stage stage;
    private GenericValue administrator;
    private String organization;
    private String address;

    @BeforeAll
    void start() throws Exception {
        outside = OutsideWorld.start(0);
        OutsideProperties.pointAt(outside.baseUri());
        testbed = Testbed.start(TestbedConfig.inMemory("hooks", outside.clock(), Path.of("../..").toAbsolutePath().normalize()));
        web = WebHost.start(testbed, 0);
        stage = new Stage(testbed.dispatcher(), outside.baseUri());
        stage.clockToHour(10);
        administrator = stage.data().user("SMSBILLING_ADMIN");
        organization = stage.data().connectedOrganization("Hook Ltd", administrator);
        String base = web.baseUri().toString().replaceAll("/$", "");
        GenericValue row = stage.find("SmsOrganization", "organizationPartyId", organization);
        row.set("publicBaseUrl", base);
        row.store();
        address = base + "/pay/hook/status/" + row.getString("hookToken");
    }

    @AfterAll
    void stop() {
        if (web != null) {
            web.close();
        }
        if (testbed != null) {
            testbed.close();
        }
        outside.close();
        OutsideProperties.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "DUPLICATED", "REORDERED"})
    void aDeliveredTextIsDeliveredOnceHoweverItsReportsTravel(String mode) throws Exception {
        outside.twilio().webhooks().mode(mode);
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "DELIVERED");
        Object sid = stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        for (String status : List.of("sent", "delivered")) {
            Expect.soon(status + " to be looked at", () -> stage.now("SmsWebhookReceipt", "handledDate", "providerMessageId", sid,
                    "providerStatus", status), handled -> handled != null);
        }
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT", "SMS_DELIVERED"), history(messageId));
        assertEquals(2L, EntityQuery.use(testbed.delegator()).from("SmsWebhookReceipt").where("providerMessageId", sid).queryCount());
    }

    @Test
    void withoutReportsATextStaysSent() throws Exception {
        outside.twilio().webhooks().mode("OFF");
        Object messageId = send(stage.data().mobile());
        becomes(messageId, "SENT");
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT"), history(messageId));
    }

    @Test
    void aReportThatOvertakesOurOwnRecordCountsLater() throws Exception {
        assertEquals(200, post(address, signed(Map.of("MessageSid", "SMovertaking", "MessageStatus", "delivered"))));
        outside.twilio().webhooks().mode("OFF");
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
        assertEquals(403, post(address, new Signed(report, Signature.of("another token", address, report))));
        assertEquals(403, post(address, new Signed(report, "")));
        assertEquals(403, post(address, new Signed(report, "not base64 at all")));
        assertEquals(403, post(address + "x", signed(report)));
        Map<String, String> changed = Map.of("MessageSid", "SMforged", "MessageStatus", "undelivered");
        assertEquals(403, post(address, new Signed(changed, signed(report).signature())));
        assertNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMforged"));
    }

    @Test
    void parametersAreTakenAsTheyCame() throws Exception {
        Map<String, String> report = Map.of("MessageSid", "SMstrange", "MessageStatus", "sent", "Body", " a+b <b> &amp; 100% \u20ac \ud83d\ude00 ",
                "Empty", "");
        assertEquals(200, post(address, signed(report)));
        assertNotNull(stage.find("SmsWebhookReceipt", "providerMessageId", "SMstrange"));
    }

    @Test
    void aSignedCallThatIsNoReportIsAcceptedAndForgotten() throws Exception {
        assertEquals(200, post(address, signed(Map.of("Something", "else"))));
    }

    @Test
    void aNumberThatTextsCannotReachIsMarked() throws Exception {
        outside.twilio().webhooks().mode("OFF");
        String number = stage.data().mobile();
        Object messageId = send(number);
        reportUndelivered(messageId, "30006");
        assertEquals("30006", stage.now("SmsMessage", "errorCode", "messageId", messageId));
        assertEquals("UNUSABLE", stage.now("SmsConsent", "consentState", "organizationPartyId", organization, "contactNumber", number));
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT", "SMS_UNDELIVERED"), history(messageId));
    }

    @Test
    void aPhoneThatIsSwitchedOffGetsThreeMoreAttemptsAndNoMore() throws Exception {
        outside.twilio().webhooks().mode("OFF");
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
            stage.clockToHour(10);
        }
        reportUndelivered(messageId, "30003");
        assertNull(stage.find("SmsMessageRepeat", "messageId", messageId));
        assertEquals(4, stage.outside().texts(number).size());
    }

    private record Signed(Map<String, String> parameters, String signature) { }

    private Signed signed(Map<String, String> parameters) {
        return new Signed(parameters, Signature.of(StageData.TWILIO_TOKEN, address, parameters));
    }

    private int post(String to, Signed call) throws Exception {
        String form = call.parameters().entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return client.send(HttpRequest.newBuilder(URI.create(to)).header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", call.signature()).POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void reportUndelivered(Object messageId, String errorCode) throws Exception {
        becomes(messageId, "SENT");
        String sid = (String) stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        assertEquals(200, post(address, signed(Map.of("MessageSid", sid, "MessageStatus", "undelivered", "ErrorCode", errorCode))));
        becomes(messageId, "UNDELIVERED");
    }

    private Object send(String number) throws Exception {
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Hooked", number), "80.00");
        return stage.call(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1").get("messageId");
    }

    private void becomes(Object messageId, String status) throws Exception {
        Expect.soon("message to be " + status, () -> stage.now("SmsMessage", "messageStatus", "messageId", messageId), status::equals);
    }

    private List<String> history(Object messageId) throws Exception {
        return EntityQuery.use(testbed.delegator()).from("SmsAuditEvent").where("messageId", messageId).orderBy("auditEventId").queryList().stream()
                .map(event -> event.getString("auditKind")).toList();
    }
}
