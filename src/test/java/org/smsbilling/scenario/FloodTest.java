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

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.testbed.db.TestPostgres;

/** Many come to the public pages at once: each gets an answer, and the back office goes on working. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
final class FloodTest {

    private static final int AT_ONCE = 150;
    private static final int REQUESTS = 2_000;
    private static final int LOOKS = 20;
    /** The back office asks who comes to sign in. */
    private static final int LOGIN_PAGE = 401;

    private BesiegedWeb web;

    @BeforeAll
    void start(TestPostgres postgres) throws Exception {
        web = new BesiegedWeb(postgres);
        assertEquals(LOGIN_PAGE, visit("/smsbilling/control/main"), "the back office, and everything compiled");
    }

    @AfterAll
    void stop() {
        web.close();
    }

    @Test
    void theBackOfficeAnswersWhileLinksAndWebhooksAreFlooded() throws Exception {
        Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
        AtomicInteger left = new AtomicInteger(REQUESTS);
        ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE);
        for (int i = 0; i < AT_ONCE; i++) {
            String path = i % 3 == 0 ? "/pay/hook/status/nobody" : "/pay/control/p/" + web.token();
            visitors.execute(() -> {
                while (left.getAndDecrement() > 0) {
                    answers.computeIfAbsent(visit(path), any -> new AtomicInteger()).incrementAndGet();
                }
            });
        }
        for (int i = 0; i < LOOKS; i++) {
            assertEquals(LOGIN_PAGE, visit("/smsbilling/control/main"), "look " + i);
        }
        visitors.shutdown();
        assertTrue(visitors.awaitTermination(5, TimeUnit.MINUTES), "the flood ends");

        assertTrue(Set.of(200, 403, 503).containsAll(answers.keySet()), "answers " + new TreeMap<>(answers));
        assertTrue(answers.containsKey(200) && answers.containsKey(403), "some got in: " + new TreeMap<>(answers));
        assertEquals(200, visit("/pay/control/p/" + web.token()), "the link after the flood");
    }

    private int visit(String path) {
        try {
            return (path.contains("hook") ? web.send(path, "application/x-www-form-urlencoded", "MessageSid=SM1&MessageStatus=sent")
                    : web.get(path)).statusCode();
        } catch (Exception e) {
            return -1;
        }
    }
}
