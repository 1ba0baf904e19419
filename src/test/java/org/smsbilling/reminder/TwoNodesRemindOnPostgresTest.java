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
package org.smsbilling.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.testbed.db.TestPostgres;

/**
 * The job on two nodes at once, each of which decides about invoices side by side, on PostgreSQL: texts and e-mails, single ones and those for
 * several invoices.
 */
@ExtendWith(SharedPostgres.class)
final class TwoNodesRemindOnPostgresTest {

    @Test
    void eachStepOfEachInvoiceIsRunOnce(TestPostgres postgres) throws Exception {
        try (ReminderWorld world = new ReminderWorld("2026-03-10T15:00:00Z", postgres)) {
            world.sideBySideFrom(10);
            Set<String> invoices = new TreeSet<>();
            for (int i = 0; i < 30; i++) {
                String customer = world.customer();
                for (int each = 0; each <= i % 3; each++) {
                    invoices.add(world.invoice(customer, "2026-03-20T15:00:00Z"));
                }
            }
            for (String day : List.of("2026-03-17T15:00:00Z", "2026-03-20T15:00:00Z")) {
                world.clock().set(day);
                CyclicBarrier together = new CyclicBarrier(2);
                List<CompletableFuture<Integer>> nodes = Stream.of(1, 2).map(node -> CompletableFuture.supplyAsync(() -> run(world, together)))
                        .toList();
                nodes.forEach(CompletableFuture::join);
                world.run();
            }
            List<String> told = new ArrayList<>();
            for (String invoice : invoices) {
                assertEquals(List.of("BEFORE3 1 QUEUED", "TODAY 1 QUEUED"), world.runs(invoice));
                told.add(world.message(invoice, "BEFORE3").getString("messageId"));
                told.add(world.message(invoice, "TODAY").getString("messageId"));
            }
            assertEquals(new TreeSet<>(told).size(), world.messages().size(), "no message without a step");
            assertEquals(0, world.run().texts());
        }
    }

    private static int run(ReminderWorld world, CyclicBarrier together) {
        try {
            together.await();
            return world.run().texts();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
