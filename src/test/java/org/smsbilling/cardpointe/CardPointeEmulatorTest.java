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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.MerchantAccount;

/** The gateway's client against the emulator, which was written from the vendor's documentation and knows nothing of the client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardPointeEmulatorTest {

    private static final MerchantAccount ACCOUNT = new MerchantAccount("fts-uat", "800000009102", "testing", "testing123");

    private OutsideWorld outside;
    private CardPointeGateway gateway;

    @BeforeAll
    void start() {
        outside = OutsideWorld.start(0);
        gateway = new CardPointeGateway(Optional.of(outside.baseUri()));
    }

    @AfterAll
    void stop() {
        outside.close();
    }

    @Test
    void aSaleIsFoundByItsOrderAndCanBeVoided() throws Exception {
        ChargeResult.Approved sale = assertInstanceOf(ChargeResult.Approved.class, charge("SAPPROVED", "4788250000121443", "12.34"));
        assertEquals(0, new BigDecimal("12.34").compareTo(sale.approvedAmount()));
        ChargeResult.Approved found = assertInstanceOf(ChargeResult.Approved.class, gateway.inquire(ACCOUNT, "SAPPROVED"));
        assertEquals(sale.reference(), found.reference());
        assertTrue(gateway.voidByOrderId(ACCOUNT, "SAPPROVED"));
        assertEquals(new ChargeResult.NotFound(), gateway.inquire(ACCOUNT, "SAPPROVED"));
    }

    @Test
    void otherOutcomesAreToldApart() throws Exception {
        assertInstanceOf(ChargeResult.Declined.class, charge("SDECLINED", "4387751111111053", "12.34"));
        assertInstanceOf(ChargeResult.NoAnswer.class, charge("STIMEDOUT", "4999006200620062", "12.34"));
        assertInstanceOf(ChargeResult.RetryLater.class, gateway.inquire(ACCOUNT, "STIMEDOUT"));
        ChargeResult.Approved part = assertInstanceOf(ChargeResult.Approved.class, charge("SPART", "4387750101010101", "12.34"));
        assertEquals(0, new BigDecimal("5.00").compareTo(part.approvedAmount()));
        assertEquals(new ChargeResult.NotFound(), gateway.inquire(ACCOUNT, "SNEVERMADE"));
    }

    @Test
    void credentialsAreChecked() {
        assertTrue(gateway.check(ACCOUNT).valid());
        assertEquals("SmsBillingCardPointeCredentials", gateway.check(new MerchantAccount("fts-uat", "800000009102", "testing", "no")).problem());
    }

    private ChargeResult charge(String orderId, String card, String amount) throws Exception {
        return gateway.charge(ACCOUNT, new ChargeRequest(orderId, token(card), "1231", MethodType.CARD, new BigDecimal(amount), "USD",
                "Rosa", "10001"));
    }

    private String token(String card) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(outside.baseUri() + "/cardsecure/api/v1/ccn/tokenize"))
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"" + card + "\"}")).build();
        String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new ObjectMapper().readTree(answer).path("token").asText();
    }
}
