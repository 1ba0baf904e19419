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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.TakenSms;

/** Looking for texts in Twilio's list. */
class TwilioSearchTest {
    private static final SmsAccount ACCOUNT = new SmsAccount(FakeTwilio.SID, "test-token-a", "+15005550006");
    private static final Instant SINCE = Instant.parse("2026-03-04T15:00:00Z");
    private static final String SECOND_PAGE = "/2010-04-01/Accounts/" + FakeTwilio.SID + "/Second.json";
    private final FakeTwilio twilio = new FakeTwilio();
    private final TwilioSmsProvider provider = new TwilioSmsProvider(Optional.of(twilio.base()), Clock.systemUTC(), Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    private Optional<List<TakenSms>> taken() {
        return provider.taken(ACCOUNT, "+12125550147", SINCE);
    }

    private static String message(String sid, String created, String direction) {
        return "{\"sid\":\"" + sid + "\",\"body\":\"Hello " + sid + "\",\"num_segments\":\"2\",\"direction\":\"" + direction
                + "\",\"status\":\"queued\",\"date_sent\":null,\"date_created\":\"Wed, 04 Mar 2026 " + created + " +0000\"}";
    }

    private static String page(String next, String... messages) {
        return "{\"messages\":[" + String.join(",", messages)
                + "],\"uri\":\"" + FakeTwilio.MESSAGES + "\",\"page_size\":100,\"next_page_uri\":" + next + "}";
    }

    @Test
    void textsThatWaitAtTwilioAreFoundOnAllPagesAndOlderOnesAreNot() {
        twilio.on(FakeTwilio.MESSAGES, 200, page("\"" + SECOND_PAGE + "\"", message("SM1", "16:00:00", "outbound-api"),
                message("SM2", "15:30:00", "inbound")));
        twilio.on(SECOND_PAGE, 200, page("null", message("SM3", "15:00:00", "outbound-api"), message("SM4", "14:59:59", "outbound-api")));
        assertEquals(Optional.of(List.of(new TakenSms("SM1", "Hello SM1", Instant.parse("2026-03-04T16:00:00Z"), 2),
                new TakenSms("SM3", "Hello SM3", SINCE, 2))), taken());
        assertTrue(twilio.asked().get(0).uri().getQuery().contains("To=+12125550147"), twilio.asked().get(0).uri().getQuery());
        assertFalse(twilio.asked().get(0).uri().getQuery().contains("DateSent"));
    }

    @Test
    void nothingThereIsAnAnswer() {
        twilio.on(FakeTwilio.MESSAGES, 200, page("null"));
        assertEquals(Optional.of(List.of()), taken());
    }

    @Test
    void anErrorOrHalfAListIsNoAnswer() {
        twilio.on(FakeTwilio.MESSAGES, 503, "");
        assertEquals(Optional.empty(), taken());
        twilio.on(FakeTwilio.MESSAGES, 200, page("\"" + SECOND_PAGE + "\"", message("SM1", "16:00:00", "outbound-api")));
        twilio.on(SECOND_PAGE, 500, "");
        assertEquals(Optional.empty(), taken());
        twilio.on(FakeTwilio.MESSAGES, 200, "{}");
        assertEquals(Optional.empty(), taken());
        twilio.dropping(FakeTwilio.MESSAGES);
        assertEquals(Optional.empty(), taken());
    }
}
