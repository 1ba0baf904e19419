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
package org.smsbilling.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.smsbilling.clock.StoppedClock;
import org.smsbilling.provider.SendResult;

/** Answers of the carrier are written down each once, in the order of their customer, and not given up before their lease is over. */
class ResultWritersTest {

    private final StoppedClock clock = new StoppedClock(Instant.parse("2026-03-04T17:00:00Z"));
    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void eachAnswerIsWrittenOnceAndThoseOfACustomerByOneThreadInTheirOrder() throws Exception {
        Map<String, List<String>> threads = new ConcurrentHashMap<>();
        ResultWriters writers = writers(batch -> {
            batch.forEach(result -> threads.computeIfAbsent(customer(result), any -> new CopyOnWriteArrayList<>())
                    .add(String.valueOf(Thread.currentThread().getId())));
            return List.of();
        });
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            ids.add("M" + i);
            writers.add(answer("M" + i, "C" + i % 7));
        }
        writers.close(20_000);

        assertEquals(ids.stream().sorted().toList(), done.stream().sorted().toList());
        for (int customer = 0; customer < 7; customer++) {
            int number = customer;
            assertEquals(ids.stream().filter(id -> Integer.parseInt(id.substring(1)) % 7 == number).toList(), written.get("C" + customer));
            assertEquals(1, threads.get("C" + customer).stream().distinct().count());
        }
        assertEquals(2, threads.values().stream().flatMap(List::stream).distinct().count(), "writers at work");
    }

    @Test
    void whatCannotBeWrittenNowIsTriedAgainWhileItsLeaseLasts() throws Exception {
        List<String> refused = new CopyOnWriteArrayList<>();
        ResultWriters writers = writers(batch -> {
            List<CallResult> left = batch.stream().filter(result -> result.ready().messageId().equals("M1") && refused.isEmpty()).toList();
            left.forEach(result -> refused.add(result.ready().messageId()));
            return left;
        });
        writers.add(answer("M1", "C"));
        await(refused);
        assertEquals(List.of(), done);
        writers.add(answer("M2", "C"));
        writers.close(20_000);
        assertEquals(List.of("M1"), refused);
        assertEquals(List.of("M1", "M2"), done.stream().sorted().toList());
    }

    @Test
    void anAnswerThatCannotBeWrittenUntilItsLeaseIsOverIsLeftToWhoLooksForAbandonedOnes() throws Exception {
        ResultWriters writers = writers(batch -> batch);
        clock.set(Instant.parse("2026-03-04T17:02:00Z"));
        writers.add(answer("M1", "C"));
        writers.close(20_000);
        assertEquals(List.of("M1"), done);
        assertTrue(written.isEmpty());
    }

    private ResultWriters writers(UnaryOperator<List<CallResult>> recorder) {
        ResultWriters writers = new ResultWriters(clock, batch -> {
            List<CallResult> left = recorder.apply(List.copyOf(batch));
            batch.stream().filter(result -> !left.contains(result)).forEach(result -> written.computeIfAbsent(customer(result),
                    any -> new CopyOnWriteArrayList<>()).add(result.ready().messageId()));
            return left;
        }, () -> false, result -> done.add(result.ready().messageId()));
        writers.start();
        return writers;
    }

    private static void await(List<String> something) throws InterruptedException {
        for (int i = 0; something.isEmpty() && i < 2_000; i++) {
            Thread.sleep(5);
        }
        assertEquals(1, something.stream().collect(Collectors.toSet()).size());
    }

    private static String customer(CallResult result) {
        return result.ready().message().customerPartyId();
    }

    private static CallResult answer(String messageId, String customer) {
        return new CallResult(ReadyMessages.of(messageId, customer, "+15005550006"), new SendResult.Accepted("SM" + messageId, 1));
    }
}
