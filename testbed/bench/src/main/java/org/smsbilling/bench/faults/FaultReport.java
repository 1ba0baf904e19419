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

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.testbed.db.TestPostgres;

/**
 * The fault run and its printed account: texts and payments on two nodes with one PostgreSQL, while nodes are killed with signal 9, the carrier and
 * the gateway fail and reports come twice and in the wrong order.
 */
public final class FaultReport {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Where the account goes, a line at a time, as of String.format. */
    public interface Lines {
        void line(String format, Object... values);
    }

    private final Path component;
    private final int messages;
    private final int payments;
    private final int kills;
    private final Random random;

    public FaultReport(Path component, int messages, int payments, int kills, long seed) {
        this.component = component;
        this.messages = messages;
        this.payments = Math.min(payments, messages);
        this.kills = kills;
        this.random = new Random(seed);
    }

    /** @throws IllegalStateException when something was sent or posted twice, lost, or is stuck; the account says what */
    public void run(Lines report) throws Exception {
        Path log = Files.createTempFile("smsbilling-faults", ".log");
        try (TestPostgres postgres = TestPostgres.start(); OutsideWorld outside = OutsideWorld.start(0)) {
            outside.twilio().delivery().stepMillis(40);
            String database = postgres.newDatabase();
            try (FaultRun run = new FaultRun(outside, database, component, log, random)) {
                run.start();
                Queue<FaultRun.Bill> bills = run.bills(messages);
                Queue<FaultRun.Bill> toPay = new ConcurrentLinkedQueue<>(List.copyOf(bills).subList(0, payments));
                long began = System.nanoTime();
                Trouble trouble = new Trouble(outside, random);
                trouble.begin();
                CountDownLatch sent = run.sendAll(bills);
                CountDownLatch paid = run.payAll(toPay);
                while (run.kills() < kills || sent.getCount() + paid.getCount() > 0) {
                    TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(2_000));
                    trouble.change();
                    if (run.kills() < kills) {
                        run.killOne();
                    }
                    outside.clock().advance(Duration.ofSeconds(20));
                }
                trouble.end();
                FaultAccount account = new FaultAccount(database, outside);
                boolean settled = run.settle(account, PATIENCE);
                print(report, run, account, outside, Duration.ofNanos(System.nanoTime() - began), settled);
                List<String> broken = account.broken(messages);
                broken.forEach(line -> report.line("BROKEN  %s", line));
                if (!broken.isEmpty()) {
                    throw new IllegalStateException("The run did not hold; what the nodes said: " + log);
                }
                report.line("HELD    every text sent once or in a named state, every payment posted once for what was approved, no row stuck");
            }
        }
        Files.delete(log);
    }

    private void print(Lines report, FaultRun run, FaultAccount account, OutsideWorld outside, Duration took, boolean settled) throws Exception {
        report.line("%,d messages, %,d payments, %d nodes, %d kills by signal 9, %d questions repeated, %d s%s", messages, payments, FaultRun.NODES,
                run.kills(), run.repeated(), took.toSeconds(), settled ? "" : ", not settled in the end");
        report.line("requests that reached the carrier %,d, the gateway %,d", outside.journal().count("POST", "/2010-04-01/Accounts/*/Messages.json"),
                outside.journal().count("PUT", "/cardconnect/rest/auth"));
        report.line("messages by state  %s", account.counts("sms_message", "message_status"));
        report.line("messages by kind   %s", account.counts("sms_message", "message_type"));
        report.line("attempts by state  %s", account.counts("sms_payment_attempt", "attempt_state"));
        report.line("taken by the gateway %s, received in OFBiz %s", outside.cardPointe().taken().toPlainString(),
                account.value("SELECT coalesce(sum(amount), 0) FROM payment WHERE status_id = 'PMNT_RECEIVED'"));
    }
}
