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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Lets ready messages out: each sender at its rate, each account and all together no more than so many calls at once. It also says how
 * many more messages are worth claiming, so that none has to wait for long between its checks and its call.
 */
final class CallPump {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int LEAST_AHEAD = 10;
    /** What began within a part of a second tells the rate when it has just risen. */
    private static final int LATELY = 5;
    private static final int MOST_AHEAD_FACTOR = 8;
    private static final int LEAST_WORTH = 50;
    private static final long SHORTEST_GATHERING = 25;
    private static final long LONGEST_GATHERING = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, SenderQueue> queues = new LinkedHashMap<>();
    private final Map<String, AccountCalls> accounts = new HashMap<>();
    private final Deque<Long> started = new ArrayDeque<>();
    private final int concurrency;
    private final Consumer<ReadyMessage> call;
    private final Predicate<ReadyMessage> fresh;
    private final Consumer<List<ReadyMessage>> checkAgain;
    private int running;
    private int waiting;
    private int expected;
    private boolean closed;

    /**
     * @param call begins a call and returns at once
     * @param fresh whether a message's checks are young enough for a call
     * @param checkAgain begins the checks of messages that waited for too long, which are offered again then, and returns at once
     */
    CallPump(int concurrency, Consumer<ReadyMessage> call, Predicate<ReadyMessage> fresh, Consumer<List<ReadyMessage>> checkAgain) {
        this.concurrency = concurrency;
        this.call = call;
        this.fresh = fresh;
        this.checkAgain = checkAgain;
    }

    /** Messages are being prepared and count already. @param bySender how many by key of the sender */
    void expect(Map<String, Integer> bySender) {
        lock.lock();
        try {
            count(bySender, 1);
        } finally {
            lock.unlock();
        }
    }

    private void count(Map<String, Integer> bySender, int sign) {
        bySender.forEach((key, number) -> {
            queues.computeIfAbsent(key, any -> new SenderQueue()).expect(sign * number);
            expected += sign * number;
        });
    }

    /** @param bySender those that were expected, of which these have become ready */
    void offer(Collection<ReadyMessage> messages, Map<String, Integer> bySender) {
        lock.lock();
        try {
            count(bySender, -1);
            for (ReadyMessage message : messages) {
                queues.computeIfAbsent(message.senderKey(), any -> new SenderQueue()).add(message);
                waiting++;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a message that is being called may leave at the rate of its sender: at once, unless threads were held up. */
    void awaitLeave(ReadyMessage message) throws InterruptedException {
        long wait = leave(message);
        while (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
            wait = leave(message);
        }
    }

    private long leave(ReadyMessage message) {
        lock.lock();
        try {
            return queues.computeIfAbsent(message.senderKey(), any -> new SenderQueue()).leave(message.segments(), System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /**
     * A call has ended.
     * @param tooMany whether the carrier said that it has had too many
     * @param goesOn whether its thread can make another call
     * @return the message that the thread is to call next, if any may leave now
     */
    Optional<ReadyMessage> ended(ReadyMessage message, boolean tooMany, boolean goesOn) {
        lock.lock();
        try {
            running--;
            if (tooMany) {
                calls(message.account()).tooMany(System.nanoTime());
            } else {
                calls(message.account()).ended();
            }
            List<ReadyMessage> next = new ArrayList<>();
            if (goesOn && !closed) {
                takeOne(next);
            }
            if (next.isEmpty() && waiting > 0 || !goesOn) {
                changed.signal();
            }
            return next.stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    private AccountCalls calls(String account) {
        return accounts.computeIfAbsent(account, any -> new AccountCalls(concurrency));
    }

    /** @return how many more messages can be called soon */
    int room() {
        lock.lock();
        try {
            return concurrency - running + ahead(startedLastSecond()) - waiting - expected;
        } finally {
            lock.unlock();
        }
    }

    /** @return how many are being prepared */
    int expected() {
        lock.lock();
        try {
            return expected;
        } finally {
            lock.unlock();
        }
    }

    /** @return milliseconds until there is room for so many that claiming them is worth its statements; 0 when there is now */
    long untilWorthABatch() {
        lock.lock();
        try {
            int rate = startedLastSecond();
            int missing = Math.max(LEAST_WORTH, ahead(rate) / 2) - (concurrency - running + ahead(rate) - waiting - expected);
            return missing <= 0 ? 0 : Math.min(LONGEST_GATHERING, Math.max(SHORTEST_GATHERING, missing * 1000L / Math.max(1, rate)));
        } finally {
            lock.unlock();
        }
    }

    private int ahead(int rate) {
        return Math.max(LEAST_AHEAD, Math.min(rate / 2, MOST_AHEAD_FACTOR * concurrency));
    }

    /** @return how many more messages can leave soon by a sender at this rate */
    int room(String senderKey, int perSecond) {
        lock.lock();
        try {
            SenderQueue queue = queues.get(senderKey);
            return (queue == null ? new SenderQueue() : queue).room(perSecond);
        } finally {
            lock.unlock();
        }
    }

    /** Runs until it is closed. */
    void run() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                List<ReadyMessage> stale = takeStale();
                List<ReadyMessage> out = new ArrayList<>();
                long wait = takeAll(out);
                if (out.isEmpty() && stale.isEmpty()) {
                    changed.awaitNanos(Math.min(wait, SECOND));
                } else {
                    lock.unlock();
                    try {
                        out.forEach(call);
                        if (!stale.isEmpty()) {
                            checkAgain.accept(stale);
                        }
                    } finally {
                        lock.lockInterruptibly();
                    }
                }
            }
        } finally {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        }
    }

    private List<ReadyMessage> takeStale() {
        List<ReadyMessage> stale = new ArrayList<>();
        queues.values().forEach(queue -> stale.addAll(queue.takeStale(fresh)));
        waiting -= stale.size();
        expected += stale.size();
        return stale;
    }

    /** Takes what may leave now. @return nanoseconds until something else may */
    private long takeAll(List<ReadyMessage> out) {
        long wait = takeOne(out);
        while (wait == 0) {
            wait = takeOne(out);
        }
        return wait;
    }

    /** Takes one that may leave now, of the senders in turns. @return 0 when there was one, else nanoseconds until there may be */
    private long takeOne(List<ReadyMessage> out) {
        long least = Long.MAX_VALUE;
        if (running >= concurrency) {
            return least;
        }
        long now = System.nanoTime();
        for (Map.Entry<String, SenderQueue> each : queues.entrySet()) {
            SenderQueue queue = each.getValue();
            long wait = queue.isFresh(fresh) ? wait(queue, now) : Long.MAX_VALUE;
            if (wait == 0) {
                ReadyMessage message = queue.next();
                out.add(message);
                calls(message.account()).begun();
                started.addLast(now);
                running++;
                waiting--;
                queues.remove(each.getKey());
                queues.put(each.getKey(), queue);
                return 0;
            }
            least = Math.min(least, wait);
        }
        return least;
    }

    private long wait(SenderQueue queue, long now) {
        AccountCalls calls = queue.account() == null ? null : calls(queue.account());
        long full = calls == null ? Long.MAX_VALUE : calls.untilRoom(now);
        return full > 0 ? full : queue.take(now);
    }

    private int startedLastSecond() {
        long now = System.nanoTime();
        while (!started.isEmpty() && now - started.peekFirst() > SECOND) {
            started.removeFirst();
        }
        int lately = 0;
        for (Iterator<Long> latest = started.descendingIterator(); latest.hasNext() && now - latest.next() < SECOND / LATELY;) {
            lately++;
        }
        return Math.max(started.size(), lately * LATELY);
    }

    /** Ends {@link #run}. @return what was not called */
    List<ReadyMessage> close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            List<ReadyMessage> left = new ArrayList<>();
            queues.values().forEach(queue -> left.addAll(queue.clear()));
            waiting = 0;
            return left;
        } finally {
            lock.unlock();
        }
    }
}
