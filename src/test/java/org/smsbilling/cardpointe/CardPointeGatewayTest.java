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
package org.smsbilling.cardpointe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;

/** What goes over the wire, and what is made of what comes back or does not. */
class CardPointeGatewayTest {

    private static final MerchantAccount ACCOUNT = new MerchantAccount("fts-uat", "800000009102", "testing", "testing123");
    private static final ChargeRequest CARD = new ChargeRequest("SABC", "9478825443011443", "1230", MethodType.CARD, new BigDecimal("1000"), "USD",
            "Rosa \u00c1lvarez", "10001");

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile boolean silent;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization")
                    + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (silent) {
                await();
            }
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(task -> new Thread(task).start());
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void aCardSaleIsOneRequestWithTheseFields() throws IOException {
        answer = "{\"respstat\":\"A\",\"retref\":\"343005123105\",\"amount\":\"1000.00\",\"respcode\":\"00\",\"resptext\":\"Approval\"}";
        assertEquals(new ChargeResult.Approved("343005123105", new BigDecimal("1000.00"), "00", "Approval"), gateway().charge(ACCOUNT, CARD));
        assertEquals(1, requests.size());
        String[] parts = requests.get(0).split(" ", 5);
        assertEquals("PUT /cardconnect/rest/auth Basic dGVzdGluZzp0ZXN0aW5nMTIz", String.join(" ", parts[0], parts[1], parts[2], parts[3]));
        assertEquals(new ObjectMapper().readTree("{\"merchid\":\"800000009102\",\"orderid\":\"SABC\",\"account\":\"9478825443011443\","
                + "\"expiry\":\"1230\","
                + "\"amount\":\"1000.00\",\"currency\":\"USD\",\"name\":\"Rosa \u00c1lvarez\",\"postal\":\"10001\",\"ecomind\":\"E\","
                + "\"capture\":\"y\","
                + "\"receipt\":\"y\"}"), new ObjectMapper().readTree(parts[4]));
    }

    @Test
    void aBankAccountSaleNamesItsKindAndEntryCode() throws IOException {
        gateway().charge(ACCOUNT, new ChargeRequest("SABD", "9021000021456789", null, MethodType.SAVINGS, BigDecimal.ONE, "USD", "Rosa", ""));
        assertEquals(new ObjectMapper().readTree("{\"merchid\":\"800000009102\",\"orderid\":\"SABD\",\"account\":\"9021000021456789\","
                + "\"amount\":\"1.00\","
                + "\"currency\":\"USD\",\"name\":\"Rosa\",\"ecomind\":\"E\",\"capture\":\"y\",\"receipt\":\"y\",\"accttype\":\"ESAV\","
                + "\"achEntryCode\":\"WEB\"}"), new ObjectMapper().readTree(requests.get(0).split(" ", 5)[4]));
    }

    @Test
    void anErrorOfTheServerIsNoAnswerAndIsNotRepeated() {
        status = 500;
        assertEquals(new ChargeResult.NoAnswer("HTTP 500"), gateway().charge(ACCOUNT, CARD));
        assertEquals(1, requests.size());
    }

    @Test
    void whatIsNoJsonIsNoAnswer() {
        answer = "<html>Gateway</html>";
        assertEquals(new ChargeResult.NoAnswer("JsonParseException"), gateway().charge(ACCOUNT, CARD));
        answer = "";
        assertEquals("NoAnswer", gateway().charge(ACCOUNT, CARD).getClass().getSimpleName());
    }

    @Test
    void silenceIsNoAnswerAndIsNotRepeated() {
        silent = true;
        assertEquals(new ChargeResult.NoAnswer("HttpTimeoutException"), gateway(Duration.ofMillis(300)).charge(ACCOUNT, CARD));
        assertEquals(1, requests.size());
    }

    @Test
    void whenNobodyListensNothingWasCharged() {
        int port = server.getAddress().getPort();
        server.stop(0);
        ChargeResult result = new CardPointeGateway(Optional.of(URI.create("http://127.0.0.1:" + port))).charge(ACCOUNT, CARD);
        assertEquals(new ChargeResult.RetryLater("", "The gateway could not be reached"), result);
    }

    @Test
    void inquiryAndVoidNameTheOrder() {
        answer = "{\"respstat\":\"C\",\"respproc\":\"PPS\",\"respcode\":\"29\",\"resptext\":\"Txn not found\"}";
        assertEquals(new ChargeResult.NotFound(), gateway().inquire(ACCOUNT, "SABC"));
        assertTrue(requests.get(0).startsWith("GET /cardconnect/rest/inquireByOrderid/SABC/800000009102/1 Basic "));
        assertFalse(gateway().voidByOrderId(ACCOUNT, "SABC"));
        answer = "{\"authcode\":\"REVERS\",\"respstat\":\"A\"}";
        assertTrue(gateway().voidByOrderId(ACCOUNT, "SABC"));
        assertTrue(requests.get(2).startsWith("PUT /cardconnect/rest/voidByOrderId Basic "));
        assertTrue(requests.get(2).endsWith(" {\"merchid\":\"800000009102\",\"orderid\":\"SABC\"}"));
    }

    @Test
    void checkTellsWhatIsWrong() {
        answer = "{\"respstat\":\"C\",\"respproc\":\"PPS\",\"respcode\":\"29\",\"resptext\":\"Txn not found\"}";
        assertTrue(gateway().check(ACCOUNT).valid());
        answer = "{\"respstat\":\"C\",\"respproc\":\"PPS\",\"respcode\":\"34\",\"resptext\":\"Invalid merchant\"}";
        assertEquals("SmsBillingCardPointeAnswer", gateway().check(ACCOUNT).problem());
        assertEquals("Invalid merchant", gateway().check(ACCOUNT).values().get("text"));
        status = 401;
        assertEquals("SmsBillingCardPointeCredentials", gateway().check(ACCOUNT).problem());
        status = 200;
        answer = "<html>A parked domain</html>";
        assertEquals("SmsBillingCardPointeNotGateway", gateway().check(ACCOUNT).problem());
        assertEquals("SmsBillingCardPointeSite", gateway().check(new MerchantAccount("evil.example/", "1", "u", "p")).problem());
    }

    @Test
    void sitesAreHostLabelsOnly() {
        CardPointeGateway real = new CardPointeGateway(Optional.empty());
        assertEquals("fts-uat.cardconnect.com", real.tokenizer(ACCOUNT, MethodType.CARD).getHost());
        assertEquals("/itoke/ajax-tokenizer.html", real.tokenizer(ACCOUNT, MethodType.CARD).getPath());
        for (String site : new String[] {"evil.example/x?", "a@b", "", "-a", "a.b", "a:80"}) {
            assertThrows(IllegalArgumentException.class, () -> real.tokenizer(new MerchantAccount(site, "1", "u", "p"), MethodType.CARD), site);
        }
    }

    private CardPointeGateway gateway() {
        return gateway(Duration.ofSeconds(20));
    }

    private CardPointeGateway gateway(Duration timeout) {
        return new CardPointeGateway(Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())), timeout);
    }

    private void await() {
        try {
            assertTrue(end.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
