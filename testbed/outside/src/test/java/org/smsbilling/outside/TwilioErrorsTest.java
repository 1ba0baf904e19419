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
package org.smsbilling.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.outside.twilio.Directory;

/** Refusals and failures, as twilio-java reports them. */
class TwilioErrorsTest {
    private static final PhoneNumber SENDER = new PhoneNumber("+15005550006");

    private final OutsideWorld world = OutsideWorld.start(0);
    private final TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-a");

    @AfterEach
    void close() {
        world.close();
    }

    private ApiException refused(String to, String from, String body) {
        return assertThrows(ApiException.class, () -> Message.creator(new PhoneNumber(to), new PhoneNumber(from), body).create(client));
    }

    @ParameterizedTest
    @CsvSource({"+15005550001,21211", "+15005550002,21612", "+15005550003,21408", "+15005550004,21610", "+15005550008,21608",
            "+15005550009,21614", "12125551234,21211", "+1212,21211", "nobody,21211"})
    void receiverIsRefused(String to, int code) {
        ApiException refusal = refused(to, "+15005550006", "Hello");
        assertEquals(code, refusal.getCode());
        assertEquals(400, refusal.getStatusCode());
        assertEquals("https://www.twilio.com/docs/errors/" + code, refusal.getMoreInfo());
        assertEquals(0, world.twilio().messages().all().size());
    }

    @ParameterizedTest
    @CsvSource({"+15005550001,21212", "+15005550007,21606", "+15005550008,21611", "+442071838750,21606", "MyCompany,21612",
        "+12125551234,21266"})
    void senderIsRefused(String from, int code) {
        assertEquals(code, refused("+12125551234", from, "Hello").getCode());
    }

    @Test
    void bodyMustBeThereAndAtMost1600Characters() {
        assertEquals(21602, refused("+12125551234", "+15005550006", "").getCode());
        assertEquals(21617, refused("+12125551234", "+15005550006", "x".repeat(1601)).getCode());
        assertEquals(1600, Message.creator(new PhoneNumber("+12125551234"), SENDER, "x".repeat(1600)).create(client).getBody().length());
    }

    @Test
    void hostOfAStatusCallbackMustBeValid() {
        ApiException refusal = assertThrows(ApiException.class, () -> Message.creator(new PhoneNumber("+12125551234"), SENDER, "Hello")
                .setStatusCallback("https://my_host.example/status").create(client));
        assertEquals(21609, refusal.getCode());
    }

    @ParameterizedTest
    @CsvSource({"+15005550010,30003", "+15005550011,30005", "+15005550012,30006", "+15005550013,30007", "+15005550014,30008",
        "+15005550015,30004", "+15005550018,30034"})
    void messageIsSentButNotDelivered(String to, int code) {
        Message message = Message.creator(new PhoneNumber(to), SENDER, "Hello").create(client);
        Message end = Soon.get(() -> Message.fetcher(message.getSid()).fetch(client), now -> now.getStatus() == Message.Status.UNDELIVERED);
        assertEquals(code, end.getErrorCode());
    }

    @Test
    void messageFailsBeforeItIsSent() {
        Message message = Message.creator(new PhoneNumber("+15005550020"), SENDER, "Hello").create(client);
        Message end = Soon.get(() -> Message.fetcher(message.getSid()).fetch(client), now -> now.getStatus() == Message.Status.FAILED);
        assertEquals(30001, end.getErrorCode());
    }

    @Test
    void wrongTokenIsAnAuthenticationError() {
        TwilioRestClient wrong = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-b");
        ApiException refusal = assertThrows(ApiException.class, () -> Account.fetcher(Directory.ACCOUNT_A).fetch(wrong));
        assertEquals(20003, refusal.getCode());
        assertEquals(401, refusal.getStatusCode());
    }

    @Test
    void anotherAccountsMessagesAreOutOfReach() {
        TwilioRestClient other = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_B, "test-token-b");
        Message message = Message.creator(new PhoneNumber("+12125551234"), SENDER, "Hello").create(client);
        assertEquals(20404, assertThrows(ApiException.class, () -> Message.fetcher(message.getSid()).fetch(other)).getCode());
        assertEquals(20003, assertThrows(ApiException.class, () ->
                Message.fetcher(Directory.ACCOUNT_A, message.getSid()).fetch(other)).getCode());
    }
}
