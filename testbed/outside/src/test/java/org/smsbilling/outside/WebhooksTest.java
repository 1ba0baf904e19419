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

import com.sun.net.httpserver.HttpServer;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.outside.twilio.Directory;
import org.smsbilling.outside.web.Forms;

/** Webhooks, checked by the validator of twilio-java, and what phones send in. */
class WebhooksTest {
    private record Hook(String path, Map<String, String> parameters, String signature) {
        String status() {
            return parameters.get("MessageStatus");
        }
    }

    private static final String ANNA = "+12125551234";
    private static final String SENDER = "+15005550006";

    private final OutsideWorld world = OutsideWorld.start(0);
    private final TwilioRestClient client = ExchangedAddress.client(world.baseUri(), Directory.ACCOUNT_A, "test-token-a");
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private volatile String answer = "";
    private HttpServer application;

    @BeforeEach
    void startApplication() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            hooks.add(new Hook(exchange.getRequestURI().toString(), Forms.parse(body), exchange.getRequestHeaders().getFirst("X-Twilio-Signature")));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        application.start();
    }

    @AfterEach
    void close() {
        world.close();
        application.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + application.getAddress().getPort() + path;
    }

    private Message send(String to) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(SENDER), "Hello").setStatusCallback(address("/status?a=1&b=2")).create(client);
    }

    private List<String> statuses(int count) {
        Soon.get(hooks::size, size -> size >= count);
        return hooks.stream().map(Hook::status).toList();
    }

    private void inboundHook() {
        new HttpCalls(world.baseUri()).post("/control/numbers", "{\"number\":\"" + SENDER + "\",\"smsUrl\":\"" + address("/inbound") + "\"}");
    }

    @Test
    void statusReportsAreSignedAndInOrder() {
        Message message = send(ANNA);
        assertEquals(List.of("sent", "delivered"), statuses(2));
        Hook hook = hooks.get(1);
        assertEquals(message.getSid(), hook.parameters().get("MessageSid"));
        RequestValidator validator = new RequestValidator("test-token-a");
        assertTrue(validator.validate(address(hook.path()), hook.parameters(), hook.signature()));
        assertFalse(new RequestValidator("test-token-b").validate(address(hook.path()), hook.parameters(), hook.signature()));
    }

    @Test
    void reportOfAFailureHasTheErrorCode() {
        send("+15005550011");
        assertEquals(List.of("sent", "undelivered"), statuses(2));
        assertEquals("30005", hooks.get(1).parameters().get("ErrorCode"));
    }

    @Test
    void reportsCanComeTwiceOrInTheWrongOrder() {
        world.twilio().webhooks().mode("REORDERED");
        send(ANNA);
        assertEquals(List.of("delivered", "sent"), statuses(2));
        hooks.clear();
        world.twilio().webhooks().mode("DUPLICATED");
        send(ANNA);
        assertEquals(4, statuses(4).size());
    }

    @Test
    void replyIsReportedWithItsExactText() {
        inboundHook();
        world.twilio().inbound().receive(ANNA, SENDER, " Who is  this? ñ & = + 😀 ");
        Soon.get(hooks::size, size -> size == 1);
        Hook hook = hooks.get(0);
        assertEquals(" Who is  this? ñ & = + 😀 ", hook.parameters().get("Body"));
        assertEquals(ANNA, hook.parameters().get("From"));
        assertEquals("received", hook.parameters().get("SmsStatus"));
        assertTrue(new RequestValidator("test-token-a").validate(address("/inbound"), hook.parameters(), hook.signature()));
    }

    @Test
    void answerOfTheApplicationIsTexted() {
        inboundHook();
        answer = "<?xml version=\"1.0\"?><Response><Message>Call us &amp; ask</Message></Response>";
        world.twilio().inbound().receive(ANNA, SENDER, "Who is this?");
        Soon.get(() -> world.twilio().messages().ofPhone(ANNA), all -> all.size() == 2);
        assertEquals("Call us & ask", world.twilio().messages().ofPhone(ANNA).get(0).body());
    }
}
