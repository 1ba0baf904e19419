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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose message is called next. */
class CallPumpTest {

    private static final String ONE = "+15005550006";
    private static final String OTHER = "+15005550007";

    private final BlockingQueue<ReadyMessage> called = new LinkedBlockingQueue<>();
    private final BlockingQueue<ReadyMessage> again = new LinkedBlockingQueue<>();
    private CallPump pump;
    private Thread thread;

    @BeforeEach
    void start() {
        pump = new CallPump(1, called::add, message -> !message.messageId().startsWith("stale"), again::addAll);
        thread = new Thread(() -> {
            try {
                pump.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @AfterEach
    void end() throws InterruptedException {
        pump.close();
        thread.join(5_000);
    }

    @Test
    void sendersTakeTurnsHoweverManyOneHas() throws Exception {
        offer(ONE, "a1", "a2", "a3", "a4");
        offer(OTHER, "b1", "b2");
        thread.start();
        List<String> order = new ArrayList<>();
        ReadyMessage message = called.poll(5, TimeUnit.SECONDS);
        for (int i = 0; i < 6; i++) {
            order.add(message.messageId());
            message = next(message);
        }
        assertEquals(List.of("a1", "b1", "a2", "b2", "a3", "a4"), order);
    }

    @Test
    void aMessageThatWaitedTooLongIsCheckedAgainAndKeepsNobodyWaiting() throws Exception {
        offer(ONE, "stale1", "stale2", "a1");
        offer(OTHER, "b1");
        thread.start();
        ReadyMessage first = called.poll(5, TimeUnit.SECONDS);
        assertEquals("stale1", again.poll(5, TimeUnit.SECONDS).messageId());
        assertEquals("stale2", again.poll(5, TimeUnit.SECONDS).messageId());
        assertEquals(2, pump.expected(), "they count as being prepared");
        assertEquals(List.of("a1", "b1"), List.of(first.messageId(), next(first).messageId()).stream().sorted().toList());
    }

    /** The pump's thread or the one whose call has ended takes it. */
    private ReadyMessage next(ReadyMessage ended) throws InterruptedException {
        ReadyMessage message = pump.ended(ended, false, true).orElse(null);
        return message != null ? message : called.poll(1, TimeUnit.SECONDS);
    }

    private void offer(String sender, String... ids) {
        List<ReadyMessage> messages = List.of(ids).stream().map(id -> ReadyMessages.of(id, "C", sender)).toList();
        Map<String, Integer> count = Map.of(messages.get(0).senderKey(), ids.length);
        pump.expect(count);
        pump.offer(messages, count);
    }
}
