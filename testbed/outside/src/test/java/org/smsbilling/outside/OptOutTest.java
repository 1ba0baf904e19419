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
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.outside.twilio.Directory;

/** STOP, START and HELP at the carrier. */
class OptOutTest {
    private static final String ANNA = "+12125551234";
    private static final String SENDER = "+15005550006";

    private final OutsideWorld world = OutsideWorld.start(0);
    private final TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-a");

    @AfterEach
    void close() {
        world.close();
    }

    private Message send() {
        return Message.creator(new PhoneNumber(ANNA), new PhoneNumber(SENDER), "Hello").create(client);
    }

    private void reply(String text) {
        world.twilio().inbound().receive(ANNA, SENDER, text);
    }

    private String newestText() {
        return world.twilio().messages().ofPhone(ANNA).get(0).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop ", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
    void stopWordKeepsTheSenderFromTexting(String word) {
        reply(word);
        assertEquals("You have successfully been unsubscribed. You will not receive any more messages from this number."
                + " Reply START to resubscribe.", newestText());
        assertEquals(21610, assertThrows(ApiException.class, this::send).getCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"please stop texting me", "no mas", "STOP!", "stop it"})
    void freeTextIsNoStopWord(String text) {
        reply(text);
        assertEquals(Message.Status.QUEUED, send().getStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "yes", "UNSTOP"})
    void startUndoesStop(String word) {
        reply("STOP");
        reply(word);
        assertEquals(Message.Status.QUEUED, send().getStatus());
    }

    @Test
    void stopConcernsOneSenderOnly() {
        reply("STOP");
        TwilioRestClient other = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_B, "test-token-b");
        assertEquals(Message.Status.ACCEPTED, Message.creator(new PhoneNumber(ANNA), Directory.SERVICE_B, "Hello").create(other).getStatus());
        world.twilio().inbound().receive(ANNA, "+442071838750", "STOP");
        ApiException refusal = assertThrows(ApiException.class, () ->
                Message.creator(new PhoneNumber(ANNA), Directory.SERVICE_B, "Hello").create(other));
        assertEquals(21610, refusal.getCode());
    }

    @Test
    void helpIsAnsweredByTheCarrier() {
        reply("HELP");
        assertEquals("Reply STOP to unsubscribe. Msg&Data Rates May Apply.", newestText());
    }
}
