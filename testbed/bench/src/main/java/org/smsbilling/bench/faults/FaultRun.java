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
package org.smsbilling.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.scenario.OutsideWorldClient;

/**
 * Two nodes on one database that send and take payments while a third party kills one or the other. Whoever gets no answer asks again, as people do:
 * a clerk presses Send for the same sending, a customer taps Pay until the page says that it is paid.
 */
final class FaultRun implements AutoCloseable {

    static final int NODES = 2;
    private static final int CLERKS = 8;
    private static final List<String> CARDS = List.of("4788250000121443", "5454545454545454", "4788250000121443", "4387751111111053");
    private static final int MOST_TAPS = 12;
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(2);

    /** An invoice to send. @param number of its customer */
    record Bill(String invoiceId, String number) { }

    private final OutsideWorld outside;
    private final OutsideWorldClient client;
    private final HookProxy proxy = new HookProxy();
    private final String jdbcUrl;
    private final Path component;
    private final Path log;
    private final Random random;
    private final AtomicReferenceArray<FaultNode> nodes = new AtomicReferenceArray<>(NODES);
    private final URI[] addresses = new URI[NODES];
    private final AtomicInteger repeated = new AtomicInteger();
    private String user;
    private String organization;
    private int kills;

    FaultRun(OutsideWorld outside, String jdbcUrl, Path component, Path log, Random random) throws IOException {
        this.outside = outside;
        this.client = new OutsideWorldClient(outside.baseUri());
        this.jdbcUrl = jdbcUrl;
        this.component = component;
        this.log = log;
        this.random = random;
    }

    /** Starts the nodes, one after the other: the first makes the tables. */
    void start() throws IOException, InterruptedException {
        for (int node = 0; node < NODES; node++) {
            bringUp(node);
        }
        String[] settled = nodes.get(0).ask("settle", proxy.address()).orElseThrow().split("\t");
        user = settled[0];
        organization = settled[1];
    }

    private void bringUp(int node) throws IOException, InterruptedException {
        FaultNode started = FaultNode.start(jdbcUrl, "postgres", outside.baseUri(), component, log);
        addresses[node] = started.awaitReady();
        nodes.set(node, started);
        proxy.add(addresses[node]);
    }

    /** Kills a node that is up and starts it again. */
    void killOne() throws IOException, InterruptedException {
        int node = random.nextInt(NODES);
        proxy.remove(addresses[node]);
        nodes.get(node).kill();
        kills++;
        bringUp(node);
    }

    int kills() {
        return kills;
    }

    /** @return how often somebody asked again because there was no answer */
    int repeated() {
        return repeated.get();
    }

    Queue<Bill> bills(int count) throws InterruptedException {
        Queue<Bill> bills = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        together(() -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                String number = String.format("+1917%03d%04d", 200 + i / 10_000, i % 10_000);
                bills.add(new Bill(nodes.get(i % NODES).ask("bill", organization, number).orElseThrow(), number));
            }
        });
        return bills;
    }

    /** Clerks press Send until each invoice was sent. @return what to wait on */
    CountDownLatch sendAll(Queue<Bill> bills) {
        return begin(() -> {
            for (Bill bill = bills.poll(); bill != null; bill = bills.poll()) {
                while (any().ask("send", user, bill.invoiceId(), bill.number()).isEmpty()) {
                    repeated.incrementAndGet();
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        });
    }

    /** Customers tap Pay until it is paid, or give up; the text that a person has to decide about never comes. @return what to wait on */
    CountDownLatch payAll(Queue<Bill> bills) {
        Map<String, Long> since = new ConcurrentHashMap<>();
        return begin(() -> {
            for (Bill bill = bills.poll(); bill != null; bill = bills.poll()) {
                List<String> texts = client.texts(bill.number());
                long waited = System.nanoTime() - since.computeIfAbsent(bill.number(), any -> System.nanoTime());
                if (texts.isEmpty() && waited < LONGEST_WAIT) {
                    bills.add(bill);
                    TimeUnit.MILLISECONDS.sleep(100);
                } else if (!texts.isEmpty()) {
                    pay(OutsideWorldClient.tokenIn(texts.get(0)), bill.number());
                }
            }
        });
    }

    private void pay(String token, String number) throws InterruptedException {
        for (int taps = 0; taps < MOST_TAPS; taps++) {
            String address = "198.51." + number.charAt(number.length() - 1) + "." + (taps + 1);
            Optional<String> answer = any().ask("tap", token, CARDS.get(Math.floorMod(number.hashCode() + taps, CARDS.size())), address);
            if (answer.filter("LINK_NOT_PAYABLE"::equals).isPresent()) {
                return;
            }
            repeated.addAndGet(answer.isEmpty() ? 1 : 0);
            TimeUnit.MILLISECONDS.sleep(1_000);
        }
    }

    private FaultNode any() {
        return nodes.get((int) (System.nanoTime() / 1_000 % NODES));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void together(Work work) throws InterruptedException {
        begin(work).await();
    }

    private static CountDownLatch begin(Work work) {
        CountDownLatch done = new CountDownLatch(CLERKS);
        for (int i = 0; i < CLERKS; i++) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (Exception e) {
                    System.err.println("A clerk or customer of the run gave up: " + e);
                } finally {
                    done.countDown();
                }
            }, "fault-person");
            thread.setDaemon(true);
            thread.start();
        }
        return done;
    }

    /** Lets time pass until nothing is on its way any more. @return whether that came */
    boolean settle(FaultAccount account, Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        int quiet = 0;
        while (System.nanoTime() < end && quiet < 4) {
            outside.clock().advance(Duration.ofSeconds(95));
            TimeUnit.SECONDS.sleep(3);
            quiet = account.stuck() == 0 ? quiet + 1 : 0;
        }
        return quiet >= 4;
    }

    @Override
    public void close() {
        for (int node = 0; node < NODES; node++) {
            if (nodes.get(node) != null) {
                nodes.get(node).close();
            }
        }
        proxy.close();
    }
}
