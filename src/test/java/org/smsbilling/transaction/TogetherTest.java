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
package org.smsbilling.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        callers.shutdownNow();
        assertTrue(callers.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void whoIsAloneIsAnsweredAtOnce() throws Exception {
        Together<Integer, String> together = new Together<>(this::answers, number -> "alone " + number, 10, 1);
        assertEquals("7", together.ask(7));
        assertEquals("8", together.ask(8));
        assertEquals(List.of(List.of(7), List.of(8)), batches);
    }

    @Test
    void thoseWhoComeWhileOneWorksAreAnsweredTogetherByWorkThatBeginsAfterTheyCame() throws Exception {
        CountDownLatch firstWorks = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        Together<Integer, String> together = new Together<>(numbers -> {
            if (numbers.contains(0)) {
                firstWorks.countDown();
                await(othersWait);
            }
            return answers(numbers);
        }, number -> "alone " + number, 4, 1);
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> together.ask(0)));
        await(firstWorks);
        for (int number = 1; number <= 6; number++) {
            int mine = number;
            answers.add(callers.submit(() -> together.ask(mine)));
            awaitWaiting(together, number);
        }
        othersWait.countDown();
        for (int number = 0; number <= 6; number++) {
            assertEquals(String.valueOf(number), answers.get(number).get(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6)), batches, "at most four at once");
    }

    @Test
    void whenTheWorkForAllFailsEachDoesItsOwn() throws Exception {
        CountDownLatch firstWorks = new CountDownLatch(1);
        CountDownLatch othersWait = new CountDownLatch(1);
        Together<Integer, String> together = new Together<>(numbers -> {
            firstWorks.countDown();
            await(othersWait);
            throw new IllegalStateException("the database is away");
        }, number -> {
            if (number == 1) {
                throw new GenericEntityException("one bad question");
            }
            return "alone " + number;
        }, 10, 1);
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> together.ask(0)));
        await(firstWorks);
        answers.add(callers.submit(() -> together.ask(1)));
        awaitWaiting(together, 1);
        answers.add(callers.submit(() -> together.ask(2)));
        awaitWaiting(together, 2);
        othersWait.countDown();
        assertEquals("alone 0", answers.get(0).get(10, TimeUnit.SECONDS));
        assertEquals("alone 2", answers.get(2).get(10, TimeUnit.SECONDS));
        Exception refused = assertThrows(java.util.concurrent.ExecutionException.class, () -> answers.get(1).get(10, TimeUnit.SECONDS));
        assertEquals("one bad question", refused.getCause().getMessage());
    }

    private List<String> answers(List<Integer> numbers) {
        batches.add(numbers);
        return numbers.stream().map(String::valueOf).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitWaiting(Together<?, ?> together, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (together.waiting() < count) {
            assertTrue(System.nanoTime() < end);
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
