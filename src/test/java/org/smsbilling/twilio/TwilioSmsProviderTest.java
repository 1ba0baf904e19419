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
package org.smsbilling.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;

/** Sending: one request, whatever happens, and what is known afterwards. */
class TwilioSmsProviderTest {
    private static final SmsAccount ACCOUNT = new SmsAccount(FakeTwilio.SID, "test-token-a", "+15005550006");
    private static final OutgoingSms SMS = sms(Duration.ofHours(1), null);
    private final FakeTwilio twilio = new FakeTwilio();
    private final TwilioSmsProvider provider = new TwilioSmsProvider(Optional.of(twilio.base()), Clock.systemUTC(), Duration.ofSeconds(2),
            Duration.ofMillis(500));

    private static OutgoingSms sms(Duration validity, URI callback) {
        return new OutgoingSms("+12125550147", "Zoë’s 100% + 😀 Pay here: https://pay.example.com/p/x?a=b&c", validity, callback);
    }

    private Map<String, String> onlyForm() {
        assertEquals(1, twilio.asked().size());
        return Arrays.stream(twilio.asked().get(0).body().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    @Test
    void anAcceptedMessageHasItsIdAndSegments() {
        twilio.on(FakeTwilio.MESSAGES, 201, "{\"sid\":\"SM1\",\"status\":\"queued\",\"num_segments\":\"2\",\"date_created\":"
                + "\"Wed, 04 Mar 2026 15:00:00 +0000\",\"something_new\":1}");
        URI callback = URI.create("https://pay.example.com/hook/x");
        assertEquals(new SendResult.Accepted("SM1", 2), provider.send(ACCOUNT, sms(Duration.ofHours(1), callback)));
        assertEquals(Map.of("To", "+12125550147", "From", "+15005550006", "Body", SMS.body(), "ValidityPeriod", "3600",
                "StatusCallback", "https://pay.example.com/hook/x"), onlyForm());
        assertEquals("Basic " + java.util.Base64.getEncoder().encodeToString((FakeTwilio.SID + ":test-token-a").getBytes(StandardCharsets.UTF_8)),
                twilio.asked().get(0).authorization());
    }

    @Test
    void aMessagingServiceSendsWithoutAFromNumber() {
        twilio.on(FakeTwilio.MESSAGES, 201, "{\"sid\":\"SM1\",\"status\":\"accepted\",\"num_segments\":\"0\"}");
        String service = "MG" + "b".repeat(32);
        assertEquals(new SendResult.Accepted("SM1", 0), provider.send(new SmsAccount(FakeTwilio.SID, "t", service), SMS));
        assertEquals(service, onlyForm().get("MessagingServiceSid"));
        assertFalse(onlyForm().containsKey("From"));
        assertFalse(onlyForm().containsKey("StatusCallback"));
    }

    @ParameterizedTest
    @CsvSource({"PT0S,1", "PT-5S,1", "PT90S,90", "PT10H,36000", "P3D,36000"})
    void validityStaysWithinWhatTwilioTakes(Duration validity, String seconds) {
        twilio.on(FakeTwilio.MESSAGES, 201, "{\"sid\":\"SM1\"}");
        provider.send(ACCOUNT, sms(validity, null));
        assertEquals(seconds, onlyForm().get("ValidityPeriod"));
    }

    @ParameterizedTest
    @CsvSource({"400,21211", "400,21610", "401,20003", "403,20008", "404,20404"})
    void aClearNoIsRefusedAfterOneRequest(int status, int code) {
        twilio.on(FakeTwilio.MESSAGES, status, "{\"code\":" + code + ",\"message\":\"The 'To' number +12125550147 is bad\"}");
        assertEquals(new SendResult.Refused(String.valueOf(code), "The 'To' number +1 ••• ••• 0147 is bad"), provider.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @Test
    void aNoWithoutACodeHasTheStatusAsItsCode() {
        twilio.on(FakeTwilio.MESSAGES, 403, "<html>proxy</html>");
        assertEquals(new SendResult.Refused("403", "HTTP status 403"), provider.send(ACCOUNT, SMS));
        twilio.on(FakeTwilio.MESSAGES, 401, "");
        assertEquals(new SendResult.Refused("20003", "HTTP status 401"), provider.send(ACCOUNT, SMS));
    }

    @ParameterizedTest
    @CsvSource({"429,20429", "400,20429"})
    void tooManyRequestsMeansLaterAfterOneRequest(int status, int code) {
        twilio.on(FakeTwilio.MESSAGES, status, "{\"code\":" + code + ",\"message\":\"Too many requests\"}");
        assertEquals(new SendResult.Later("20429", "Too many requests"), provider.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @Test
    void aLimitOfTheDayIsNotTriedAgainAtOnce() {
        twilio.on(FakeTwilio.MESSAGES, 429, "{\"code\":63038,\"message\":\"Account exceeded the 9 daily messages limit\"}");
        assertEquals(new SendResult.Later("63038", "Account exceeded the 9 daily messages limit", Duration.ofHours(2)),
                provider.send(ACCOUNT, SMS));
    }

    @ParameterizedTest
    @CsvSource({"30,30", "0,0", "86400,600", "soon,0", "'Wed, 21 Oct 2015 07:28:00 GMT',0"})
    void whatTwilioWantsToBeLeftAloneIsKept(String retryAfter, int seconds) {
        twilio.on(FakeTwilio.MESSAGES, 429, "{\"code\":20429,\"message\":\"Too many requests\"}").retryAfter(retryAfter);
        assertEquals(new SendResult.Later("20429", "Too many requests", Duration.ofSeconds(seconds)), provider.send(ACCOUNT, SMS));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 302, 408})
    void aServerErrorIsUnknownAfterOneRequest(int status) {
        twilio.on(FakeTwilio.MESSAGES, status, "{\"code\":20500,\"message\":\"Internal\"}");
        assertEquals(new SendResult.Unknown("HTTP status " + status), provider.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{}", "null", "", "{\"sid\":null}"})
    void aYesThatCannotBeReadIsUnknownAfterOneRequest(String body) {
        twilio.on(FakeTwilio.MESSAGES, 201, body);
        assertInstanceOf(SendResult.Unknown.class, provider.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @Test
    void noAnswerInTimeIsUnknownAfterOneRequest() {
        twilio.slowly(FakeTwilio.MESSAGES, 20_000);
        TwilioSmsProvider impatient = new TwilioSmsProvider(Optional.of(twilio.base()), Clock.systemUTC(), Duration.ofMillis(300),
                Duration.ofMillis(300));
        assertInstanceOf(SendResult.Unknown.class, impatient.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @Test
    void aConnectionThatIsDroppedAfterTheRequestIsUnknownAfterOneRequest() {
        twilio.dropping(FakeTwilio.MESSAGES);
        assertInstanceOf(SendResult.Unknown.class, provider.send(ACCOUNT, SMS));
        assertEquals(1, twilio.asked().size());
    }

    @Test
    void aConnectionThatWasNeverMadeMeansLater() {
        twilio.close();
        assertEquals(new SendResult.Later("NO_CONNECTION", "No connection to Twilio"), provider.send(ACCOUNT, SMS));
    }

    @Test
    void aMessageThatFailedAtOnceIsRefused() {
        twilio.on(FakeTwilio.MESSAGES, 201, "{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":30034,\"error_message\":\"Unregistered\"}");
        assertEquals(new SendResult.Refused("30034", "Unregistered"), provider.send(ACCOUNT, SMS));
    }

    @Test
    void aHundredAndFiftyCallsRunAtOnce() throws Exception {
        twilio.on(FakeTwilio.MESSAGES, 201, "{\"sid\":\"SM1\",\"num_segments\":\"1\"}");
        TwilioSmsProvider patient = new TwilioSmsProvider(Optional.of(twilio.base()), Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(150);
        try {
            List<Future<SendResult>> results = threads.invokeAll(IntStream.range(0, 450)
                    .mapToObj(i -> (java.util.concurrent.Callable<SendResult>) () -> patient.send(ACCOUNT, SMS)).toList());
            for (Future<SendResult> result : results) {
                assertEquals(new SendResult.Accepted("SM1", 1), result.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(450, twilio.asked().size());
    }

    @Test
    void nothingOfARequestIsKeptOrPrinted() {
        assertFalse(SMS.toString().contains("pay.example.com"));
        assertTrue(ACCOUNT.toString().contains(FakeTwilio.SID));
        assertFalse(ACCOUNT.toString().contains("test-token-a"));
    }
}
