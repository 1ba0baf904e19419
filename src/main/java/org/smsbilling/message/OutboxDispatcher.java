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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsProvider;

/**
 * Takes queued messages from the outbox and sends them, each with exactly one request. One thread claims in batches, a few check and render them, one
 * lets out what is ready at the rate of each sender, a pool makes the calls, and two write down the answers in batches. Any number of dispatchers
 * may work on one database; each account of the carrier is one dispatcher's at a time.
 */
public final class OutboxDispatcher implements AutoCloseable {

    private static final String MODULE = OutboxDispatcher.class.getName();
    private static final int CONCURRENCY = 100;
    private static final int PREPARERS = 3;
    private static final long POLL_MILLIS = 500;
    private static final long RETRY_MILLIS = 1_000;
    private static final long RENEW_MILLIS = 1_000;
    private static final long SWEEP_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long CLOSE_SECONDS = 45;
    private static final int FEW_CALLS = 10;

    private final Clock clock;
    private final MessagePreparation preparation;
    private final MessageEndings endings;
    private final AbandonedMessages abandoned;
    private final OutboxClaimer claimer;
    private final AccountLeases accounts;
    private final CallPump pump;
    private final CarrierCall carrierCall;
    private final ExecutorService preparers;
    private final ThreadPoolExecutor calls;
    private final ResultWriters results;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final WakeSignal signal = new WakeSignal();
    private final WakeSignal renewal = new WakeSignal();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;
    private volatile boolean callsEnded;

    public OutboxDispatcher(Delegator delegator, Clock clock, SmsProvider provider) {
        this(delegator, clock, provider, CONCURRENCY);
    }

    /** @param concurrency most calls at once */
    public OutboxDispatcher(Delegator delegator, Clock clock, SmsProvider provider, int concurrency) {
        Outbox outbox = new Outbox(delegator);
        this.clock = clock;
        this.endings = new MessageEndings(delegator, outbox, () -> new SplittableRandom().nextLong());
        this.preparation = new MessagePreparation(delegator, clock, outbox, endings);
        this.abandoned = new AbandonedMessages(outbox, endings);
        this.carrierCall = new CarrierCall(clock, provider, preparation);
        this.calls = new ThreadPoolExecutor(concurrency, concurrency, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                work -> thread("smsbilling-call", work));
        this.calls.allowCoreThreadTimeOut(true);
        ResultRecorder recorder = new ResultRecorder(delegator, clock, outbox, endings);
        this.results = new ResultWriters(clock, recorder::record, () -> calls.getActiveCount() > FEW_CALLS,
                result -> inHand.remove(result.ready().messageId()));
        this.preparers = Executors.newFixedThreadPool(PREPARERS, work -> thread("smsbilling-prepare", work));
        this.pump = new CallPump(concurrency, ready -> calls.execute(() -> calls(ready)), carrierCall::freshEnough, this::checkAgain);
        String owner = UUID.randomUUID().toString().substring(0, 18);
        this.accounts = new AccountLeases(delegator, clock, owner);
        this.claimer = new OutboxClaimer(delegator, clock, outbox, pump, accounts, owner);
    }

    /** Starts the background threads. */
    public synchronized void start() {
        if (threads.isEmpty() && !closing) {
            threads.add(thread("smsbilling-outbox", this::claimLoop));
            threads.add(thread("smsbilling-pump", this::pumpLoop));
            threads.add(thread("smsbilling-accounts", this::renewLoop));
            threads.forEach(Thread::start);
            results.start();
        }
    }

    /** Looks at the outbox now instead of at the next poll, which comes within a second. */
    public void wake() {
        signal.wake();
    }

    /** Shows each message at named points of its way, for tests that stop the process there. */
    public void observe(DispatchStep observer) {
        carrierCall.observe(observer);
    }

    private void claimLoop() {
        long swept = System.nanoTime() - SWEEP_NANOS;
        while (!closing) {
            long pause = RETRY_MILLIS;
            try {
                if (System.nanoTime() - swept >= SWEEP_NANOS) {
                    swept = System.nanoTime();
                    abandoned.mark(inHand, clock.instant());
                }
                boolean more = claim();
                pause = more ? pump.untilWorthABatch() : POLL_MILLIS;
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "The outbox could not be read; it is read again in a second", MODULE);
            }
            try {
                signal.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean claim() throws GenericEntityException {
        OutboxClaimer.Claimed claimed = claimer.claim(inHand);
        for (OutboxMessage message : claimed.messages()) {
            inHand.add(message.messageId());
            carrierCall.step().at(DispatchStep.Point.AFTER_CLAIM, message.messageId());
        }
        if (!claimed.messages().isEmpty()) {
            pump.expect(claimed.bySender());
            preparers.execute(() -> prepare(claimed));
        }
        return claimed.more();
    }

    private void prepare(OutboxClaimer.Claimed claimed) {
        List<ReadyMessage> ready = List.of();
        try {
            ready = preparation.prepare(claimed.messages(), claimed.lease());
        } finally {
            Set<String> kept = ready.stream().map(ReadyMessage::messageId).collect(Collectors.toSet());
            claimed.messages().stream().map(OutboxMessage::messageId).filter(id -> !kept.contains(id)).forEach(inHand::remove);
            pump.offer(ready, claimed.bySender());
        }
    }

    private void checkAgain(List<ReadyMessage> waited) {
        waited.stream().collect(Collectors.groupingBy(ready -> ready.lease().owner()))
                .forEach((owner, ofOneLease) -> preparers.execute(() -> checkAgain(ofOneLease, owner)));
    }

    private void checkAgain(List<ReadyMessage> waited, String leaseOwner) {
        List<ReadyMessage> ready = List.of();
        try {
            ready = preparation.again(waited, MessagePreparation.lease(leaseOwner, clock.instant()));
        } finally {
            Set<String> kept = ready.stream().map(ReadyMessage::messageId).collect(Collectors.toSet());
            waited.stream().map(ReadyMessage::messageId).filter(id -> !kept.contains(id)).forEach(inHand::remove);
            pump.offer(ready, waited.stream().collect(Collectors.groupingBy(ReadyMessage::senderKey, Collectors.summingInt(any -> 1))));
        }
    }

    private void pumpLoop() {
        try {
            pump.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A thread whose call has ended goes on with the next message that may leave, without waking another one. */
    private void calls(ReadyMessage first) {
        ReadyMessage ready = first;
        while (ready != null) {
            boolean tooMany = false;
            boolean alive = false;
            ReadyMessage next = null;
            try {
                tooMany = call(ready);
                alive = !Thread.currentThread().isInterrupted();
            } finally {
                next = pump.ended(ready, tooMany, alive).orElse(null);
            }
            ready = next;
        }
    }

    /** @return whether the carrier said that it has had too many */
    private boolean call(ReadyMessage ready) {
        try {
            Optional<CallResult> result = carrierCall.make(ready, this::awaitTurn);
            result.ifPresentOrElse(results::add, () -> inHand.remove(ready.messageId()));
            return result.isPresent() && result.get().result() instanceof SendResult.Later;
        } catch (InterruptedException e) {
            inHand.remove(ready.messageId());
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            inHand.remove(ready.messageId());
            Debug.logError(e, "Message " + ready.messageId() + " stays until its lease is over", MODULE);
        }
        return false;
    }

    private boolean awaitTurn(ReadyMessage ready) throws InterruptedException {
        pump.awaitLeave(ready);
        long wait = accounts.untilValid(ready.account());
        while (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
            pump.awaitLeave(ready);
            wait = accounts.untilValid(ready.account());
        }
        return wait == 0;
    }

    private void renewLoop() {
        while (!callsEnded) {
            accounts.renew();
            try {
                renewal.sleep(RENEW_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Calls nothing any more, waits for the calls under way and writes down their answers; what was not called is queued again. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            signal.wake();
        }
        try {
            join("smsbilling-outbox");
            List<ReadyMessage> left = new ArrayList<>(pump.close());
            join("smsbilling-pump");
            preparers.shutdown();
            if (!preparers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                Debug.logWarning("Messages that were being prepared stay until their lease is over", MODULE);
            }
            left.addAll(pump.close());
            left.forEach(preparation::giveBack);
            calls.shutdown();
            if (!calls.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                Debug.logWarning("Calls under way did not end in time; their messages become AMBIGUOUS", MODULE);
            }
            callsEnded = true;
            renewal.wake();
            results.close(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            join("smsbilling-accounts");
            accounts.release();
        } catch (InterruptedException e) {
            callsEnded = true;
            Thread.currentThread().interrupt();
        }
    }

    private void join(String name) throws InterruptedException {
        for (Thread thread : threads) {
            if (thread.getName().equals(name)) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            }
        }
    }
}
