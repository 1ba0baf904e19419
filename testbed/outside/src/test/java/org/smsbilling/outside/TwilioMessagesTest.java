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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.outside.twilio.Directory;

/** Messages through the real twilio-java. */
class TwilioMessagesTest {
    private static final PhoneNumber ANNA = new PhoneNumber("+12125551234");
    private static final PhoneNumber SENDER = new PhoneNumber("+15005550006");

    private final OutsideWorld world = OutsideWorld.start(0);
    private final TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-a");

    @AfterEach
    void close() {
        world.close();
    }

    private Message send(PhoneNumber to, String body) {
        return Message.creator(to, SENDER, body).create(client);
    }

    private Message delivered(Message message) {
        return Soon.get(() -> Message.fetcher(message.getSid()).fetch(client), found -> found.getStatus() == Message.Status.DELIVERED);
    }

    @Test
    void createdMessageIsQueuedAndHasNoPriceYet() {
        Message message = send(ANNA, "Hello");
        assertTrue(message.getSid().matches("SM[0-9a-f]{32}"), message.getSid());
        assertEquals(Message.Status.QUEUED, message.getStatus());
        assertEquals("Hello", message.getBody());
        assertEquals("1", message.getNumSegments());
        assertNull(message.getPrice());
        assertNull(message.getDateSent());
        assertEquals(ZonedDateTime.parse("2026-03-04T15:00Z").toLocalDate(), message.getDateCreated().toLocalDate());
    }

    @Test
    void messageIsDeliveredAndThenHasANegativePriceForEachSegment() {
        Message message = delivered(send(ANNA, "x".repeat(161)));
        assertEquals("2", message.getNumSegments());
        assertEquals("-0.0166", message.getPrice());
        assertEquals("USD", message.getPriceUnit().getCurrencyCode());
        assertEquals(Message.Direction.OUTBOUND_API, message.getDirection());
    }

    @Test
    void messageOfAMessagingServiceIsAcceptedFirstAndGetsItsSenderLater() {
        TwilioRestClient other = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_B, "test-token-b");
        Message message = Message.creator(new PhoneNumber("+447911123456"), Directory.SERVICE_B, "Hello").create(other);
        assertEquals(Message.Status.ACCEPTED, message.getStatus());
        assertEquals("0", message.getNumSegments());
        assertNull(message.getFrom());
        Message found = Soon.get(() -> Message.fetcher(message.getSid()).fetch(other), now -> now.getStatus() == Message.Status.DELIVERED);
        assertEquals("+442071838750", found.getFrom().toString());
        assertEquals("1", found.getNumSegments());
    }

    @Test
    void listFindsByReceiverAndDateNewestFirst() {
        send(ANNA, "first");
        send(new PhoneNumber("+13055550100"), "someone else's");
        world.clock().advance("P2D");
        Message second = send(ANNA, "second");
        List<String> all = new ArrayList<>();
        Message.reader().setTo(ANNA).read(client).forEach(message -> all.add(message.getBody()));
        assertEquals(List.of("second", "first"), all);
        List<String> late = new ArrayList<>();
        Message.reader().setTo(ANNA).setDateSentAfter(second.getDateCreated().minusHours(1)).read(client)
                .forEach(message -> late.add(message.getBody()));
        assertEquals(List.of("second"), late);
        List<String> early = new ArrayList<>();
        Message.reader().setTo(ANNA).setDateSentBefore(second.getDateCreated().minusHours(1)).read(client)
                .forEach(message -> early.add(message.getBody()));
        assertEquals(List.of("first"), early);
    }

    @Test
    void listIsReadInPages() {
        for (int i = 0; i < 5; i++) {
            send(ANNA, "number " + i);
        }
        List<String> all = new ArrayList<>();
        Message.reader().pageSize(2).read(client).forEach(message -> all.add(message.getBody()));
        assertEquals(List.of("number 4", "number 3", "number 2", "number 1", "number 0"), all);
        assertEquals(3, world.journal().count("GET", "*/Messages.json"));
    }

    @Test
    void deliveredMessageCanBeRedactedAndDeleted() {
        Message message = delivered(send(ANNA, "secret"));
        assertEquals("", Message.updater(message.getSid()).setBody("").update(client).getBody());
        assertTrue(Message.deleter(message.getSid()).delete(client));
        ApiException gone = assertThrows(ApiException.class, () -> Message.fetcher(message.getSid()).fetch(client));
        assertEquals(20404, gone.getCode());
        assertEquals(404, gone.getStatusCode());
    }

    @Test
    void queuedMessageExpiresWithItsValidityPeriod() {
        world.twilio().delivery().hold(true);
        Message message = Message.creator(ANNA, SENDER, "Hello").setValidityPeriod(600).create(client);
        world.clock().advance("PT11M");
        world.twilio().delivery().hold(false);
        Message failed = Soon.get(() -> Message.fetcher(message.getSid()).fetch(client), found -> found.getStatus() == Message.Status.FAILED);
        assertEquals(30036, failed.getErrorCode());
    }
}
