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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.apache.ofbiz.base.util.Debug;
import org.smsbilling.provider.SendResult;

/**
 * Threads that write down the carrier's answers in batches. All answers about one customer go to the same thread in the order in which they came, so
 * that of two links for the same invoice the later one sees the earlier.
 */
final class ResultWriters {

    private static final String MODULE = ResultWriters.class.getName();
    private static final int WRITERS = 2;
    private static final int MOST_AT_ONCE = 500;
    private static final int ENOUGH = 150;
    private static final long POLL_MILLIS = 100;
    private static final long GATHER_MILLIS = 10;
    private static final long LONGEST_GATHERING = 100;
    private static final long RETRY_MILLIS = 1_000;

    private final Clock clock;
    private final UnaryOperator<List<CallResult>> recorder;
    private final BooleanSupplier moreComing;
    private final Consumer<CallResult> done;
    private final List<BlockingQueue<CallResult>> queues;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean complete;

    /**
     * @param recorder writes answers down, and gives back those that it could not
     * @param moreComing whether answers are worth waiting for a moment
     * @param done is told of each answer that was written down, or never will be
     */
    ResultWriters(Clock clock, UnaryOperator<List<CallResult>> recorder, BooleanSupplier moreComing, Consumer<CallResult> done) {
        this.clock = clock;
        this.recorder = recorder;
        this.moreComing = moreComing;
        this.done = done;
        this.queues = IntStream.range(0, WRITERS).<BlockingQueue<CallResult>>mapToObj(any -> new LinkedBlockingQueue<>()).toList();
    }

    void start() {
        for (BlockingQueue<CallResult> queue : queues) {
            Thread thread = new Thread(() -> write(queue), "smsbilling-results");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    void add(CallResult result) {
        OutboxMessage message = result.ready().message();
        String key = message.customerPartyId() == null ? message.messageId() : message.customerPartyId();
        queues.get(Math.floorMod(key.hashCode(), WRITERS)).add(result);
    }

    private void write(BlockingQueue<CallResult> results) {
        List<CallResult> left = new ArrayList<>();
        while (!complete || !results.isEmpty()) {
            try {
                CallResult first = results.poll(left.isEmpty() ? POLL_MILLIS : RETRY_MILLIS, TimeUnit.MILLISECONDS);
                List<CallResult> batch = new ArrayList<>(left);
                if (first != null) {
                    batch.add(first);
                    gather(results, batch);
                }
                left = batch.isEmpty() ? left : record(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void gather(BlockingQueue<CallResult> results, List<CallResult> batch) throws InterruptedException {
        results.drainTo(batch, MOST_AT_ONCE - 1);
        long waited = 0;
        while (batch.size() < ENOUGH && waited < LONGEST_GATHERING && moreComing.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
            waited += GATHER_MILLIS;
            results.drainTo(batch, MOST_AT_ONCE - batch.size());
        }
    }

    /** @return those that could not be written down now */
    private List<CallResult> record(List<CallResult> batch) {
        List<CallResult> left = new ArrayList<>(recorder.apply(batch));
        Instant now = clock.instant();
        for (CallResult result : batch) {
            boolean unwritten = left.contains(result);
            if (unwritten && result.ready().lease().over(now)) {
                left.remove(result);
                Debug.logError("The answer to message " + result.ready().messageId() + " could not be written down: " + providerId(result), MODULE);
            }
            if (!left.contains(result)) {
                done.accept(result);
            }
        }
        return left;
    }

    private static String providerId(CallResult result) {
        return result.result() instanceof SendResult.Accepted accepted ? "accepted as " + accepted.providerMessageId() : "not accepted";
    }

    /** No answer comes any more: writes what is left and ends. @param millis to wait for each thread */
    void close(long millis) throws InterruptedException {
        complete = true;
        for (Thread thread : threads) {
            thread.join(millis);
        }
    }
}
