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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults on demand, and the journal. */
class FaultsTest {
    private static final String AUTH = "/cardconnect/rest/auth";

    private final OutsideWorld world = OutsideWorld.start(0);
    private final HttpCalls calls = new HttpCalls(world.baseUri());

    @AfterEach
    void close() {
        world.close();
    }

    private void fault(String fields) {
        assertEquals(1, calls.post("/control/faults", "{" + fields + "}").path("faults").size());
    }

    private HttpResponse<String> pay(String orderId) {
        return calls.send("PUT", AUTH, "{\"merchid\":\"800000009102\",\"account\":\"4788250000121443\",\"expiry\":\"1228\",\"amount\":\"8.00\","
                + "\"orderid\":\"" + orderId + "\",\"capture\":\"y\"}");
    }

    private String outcome(String orderId) {
        return calls.get("/cardconnect/rest/inquireByOrderid/" + orderId + "/800000009102/1").path("resptext").asText();
    }

    @Test
    void connectionDroppedBeforeLeavesNoTrace() {
        fault("\"path\":\"*/auth\",\"kind\":\"DROP_BEFORE\",\"times\":1");
        assertThrows(UncheckedIOException.class, () -> pay("P1"));
        assertEquals("Txn not found", outcome("P1"));
        assertEquals(200, pay("P1").statusCode());
    }

    @Test
    void connectionDroppedAfterHasTakenTheMoney() {
        fault("\"path\":\"*/auth\",\"kind\":\"DROP_AFTER\",\"times\":1");
        assertThrows(UncheckedIOException.class, () -> pay("P1"));
        assertEquals("Approval", outcome("P1"));
        assertEquals("8.00", world.cardPointe().taken().toPlainString());
        assertEquals(1, world.journal().count("PUT", AUTH));
    }

    @Test
    void errorStatusIsAnsweredWithOrWithoutProcessing() {
        fault("\"path\":\"*/auth\",\"kind\":\"STATUS\",\"status\":503,\"times\":1");
        assertEquals(503, pay("P1").statusCode());
        assertEquals("Txn not found", outcome("P1"));
        fault("\"path\":\"*/auth\",\"kind\":\"STATUS_AFTER\",\"status\":500,\"times\":1");
        assertEquals(500, pay("P2").statusCode());
        assertEquals("Approval", outcome("P2"));
    }

    @Test
    void carrierAnswersTooManyRequestsInItsOwnWords() {
        fault("\"path\":\"/2010-04-01/*\",\"kind\":\"STATUS\",\"status\":429");
        JsonNode answer = calls.post("/2010-04-01/Accounts/AC/Messages.json", "");
        assertEquals("20429 429", answer.path("code").asText() + " " + answer.path("status").asText());
    }

    @Test
    void declineAndPartAreForced() {
        fault("\"path\":\"*/auth\",\"kind\":\"DECLINE\",\"times\":1");
        assertTrue(pay("P1").body().contains("\"respstat\":\"C\""));
        fault("\"path\":\"*/auth\",\"kind\":\"PARTIAL\",\"times\":1");
        assertTrue(pay("P2").body().contains("\"amount\":\"5.00\""));
        assertTrue(pay("P3").body().contains("\"amount\":\"8.00\""));
    }

    @Test
    void requestCanBeProcessedAfterAnInquiryFoundNothing() {
        fault("\"path\":\"*/auth\",\"processAfterMillis\":600,\"times\":1");
        CompletableFuture<Integer> late = CompletableFuture.supplyAsync(() -> pay("P1").statusCode());
        Soon.get(() -> world.journal().count("PUT", AUTH), count -> count == 1);
        assertEquals("Txn not found", outcome("P1"));
        assertEquals(200, late.join());
        assertEquals("Approval", outcome("P1"));
    }

    @Test
    void probabilityIsRepeatable() {
        List<Integer> first = statusesWithSeed(7);
        calls.post("/control/reset", "{}");
        assertEquals(first, statusesWithSeed(7));
        assertTrue(first.contains(200) && first.contains(503), first.toString());
    }

    private List<Integer> statusesWithSeed(int seed) {
        fault("\"path\":\"*/auth\",\"kind\":\"STATUS\",\"status\":503,\"probability\":0.5,\"seed\":" + seed);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(pay("P" + i).statusCode());
        }
        return statuses;
    }

    @Test
    void faultConcernsOnlyWhatItNames() {
        fault("\"path\":\"*/auth\",\"method\":\"PUT\",\"bodyContains\":\"PX\",\"kind\":\"STATUS\",\"status\":503");
        assertEquals(200, pay("P1").statusCode());
        assertEquals(503, pay("PX").statusCode());
        calls.send("DELETE", "/control/faults", "");
        assertEquals(200, pay("PX").statusCode());
    }

    @Test
    void unknownKindIsExplained() {
        HttpResponse<String> answer = calls.send("POST", "/control/faults", "{\"kind\":\"BANG\"}");
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("DROP_BEFORE"), answer.body());
    }

    @Test
    void manySlowAnswersAreUnderWayAtOnce() {
        fault("\"path\":\"*/auth\",\"delayMillis\":1000");
        long start = System.nanoTime();
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(150);
        for (int i = 0; i < 150; i++) {
            String orderId = "P" + i;
            all.add(CompletableFuture.supplyAsync(() -> pay(orderId).statusCode(), threads));
        }
        assertTrue(all.stream().allMatch(each -> each.join() == 200));
        threads.shutdown();
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 15_000, "one after the other they would take 150 s, 64 at a time 3 s; took " + millis + " ms");
        assertEquals(150, world.journal().count("PUT", AUTH));
    }

    @Test
    void journalCountsByMethodAndPath() {
        pay("P1");
        outcome("P1");
        JsonNode report = calls.get("/control/requests?path=*/auth");
        assertEquals(1, report.path("total").asInt());
        assertEquals(1, report.path("counts").path("PUT " + AUTH).asInt());
        assertEquals("200", report.path("requests").get(0).path("answered").asText());
        assertEquals(2, calls.get("/control/requests").path("total").asInt());
    }
}
