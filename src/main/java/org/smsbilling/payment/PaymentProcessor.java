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
package org.smsbilling.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.provider.PaymentGateway;

/** Takes payment attempts to the gateway and posts what was approved, on threads of its own. What it misses, its poll finds in the database. */
public final class PaymentProcessor implements AutoCloseable {

    private static final String MODULE = PaymentProcessor.class.getName();
    private static final int THREADS = 16;
    private static final int WAITING = 1000;
    private static final int BATCH = 100;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(50);

    private final Delegator delegator;
    private final Clock clock;
    private final AttemptWork work;
    private volatile Failpoint observer;
    private final ConcurrentMap<String, CountDownLatch> underWay = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
            task -> thread(task, "smsbilling-payment"));
    private final ScheduledExecutorService poller = new ScheduledThreadPoolExecutor(1, task -> thread(task, "smsbilling-payment-poll"));

    public PaymentProcessor(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this(delegator, clock, gateway, Failpoint.NONE);
    }

    /** @param failpoint told about the dangerous places, for tests */
    public PaymentProcessor(Delegator delegator, Clock clock, PaymentGateway gateway, Failpoint failpoint) {
        this.delegator = delegator;
        this.clock = clock;
        this.observer = failpoint;
        this.work = new AttemptWork(delegator, clock, gateway, (place, attemptId) -> observer.reached(place, attemptId),
                UUID.randomUUID().toString());
        workers.allowCoreThreadTimeOut(true);
    }

    /** Tells another one about the dangerous places from now on, for tests that stop the process there. */
    public void observe(Failpoint failpoint) {
        observer = failpoint;
    }

    /** Starts to look for attempts in the database; without it only {@link #submit} and {@link #resolveDue} do anything. */
    public void start() {
        poller.scheduleWithFixedDelay(this::poll, POLL.toMillis(), POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Works on a committed attempt now. Does nothing when this process does already, or has too much to do: then the poll finds it. */
    public void submit(String attemptId) {
        CountDownLatch done = new CountDownLatch(1);
        if (underWay.putIfAbsent(attemptId, done) == null) {
            try {
                workers.execute(() -> advance(attemptId, done));
            } catch (RejectedExecutionException e) {
                finished(attemptId, done);
                Debug.logWarning("Too many payments at once: attempt " + attemptId + " waits for the next look", MODULE);
            }
        }
    }

    /** Waits while this process works on the attempt, at most for the given time. */
    public void await(String attemptId, Duration longest) {
        CountDownLatch done = attemptId == null ? null : underWay.get(attemptId);
        try {
            if (done != null && !done.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                Debug.logVerbose("Attempt " + attemptId + " is still under way", MODULE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Brings all attempts that are due as far as they get now, on the calling thread. @return how many got on */
    public int resolveDue() throws GenericEntityException {
        int resolved = 0;
        for (String attemptId : Attempts.due(delegator, clock.instant(), BATCH)) {
            CountDownLatch done = new CountDownLatch(1);
            if (underWay.putIfAbsent(attemptId, done) == null) {
                try {
                    resolved += work.advance(attemptId) ? 1 : 0;
                } finally {
                    finished(attemptId, done);
                }
            }
        }
        return resolved;
    }

    /** Stops looking, and waits for calls to the gateway that are under way. */
    @Override
    public void close() {
        poller.shutdown();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LONGEST_CALL.toSeconds(), TimeUnit.SECONDS)) {
                Debug.logWarning("Payments " + List.copyOf(underWay.keySet()) + " were under way at the end; they will be asked about", MODULE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void poll() {
        try {
            Attempts.due(delegator, clock.instant(), BATCH).forEach(this::submit);
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Payments could not be looked up; trying again in " + POLL.toSeconds() + " s", MODULE);
        }
    }

    private void advance(String attemptId, CountDownLatch done) {
        try {
            work.advance(attemptId);
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, "Payment attempt " + attemptId + " did not get on; it will be looked at again", MODULE);
        } finally {
            finished(attemptId, done);
        }
    }

    private void finished(String attemptId, CountDownLatch done) {
        underWay.remove(attemptId, done);
        done.countDown();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
