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
package org.smsbilling.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.paylink.PayToken;
import org.smsbilling.testbed.db.TestPostgres;

/** Somebody who has a link sends what no page of ours would send: nothing is charged, and every answer is one in words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
class HostilePayerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARKUP = "\"><script>alert(1)</script>";

    private BesiegedWeb web;

    @BeforeAll
    void start(TestPostgres postgres) throws Exception {
        web = new BesiegedWeb(postgres);
    }

    @AfterAll
    void stop() {
        web.close();
    }

    @BeforeEach
    void forget() throws Exception {
        web.stage().advanceClock(Duration.ofMinutes(11));
        web.stage().clockToHour(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-90.00", "0", "0.00", "NaN", "Infinity", "1e9", "1e999999999", "1e-999999999", "89.999", "90.001", "0x5A", "90,00", "",
        "90.00.00"})
    void noAmountButTheOneThatIsOpenIsCharged(String amount) throws Exception {
        JsonNode answer = json(web.post("start", order(Map.of("amount", amount))));
        assertFalse(answer.path("accepted").asBoolean(), answer.toString());
        assertEquals("AMOUNT_CHANGED", answer.path("reason").asText());
        nothingWasTried();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "90.001", "91", "99999999999999999999", "NaN"})
    void noLowerAmountIsTakenThatIsNone(String amount) throws Exception {
        allowParts("Y");
        JsonNode answer = json(web.post("start", order(Map.of("amount", amount, "dueAmount", "90.00"))));
        assertFalse(answer.path("accepted").asBoolean(), answer.toString());
        JsonNode quote = json(web.post("quote", Map.of("token", web.token(), "typedAmount", amount)));
        assertTrue(!quote.path("problem").asText().isEmpty() || quote.path("amount").isMissingNode(), quote.toString());
        allowParts("N");
        nothingWasTried();
    }

    @Test
    void anotherCustomersInvoiceIsNotPaidThroughALink() throws Exception {
        String number = web.stage().data().mobile();
        String foreign = web.attack().invoice(number, "90.00");
        JsonNode answer = json(web.post("start", order(Map.of("invoiceIds", foreign))));
        assertEquals("AMOUNT_CHANGED", answer.path("reason").asText());
        JsonNode quote = json(web.post("quote", Map.of("token", web.token(), "invoiceIds", foreign)));
        assertFalse(quote.toString().contains(foreign), quote.toString());
        nothingWasTried();
    }

    @Test
    void whatIsTypedIsNeverMarkup() throws Exception {
        for (String field : List.of("methodType", "accountToken", "accountExpiry", "payerName", "postalCode", "authorized", "localeString",
                "invoiceIds", "grant", "token")) {
            HttpResponse<String> answer = web.post("start", order(Map.of(field, MARKUP, "amount", "1.00")));
            assertEquals(200, answer.statusCode(), field);
            assertFalse(answer.body().contains("<script>"), field);
            assertTrue(json(answer).path("text").asText().length() > 10, field + ": " + answer.body());
            assertFalse(json(answer).path("text").asText().contains("less-than"), field + ": " + answer.body());
        }
        for (String field : List.of("lang", "grant", "localeString")) {
            HttpResponse<String> page = web.post("page", Map.of("token", web.token(), field, MARKUP));
            assertEquals(200, page.statusCode(), field);
            assertFalse(page.body().contains(MARKUP), field);
        }
        for (String request : List.of("receipt", "confirm", "fresh", "code")) {
            HttpResponse<String> page = web.post(request, Map.of("token", web.token(), "orderId", MARKUP, "answer", MARKUP, "lang", MARKUP));
            assertEquals(200, page.statusCode(), request);
            assertFalse(page.body().contains(MARKUP), request);
        }
        nothingWasTried();
    }

    @Test
    void aNameWithALessThanSignPays() throws Exception {
        String token = web.link(web.stage().data().mobile(), "12.00");
        JsonNode answer = json(web.post("start", order(Map.of("token", token, "amount", "12.00", "payerName", "Ann <3 \u00d8 & \"Co\"",
                "accountToken", web.stage().outside().accountToken(Paying.CARD)))));
        assertTrue(answer.path("accepted").asBoolean(), answer.toString());
        assertEquals("Ann <3 \u00d8 & \"Co\"", web.stage().now("SmsPaymentAttempt", "payerName", "attemptId", answer.path("attemptId").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml"})
    void anotherContentTypeCarriesNothing(String contentType) throws Exception {
        HttpResponse<String> answer = web.send("/pay/control/start", contentType, "{\"token\":\"" + web.token() + "\"}");
        assertTrue(answer.statusCode() < 500, String.valueOf(answer.statusCode()));
        assertFalse(answer.body().contains("Exception"), answer.body());
        nothingWasTried();
    }

    @Test
    void theFirstOfTwoFieldsOfOneNameCounts() throws Exception {
        HttpResponse<String> answer = web.send("/pay/control/start", "application/x-www-form-urlencoded", "token=" + web.token()
                + "&methodType=CARD&amount=1.00&amount=90.00&authorized=Y&accountToken=9411111111111111");
        assertEquals("AMOUNT_CHANGED", json(answer).path("reason").asText());
        nothingWasTried();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pay/control/p/../../smsbilling/control/main", "/pay/control/p/%2e%2e/start",
        "/pay/control/pdf/TOKEN/..%2F..%2Fetc%2Fpasswd",
        "/pay/control/pdf/TOKEN/10000", "/pay/control/p/TOKEN/more", "/pay/control/p/TOKEN;jsessionid=1", "/pay/control/main", "/pay/control/login",
        "/pay/control/findSmsOrganizations", "/pay/WEB-INF/controller.xml", "/pay/control/", "/pay/"})
    void noOtherPathShowsAnything(String path) throws Exception {
        HttpResponse<String> answer = web.get(path.replace("TOKEN", path.contains("TOKEN/more") || path.contains(";") ? web.token().substring(1)
                : web.token()));
        assertFalse(answer.body().contains("root:") || answer.body().contains("request-map") || answer.body().contains("Exception"), answer.body());
        assertTrue(answer.statusCode() != 500, path);
    }

    @Test
    void gettingChangesNothing() throws Exception {
        for (String request : List.of("start", "code", "confirm", "fresh", "receipt", "changePreferences", "progress", "quote")) {
            HttpResponse<String> answer = web.get("/pay/control/" + request + "?token=" + web.token()
                    + "&methodType=CARD&amount=90.00&authorized=Y&accountToken=9411111111111111");
            assertFalse(answer.body().contains("\"accepted\":true"), request);
        }
        nothingWasTried();
    }

    private void nothingWasTried() throws Exception {
        assertNull(web.stage().find("SmsPaymentAttempt", "linkId", linkId()));
    }

    private Object linkId() throws Exception {
        return web.stage().find("SmsPayLink", "tokenHash", PayToken.hash(web.token())).get("linkId");
    }

    private void allowParts(String allowed) throws Exception {
        var settings = web.stage().find("SmsOrganization", "organizationPartyId", web.attack().organization());
        settings.set("partialPaymentAllowed", allowed);
        settings.store();
    }

    private Map<String, String> order(Map<String, String> changes) {
        Map<String, String> order = new HashMap<>(Map.of("token", web.token(), "methodType", "CARD", "accountToken", "9411111111111111",
                "accountExpiry", "1230", "payerName", "Mallory", "postalCode", "10004", "amount", "90.00", "authorized", "Y",
                "localeString", "en"));
        order.putAll(changes);
        return order;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"), answer.body());
        return JSON.readTree(answer.body());
    }
}
