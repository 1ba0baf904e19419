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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.outside.twilio.Directory;

/** The pages for people. */
class HandsetTest {
    private static final String THREAD = "/handset/%2B12125551234/%2B15005550006";

    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls calls = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private void deliver(String body) {
        TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-a");
        String sid = Message.creator(new PhoneNumber("+12125551234"), new PhoneNumber("+15005550006"), body).create(client).getSid();
        Soon.get(() -> Message.fetcher(sid).fetch(client).getStatus(), status -> status == Message.Status.DELIVERED);
    }

    private String page(String path) {
        return calls.send("GET", path, "").body();
    }

    @Test
    void textsAppearInAThreadOfTheirNumber() {
        assertTrue(page("/handset").contains("No messages yet"));
        deliver("Rent is due");
        assertTrue(page("/handset").contains("(212) 555-1234"));
        assertTrue(page(THREAD).contains("Rent is due"));
        assertTrue(page(THREAD).contains("10:0"));
    }

    @Test
    void textIsEscapedAndItsLinkLeadsToThePayPage() {
        deliver("<script>alert(1)</script> Pay here: https://pay.example/p/abc?x=1&y=\"2\".");
        String page = page(THREAD);
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; Pay here: "));
        assertTrue(page.contains("<a href=\"https://pay.example/p/abc?x=1&amp;y=\""), page);
    }

    @Test
    void replyReachesTheCarrier() {
        deliver("Rent is due");
        assertEquals(303, calls.send("POST", THREAD, "body=STOP").statusCode());
        assertTrue(world.twilio().optOuts().contains("+15005550006", "+12125551234"));
        assertTrue(page(THREAD).contains("STOP"));
    }

    @Test
    void pageAsksOnlyForWhatChanged() {
        deliver("Rent is due");
        HttpResponse<String> part = calls.send("GET", THREAD + "?part&since=0", "");
        assertEquals(200, part.statusCode());
        assertFalse(part.body().contains("<html"));
        String version = part.headers().firstValue("X-Version").orElse("");
        assertEquals(204, calls.send("GET", THREAD + "?part&since=" + version, "").statusCode());
    }

    @Test
    void controlPanelMovesTheClockAndMakesTrouble() {
        assertTrue(page("/").contains("Wednesday, March 4, 2026"));
        assertEquals(303, calls.send("POST", "/panel/clock", "by=P60D").statusCode());
        assertTrue(page("/").contains("Sunday, May 3, 2026"));
        calls.send("POST", "/panel/faults", "trouble=gateway-declines");
        assertTrue(page("/").contains("DECLINE"));
        calls.send("POST", "/panel/faults", "trouble=none");
        assertTrue(page("/").contains("Everything works."));
    }
}
