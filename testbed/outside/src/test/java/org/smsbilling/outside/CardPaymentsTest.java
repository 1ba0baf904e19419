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
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Card payments, by a client written from the gateway's documentation. */
class CardPaymentsTest {
    private static final String GOOD = "4788250000121443";

    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls gateway = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private JsonNode pay(String account, String amount, String orderId) {
        return gateway.put("/cardconnect/rest/auth", "{\"merchid\":\"800000009102\",\"account\":\"" + account + "\",\"expiry\":\"1228\",\"amount\":\""
                + amount + "\",\"currency\":\"USD\",\"orderid\":\"" + orderId + "\",\"name\":\"Anna\",\"ecomind\":\"E\",\"capture\":\"y\"}");
    }

    private JsonNode inquire(String orderId) {
        return gateway.get("/cardconnect/rest/inquireByOrderid/" + orderId + "/800000009102/1");
    }

    private JsonNode change(String service, String more) {
        return gateway.put("/cardconnect/rest/" + service, "{\"merchid\":\"800000009102\"," + more + "}");
    }

    private static void assertOutcome(String stat, String code, String text, JsonNode answer) {
        assertEquals(stat + " " + code + " " + text,
                answer.path("respstat").asText() + " " + answer.path("respcode").asText() + " " + answer.path("resptext").asText());
    }

    @Test
    void goodCardIsApprovedForTheWholeAmount() {
        JsonNode answer = pay(GOOD, "12.50", "P1");
        assertOutcome("A", "000", "Approval", answer);
        assertEquals("12.50", answer.path("amount").asText());
        assertEquals("47XXXXXXXXXX1443", answer.path("account").asText());
        assertTrue(answer.path("retref").asText().matches("\\d{12}"));
        assertTrue(answer.path("token").asText().matches("947\\d{9}1443"));
        assertEquals("Queued for Capture", inquire("P1").path("setlstat").asText());
    }

    @Test
    void amountWithoutAPointIsInCents() {
        assertEquals("12.50", pay(GOOD, "1250", "P1").path("amount").asText());
    }

    @ParameterizedTest
    @CsvSource({"4387751111111053,C,500,Decline", "4387751111111038,C,100,Do not honor", "4999006200620062,B,62,Timed out"})
    void testCardsHaveTheirOutcome(String card, String stat, String code, String text) {
        assertOutcome(stat, code, text, pay(card, "12.50", "P1"));
        assertEquals("Declined", inquire("P1").path("setlstat").asText());
        assertEquals("0", world.cardPointe().taken().toPlainString());
    }

    @Test
    void partialCardApprovesFiveOfSixOrMore() {
        JsonNode answer = pay("4387750101010101", "6.00", "P1");
        assertOutcome("A", "002", "Approve for partial amount", answer);
        assertEquals("5.00", answer.path("amount").asText());
        assertEquals("5.99", pay("4387750101010101", "5.99", "P2").path("amount").asText());
    }

    @Test
    void amountForcesACodeThatTheProcessorHas() {
        assertOutcome("C", "116", "Not sufficient funds", pay(GOOD, "1116.95", "P1"));
        assertOutcome("A", "000", "Approval", pay(GOOD, "1250.00", "P2"));
        world.cardPointe().amountsForceCodes(false);
        assertOutcome("A", "000", "Approval", pay(GOOD, "1116.95", "P3"));
    }

    @Test
    void sameOrderIdTwiceTakesTheMoneyTwice() {
        pay(GOOD, "10.00", "P1");
        pay(GOOD, "10.00", "P1");
        assertEquals("20.00", world.cardPointe().taken().toPlainString());
        assertEquals(2, world.cardPointe().transactions("P1").size());
    }

    @Test
    void orderIdsHaveAtMost19CharactersAndAreCaseSensitive() {
        assertOutcome("C", "34", "Invalid field", pay(GOOD, "10.00", "P2345678901234567890"));
        pay(GOOD, "10.00", "Pa1");
        assertOutcome("C", "29", "Txn not found", inquire("PA1"));
        assertOutcome("A", "000", "Approval", inquire("Pa1"));
    }

    @Test
    void orderIdThatLooksLikeACardNumberCannotBeInquired() {
        pay(GOOD, "10.00", "5454545454545454");
        assertOutcome("C", "29", "Txn not found", inquire("5454545454545454"));
    }

    @Test
    void expiredAndImpossibleCardsAreRefused() {
        assertOutcome("C", "11", "Invalid card", pay("4788250000121444", "10.00", "P1"));
        assertOutcome("C", "16", "Card expired", gateway.put("/cardconnect/rest/auth", "{\"merchid\":\"800000009102\",\"account\":\"" + GOOD
                + "\",\"expiry\":\"0226\",\"amount\":\"10.00\"}"));
    }

    @Test
    void voidGivesTheMoneyBackBeforeTheBatchCloses() {
        String reference = pay(GOOD, "10.00", "P1").path("retref").asText();
        JsonNode answer = change("void", "\"retref\":\"" + reference + "\"");
        assertOutcome("A", "00", "Approval", answer);
        assertEquals("REVERS", answer.path("authcode").asText());
        assertEquals("0.00", answer.path("amount").asText());
        assertEquals("Voided", inquire("P1").path("setlstat").asText());
        assertEquals("0", world.cardPointe().taken().toPlainString());
    }

    @Test
    void voidByOrderIdCanBeRepeatedAndKnowsOnlyWhatHappened() {
        assertOutcome("C", "29", "Txn not found", change("voidByOrderId", "\"orderid\":\"P1\""));
        pay(GOOD, "10.00", "P1");
        for (int i = 0; i < 3; i++) {
            assertOutcome("A", "00", "Approval", change("voidByOrderId", "\"orderid\":\"P1\""));
        }
    }

    @Test
    void settledPaymentIsRefundedInsteadOfVoided() {
        String reference = pay(GOOD, "10.00", "P1").path("retref").asText();
        assertOutcome("C", "28", "Txn not settled", change("refund", "\"retref\":\"" + reference + "\""));
        world.clock().advance("P1D");
        assertEquals("Accepted", inquire("P1").path("setlstat").asText());
        assertOutcome("C", "27", "Txn Batched", change("void", "\"retref\":\"" + reference + "\""));
        assertEquals("4.00", change("refund", "\"retref\":\"" + reference + "\",\"amount\":\"4.00\",\"orderid\":\"R1\"").path("amount").asText());
        assertOutcome("C", "43", "Invalid amount", change("refund", "\"retref\":\"" + reference + "\",\"amount\":\"6.01\",\"orderid\":\"R2\""));
        assertEquals("6.00", world.cardPointe().taken().toPlainString());
    }

    @Test
    void credentialsAreChecked() {
        assertEquals("CardConnect REST Servlet.", gateway.send("PUT", "/cardconnect/rest/", "{\"merchid\":\"800000009102\"}").body());
        assertEquals("true", gateway.get("/cardconnect/rest/inquireMerchant/800000009103").path("enabled").asText());
        assertEquals(401, gateway.send("GET", "/cardconnect/rest/inquireMerchant/800000009199", "").statusCode());
        gateway.credentials("testing:wrong");
        HttpResponse<String> refused = gateway.send("PUT", "/cardconnect/rest/auth", "{\"merchid\":\"800000009102\"}");
        assertEquals(401, refused.statusCode());
    }
}
