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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, and the frame that asks for them. */
class TokenizerTest {
    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls gateway = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private JsonNode tokenize(String request) {
        return gateway.post("/cardsecure/api/v1/ccn/tokenize", request);
    }

    private JsonNode pay(String token) {
        return gateway.put("/cardconnect/rest/auth", "{\"merchid\":\"800000009102\",\"account\":\"" + token + "\",\"amount\":\"10.00\"}");
    }

    @Test
    void sameCardHasTheSameTokenUnlessAskedOtherwise() {
        JsonNode first = tokenize("{\"account\":\"4788 2500 0012 1443\"}");
        assertEquals("No Error 0", first.path("message").asText() + " " + first.path("errorcode").asText());
        assertTrue(first.path("token").asText().matches("947\\d{9}1443"), first.toString());
        assertEquals(first, tokenize("{\"account\":\"4788250000121443\"}"));
        assertNotEquals(first, tokenize("{\"account\":\"4788250000121443\",\"unique\":\"true\"}"));
    }

    @ParameterizedTest
    @CsvSource({"4788250000121444,0054", "'',0014", "abc,0008", "123,0021", "12345/678,0021"})
    void badAccountHasAnErrorAndNoToken(String account, String code) {
        JsonNode answer = tokenize("{\"account\":\"" + account + "\"}");
        assertEquals(code, answer.path("errorcode").asText());
        assertEquals("", answer.path("token").asText());
    }

    @Test
    void expiryStaysWithTheTokenForTwoMinutesOrOneUse() {
        String card = "{\"account\":\"4788250000121443\",\"expiry\":\"1228\",\"cvv\":\"111\"}";
        String token = tokenize(card).path("token").asText();
        JsonNode paid = pay(token);
        assertEquals("Approval N", paid.path("resptext").asText() + " " + paid.path("cvvresp").asText());
        assertEquals("Non-numeric expiry", pay(token).path("resptext").asText());
        tokenize(card);
        world.clock().advance("PT2M1S");
        assertEquals("Non-numeric expiry", pay(token).path("resptext").asText());
    }

    @Test
    void frameAllowsNoForeignScriptAndCanBeFramed() {
        HttpResponse<String> page = gateway.send("GET", "/itoke/ajax-tokenizer.html?useexpiry=true&usecvv=true", "");
        assertEquals(200, page.statusCode());
        assertEquals("default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'",
                page.headers().firstValue("Content-Security-Policy").orElse(""));
        assertTrue(page.headers().firstValue("X-Frame-Options").isEmpty());
        assertTrue(page.body().contains("<label for=\"ccnumfield\""));
    }
}
