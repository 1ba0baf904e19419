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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.delivery.HookStage;
import org.smsbilling.outside.twilio.Signature;
import org.smsbilling.scenario.Expect;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StageData;

/** Customers' texts over HTTP, from the emulated carrier and from strangers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboundHookTest {

    private HookStage hook;
    private Stage stage;
    private String organization;
    private String address;

    @BeforeAll
    void start() throws Exception {
        hook = new HookStage("inbound");
        stage = hook.stage();
        organization = hook.organization();
        address = hook.address();
        stage.outside().post("/control/numbers", Map.of("number", StageData.TWILIO_SENDER, "smsUrl", address));
    }

    @AfterAll
    void stop() {
        hook.close();
    }

    @Test
    void aTextFromTheCarrierIsKeptAndAnsweredWithNothing() throws Exception {
        String number = stage.data().mobile();
        String sid = stage.outside().post("/control/inbound", Map.of("from", number, "to", StageData.TWILIO_SENDER, "body", "When is it due?"))
                .path("sid").asText();
        assertEquals("REPLY", handled(sid).getString("intent"));
        assertEquals("OPEN", stage.now("SmsConversation", "conversationState", "organizationPartyId", organization, "contactNumber", number));
        HttpResponse<String> answer = hook.call(address, hook.signed(text("SMnothing", number, "Thanks")));
        assertEquals("<Response/>", answer.body());
        assertEquals("text/xml;charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of(), stage.outside().texts(number));
    }

    @Test
    void whoCannotSignIsTurnedAwayAndLeavesNothing() throws Exception {
        Map<String, String> stop = text("SMforged", stage.data().mobile(), "STOP");
        assertEquals(403, hook.post(address, new HookStage.Signed(stop, Signature.of("another token", address, stop))));
        assertEquals(403, hook.post(address, new HookStage.Signed(stop, "")));
        assertEquals(403, hook.post(address, new HookStage.Signed(stop, "not base64 at all")));
        assertEquals(403, hook.post(address + "x", hook.signed(stop)));
        assertEquals(403, hook.post(address.replaceAll("[^/]+$", "unknown"), hook.signed(stop)));
        assertEquals(403, hook.post(address, new HookStage.Signed(text("SMforged", stop.get("From"), "START"), hook.signed(stop).signature())));
        String statusAddress = address.replace("/inbound/", "/status/");
        assertEquals(403, hook.post(address, new HookStage.Signed(stop, Signature.of(StageData.TWILIO_TOKEN, statusAddress, stop))));
        assertNull(stage.find("SmsInboundText", "providerMessageId", "SMforged"));
        assertNull(stage.find("SmsConsent", "contactNumber", stop.get("From")));
    }

    @Test
    void aTextThatIsHandedOnAgainAndAgainCountsOnce() throws Exception {
        HookStage.Signed stop = hook.signed(text("SMrepeated", stage.data().mobile(), "stop"));
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return hook.post(address, stop);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<Integer> call : calls) {
            assertEquals(200, call.join());
        }
        handled("SMrepeated");
        assertEquals(200, hook.post(address, stop));
        assertEquals(List.of("KEYWORD"), EntityQuery.use(hook.delegator()).from("SmsConsentRecord").where("organizationPartyId", organization,
                "contactNumber", stop.parameters().get("From")).queryList().stream().map(line -> line.getString("consentSource")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {" a+b <b> &amp; 100% \u20ac \ud83d\ude00 ", "<script>alert(1)</script>", "a & b", "${groovy:1}",
        "\u0634\u0643\u0631\u0627",
        "1\n2\r\n3", "'; DROP TABLE SMS_MESSAGE; --", ""})
    void aBodyIsTakenAsItCame(String body) throws Exception {
        String sid = "SMbody" + Integer.toHexString(body.hashCode());
        assertEquals(200, hook.post(address, hook.signed(text(sid, stage.data().mobile(), body))));
        assertEquals(body, handled(sid).getString("body"));
    }

    @Test
    void theLongestTextIsKeptWhole() throws Exception {
        String body = "\ud83d\ude00 <&> \u20ac ".repeat(200).substring(0, 1600);
        assertEquals(200, hook.post(address, hook.signed(text("SMlong", stage.data().mobile(), body))));
        assertEquals(body, handled("SMlong").getString("body"));
    }

    @Test
    void aPictureWithoutWordsReachesTheInbox() throws Exception {
        Map<String, String> picture = text("MMpicture", stage.data().mobile(), "");
        picture.remove("Body");
        picture.put("NumMedia", "2");
        picture.put("MediaUrl0", "https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME0");
        assertEquals(200, hook.post(address, hook.signed(picture)));
        assertEquals("REPLY", handled("MMpicture").getString("intent"));
        assertEquals(2L, handled("MMpicture").getLong("mediaCount"));
    }

    @Test
    void aCallThatIsNoTextIsAcceptedAndForgotten() throws Exception {
        assertEquals(200, hook.post(address, hook.signed(Map.of("Something", "else"))));
        Map<String, String> nobody = text("SMnobody", "", "STOP");
        assertEquals(200, hook.post(address, hook.signed(nobody)));
        assertNull(stage.find("SmsInboundText", "providerMessageId", "SMnobody"));
    }

    @Test
    void whatWasSaidLastCountsHoweverLateTheFirstIsLookedAt() throws Exception {
        String number = stage.data().mobile();
        kept("SMlate", number, "STOP", 0);
        kept("SMlater", number, "START", 1);
        for (String sid : List.of("SMlater", "SMlate")) {
            dueNow(sid);
            handled(sid);
        }
        assertEquals("OPTED_IN", stage.now("SmsConsent", "consentState", "organizationPartyId", organization, "contactNumber", number));
    }

    @Test
    void whatADeadProcessBeganIsDoneByTheNext() throws Exception {
        String number = stage.data().mobile();
        kept("SMbegun", number, "please stop texting me", 0);
        GenericValue text = stage.find("SmsInboundText", "providerMessageId", "SMbegun");
        text.set("attempts", 1L);
        text.set("nextDate", Timestamp.from(now().plus(Duration.ofMinutes(1))));
        text.store();
        stage.advanceClock(Duration.ofMinutes(2));
        assertEquals("OPT_OUT", handled("SMbegun").getString("intent"));
        assertEquals("OPTED_OUT", stage.now("SmsConsent", "consentState", "organizationPartyId", organization, "contactNumber", number));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "STOP, -, OPT_OUT, OPTED_OUT", "Stopall, -, OPT_OUT, OPTED_OUT", "START, -, OPT_IN, OPTED_IN", "HELP, -, HELP, -",
        "'Please stop texting me', -, OPT_OUT, OPTED_OUT",
        "ALTO, STOP, OPT_OUT, OPTED_OUT", "Banana, STOP, OPT_OUT, OPTED_OUT", "Hola, START, OPT_IN, OPTED_IN", "STOP, HELP, HELP, -",
        "'When is it due?', '<b>STOP', REPLY, -", "'When is it due?', NONE, REPLY, -"})
    void whatTheCarrierTookATextForCountsBeforeItsWords(String body, String optOutType, String intent, String consent) throws Exception {
        String number = stage.data().mobile();
        String sid = "SMword" + number.replace("+", "");
        Map<String, String> text = text(sid, number, body);
        text.put("MessagingServiceSid", "MG0123456789abcdef0123456789abcdef");
        if (optOutType != null) {
            text.put("OptOutType", optOutType);
        }
        assertEquals(200, hook.post(address, hook.signed(text)));
        assertEquals(intent, handled(sid).getString("intent"));
        GenericValue state = stage.find("SmsConsent", "organizationPartyId", organization, "contactNumber", number);
        assertEquals(consent, state == null ? null : state.getString("consentState"));
        assertEquals(0, stage.outside().texts(number).stream().filter(answer -> optOutType != null || !body.contains("texting")).count(),
                "the carrier answers its own words");
    }

    @Test
    void withoutACharsetAFormIsUtf8() throws Exception {
        HookStage.Signed text = hook.signed(text("SMcharset", stage.data().mobile(), "5 \u20ac \u00e9t\u00e9 \ud83d\ude00"));
        assertEquals(200, hook.send(address, "application/x-www-form-urlencoded", HookStage.form(text.parameters()), text.signature())
                .statusCode());
        assertEquals("5 \u20ac \u00e9t\u00e9 \ud83d\ude00", handled("SMcharset").getString("body"));
    }

    @Test
    void onlyAFormThatIsPostedIsATextAndWithinBounds() throws Exception {
        HookStage.Signed stop = hook.signed(text("SMother", stage.data().mobile(), "STOP"));
        String query = "?" + HookStage.form(stop.parameters());
        for (String method : List.of("GET", "PUT", "DELETE", "HEAD")) {
            int status = hook.request(method, address + query, stop.signature()).statusCode();
            assertEquals(true, status == 403 || status == 405 || status == 501, method + " " + status);
        }
        assertEquals(403, hook.send(address, "application/json", "{\"MessageSid\":\"SMother\"}", stop.signature()).statusCode());
        assertEquals(403, hook.send(address, "application/x-www-form-urlencoded", "Body=" + "x".repeat(3_000_000) + "&"
                + HookStage.form(stop.parameters()), stop.signature()).statusCode());
        assertNull(stage.find("SmsInboundText", "providerMessageId", "SMother"));
    }

    private static Map<String, String> text(String sid, String from, String body) {
        return new LinkedHashMap<>(Map.of("MessageSid", sid, "From", from, "To", StageData.TWILIO_SENDER, "Body", body, "NumMedia", "0",
                "AccountSid", StageData.TWILIO_SID));
    }

    private Instant now() {
        return stage.component().clock().instant();
    }

    /** A text that was kept but that nobody has looked at. */
    private void kept(String sid, String number, String body, int seconds) throws Exception {
        hook.delegator().create("SmsInboundText", "providerMessageId", sid, "organizationPartyId", organization, "contactNumber", number,
                "sender", StageData.TWILIO_SENDER, "body", body, "mediaCount", 0L, "attempts", 0L,
                "receivedDate", Timestamp.from(now().minusSeconds(60 - seconds)), "nextDate", Timestamp.from(now().plus(Duration.ofDays(1))));
    }

    private void dueNow(String sid) throws Exception {
        GenericValue text = stage.find("SmsInboundText", "providerMessageId", sid);
        text.set("nextDate", Timestamp.from(now()));
        text.store();
    }

    private GenericValue handled(String sid) throws Exception {
        return Expect.soon("text " + sid + " to be looked at", () -> stage.find("SmsInboundText", "providerMessageId", sid),
                text -> text != null && text.getTimestamp("handledDate") != null);
    }
}
