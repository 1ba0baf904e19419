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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bank account payments: settlement and returns as the clock goes on. */
class BankPaymentsTest {
    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls gateway = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private String token(String account) {
        return gateway.post("/cardsecure/api/v1/ccn/tokenize", "{\"account\":\"" + account + "\"}").path("token").asText();
    }

    private JsonNode pay(String account, String currency, String orderId) {
        return gateway.put("/cardconnect/rest/auth", "{\"merchid\":\"800000009102\",\"account\":\"" + token(account) + "\",\"accttype\":\"ECHK\","
                + "\"amount\":\"75.00\",\"currency\":\"" + currency + "\",\"orderid\":\"" + orderId
                + "\",\"ecomind\":\"E\",\"achEntryCode\":\"WEB\",\"capture\":\"y\"}");
    }

    private String status(String orderId) {
        return gateway.get("/cardconnect/rest/inquireByOrderid/" + orderId + "/800000009102/1").path("setlstat").asText();
    }

    private JsonNode funding(String date) {
        return gateway.get("/cardconnect/rest/funding?merchid=800000009102&date=" + date).path("txns");
    }

    @Test
    void approvalIsNotMoneyYet() {
        JsonNode answer = pay("021000021/123456789", "USD", "B1");
        assertEquals("A 00 Success PSTR", answer.path("respstat").asText() + " " + answer.path("respcode").asText() + " "
                + answer.path("resptext").asText() + " " + answer.path("respproc").asText());
        assertEquals("Queued for Capture", status("B1"));
        assertEquals("Null batches", gateway.send("GET", "/cardconnect/rest/settlestat?merchid=800000009102&date=0304", "").body());
        world.clock().advance("PT13H");
        assertEquals("Accepted", status("B1"));
        JsonNode batch = gateway.get("/cardconnect/rest/settlestat?merchid=800000009102&date=0304").get(0);
        assertEquals("75.00", batch.path("chargetotal").asText());
        assertEquals("Y", batch.path("txns").get(0).path("setlstat").asText());
        assertEquals(0, funding("0306").size());
        world.clock().advance("P2D");
        JsonNode row = funding("0306").get(0);
        assertEquals("B1 75.00 Processed", row.path("invoicenumber").asText() + " " + row.path("amount").asText() + " "
                + row.path("status").asText());
        assertTrue(row.path("achreturncode").isMissingNode());
    }

    @Test
    void accountEndingIn9901IsReturnedAfterThreeBusinessDays() {
        pay("021000021/1234569901", "USD", "B1");
        world.clock().advance("P4D");
        assertEquals("Accepted", status("B1"));
        world.clock().advance("P1D");
        assertEquals("Rejected", status("B1"));
        JsonNode row = funding("0309").get(0);
        assertEquals("R01 Processed", row.path("achreturncode").asText() + " " + row.path("status").asText());
    }

    @Test
    void returnIsMadeOnDemand() {
        pay("021000021/123456789", "USD", "B1");
        world.clock().advance("P10D");
        assertEquals("Accepted", status("B1"));
        gateway.post("/control/ach-return", "{\"reference\":\"B1\",\"code\":\"R10\"}");
        assertEquals("Rejected", status("B1"));
        assertEquals("R10", funding("0314").get(0).path("achreturncode").asText());
    }

    @Test
    void onlyDollarsAreTaken() {
        assertEquals("Wrong currency for merch", pay("021000021/123456789", "EUR", "B1").path("resptext").asText());
    }
}
