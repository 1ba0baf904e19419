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
package org.smsbilling.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Visitors who ask for pages: as fast as they get answers, or at a given rate whatever the answers take. */
final class HttpLoad {

    private final IntFunction<URI> pages;
    private final Map<String, String> headers;
    private final int visitors;

    /** @param pages the page of that number, from 0 */
    HttpLoad(IntFunction<URI> pages, Map<String, String> headers, int visitors) {
        this.pages = pages;
        this.headers = headers;
        this.visitors = visitors;
    }

    /** @param statuses answers by status; -1 for none */
    record Result(long answers, double seconds, Percentiles times, Map<Integer, Long> statuses) {
        double perSecond() {
            return answers / seconds;
        }
    }

    /** Each visitor asks again as soon as it has an answer. */
    Result asFastAsTheyCan(Duration howLong) throws InterruptedException {
        return run(howLong, 0);
    }

    /** Requests are due at even distances; the time of each counts from when it was due, so that a pause of the server is not hidden. */
    Result atRate(int perSecond, Duration howLong) throws InterruptedException {
        return run(howLong, perSecond);
    }

    private Result run(Duration howLong, int perSecond) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Percentiles times = new Percentiles();
        Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
        CountDownLatch done = new CountDownLatch(visitors);
        long begin = System.nanoTime();
        long end = begin + howLong.toNanos();
        for (int i = 0; i < visitors; i++) {
            Thread visitor = new Thread(() -> {
                HttpCaller caller = new HttpCaller();
                for (int number = next.getAndIncrement();; number = next.getAndIncrement()) {
                    long due = perSecond == 0 ? System.nanoTime() : begin + (long) (number * 1e9 / perSecond);
                    if (due >= end) {
                        break;
                    }
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    int status = visit(caller, number);
                    times.add(System.nanoTime() - due);
                    statuses.computeIfAbsent(status, any -> new AtomicLong()).incrementAndGet();
                }
                done.countDown();
            }, "visitor");
            visitor.setDaemon(true);
            visitor.start();
        }
        done.await();
        Map<Integer, Long> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.get()));
        return new Result(times.size(), (System.nanoTime() - begin) / 1e9, times, counted);
    }

    private int visit(HttpCaller caller, int number) {
        try {
            return caller.call("GET", pages.apply(number), headers, null);
        } catch (IOException e) {
            return -1;
        }
    }
}
