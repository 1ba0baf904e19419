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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.testbed.db.TestPostgres;

/** Somebody tries pay links over HTTP: all wrong ones look alike, and after thirty the network is turned away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
final class GuessingTokensTest {

    private static final int ALLOWED = 30;
    private static final int MEASURED = 12;

    private BesiegedWeb web;
    private String token;

    @BeforeAll
    void start(TestPostgres postgres) throws Exception {
        web = new BesiegedWeb(postgres);
        token = web.token();
    }

    @AfterAll
    void stop() {
        web.close();
    }

    @BeforeEach
    void forget() throws Exception {
        web.stage().advanceClock(Duration.ofMinutes(11));
    }

    @Test
    void allWrongLinksLookAlike() throws Exception {
        HttpResponse<String> wrong = get(guess());
        assertEquals(404, wrong.statusCode());
        for (String leak : List.of("Besieged", "555", "90.00", token)) {
            assertTrue(!wrong.body().contains(leak), "leaks " + leak);
        }
        for (String other : List.of(guess(), altered(token), token.substring(1), token + "A", "x", "%3Cscript%3E")) {
            HttpResponse<String> page = get(other);
            assertEquals(404, page.statusCode(), other);
            assertEquals(headers(wrong), headers(page), other);
            assertEquals(body(wrong), body(page), other);
        }
    }

    @Test
    void aGuessThatIsNearlyRightTakesAsLongAsAnyOther() throws Exception {
        List<Long> any = new ArrayList<>();
        List<Long> near = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            any.add(nanos(guess()));
            near.add(nanos(altered(token)));
        }
        long difference = Math.abs(median(any) - median(near));
        assertTrue(difference < Math.max(Duration.ofMillis(50).toNanos(), median(any)), "differ by " + difference + " ns");
    }

    @Test
    void afterThirtyGuessesTheNetworkIsTurnedAwayForTenMinutes() throws Exception {
        for (int i = 0; i < ALLOWED; i++) {
            assertEquals(404, get(guess()).statusCode());
        }
        isTurnedAway();
        web.stage().advanceClock(Duration.ofMinutes(11));
        assertEquals(200, get(token).statusCode(), "then the right link opens again");
    }

    @Test
    void askingForAPaymentsProgressIsAGuessAsWell() throws Exception {
        for (int i = 0; i < ALLOWED; i++) {
            web.post("progress", Map.of("token", guess()));
        }
        isTurnedAway();
    }

    @Test
    void payingIsAGuessAsWell() throws Exception {
        for (int i = 0; i < ALLOWED; i++) {
            web.post("start", Map.of("token", guess(), "methodType", "CARD", "accountToken", "9411111111111111",
                    "amount", "1.00", "authorized", "Y"));
        }
        isTurnedAway();
    }

    private void isTurnedAway() throws Exception {
        HttpResponse<String> right = get(token);
        HttpResponse<String> wrong = get(guess());
        assertEquals(429, right.statusCode());
        assertEquals(429, wrong.statusCode());
        assertEquals(body(wrong), body(right));
        assertEquals("600", right.headers().firstValue("Retry-After").orElse(""));
    }

    private static String guess() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String altered(String token) {
        return (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return web.get("/pay/control/p/" + path);
    }

    private long nanos(String guess) throws Exception {
        long start = System.nanoTime();
        get(guess);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Without its length, which is another where the address that was asked for is: see {@link #body}. */
    private static Map<String, List<String>> headers(HttpResponse<String> response) {
        Map<String, List<String>> headers = new HashMap<>(response.headers().map());
        headers.remove("date");
        headers.remove("content-length");
        headers.computeIfPresent("set-cookie", (name, cookies) -> cookies.stream().map(cookie -> cookie.replaceAll("=[0-9A-F]{32}", "=")).toList());
        return headers;
    }

    /** The page without the address by which it was asked for, which its links to other languages repeat. */
    private static String body(HttpResponse<String> response) {
        return response.body().replaceAll("/pay/control/p/[^?\"]*", "/pay/control/p/OWN");
    }
}
