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

import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.OutboxDispatcher;

/** How fast a full outbox leaves, beside db-scheduler making the same calls in the same run. */
final class DrainBenchmark implements Benchmark {

    private static final int NO_LIMIT = 1_000_000;
    private static final long PATIENCE_SECONDS = 120;

    @Override
    public String summary() {
        return "a full outbox leaves; beside it db-scheduler. --messages=20000 --warmup=4000 --delay=50,90 --concurrency=100 --statements";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("messages", "warmup", "delay", "concurrency", "statements");
        int count = options.number("messages", 20_000);
        int warmUp = options.number("warmup", 4_000);
        int concurrency = options.number("concurrency", 100);
        for (int delay : options.numbers("delay", "50,90")) {
            try (BenchWorld world = BenchWorld.start(options)) {
                report.line("%,d messages, carrier %d ms, %d calls at once (limit %,d/s), %s", count, delay, concurrency, concurrency * 1000 / delay,
                        world.databaseName());
                Population population = new Population(world.delegator(), BenchWorld.NOON);
                String organization = population.organization("OAK", NO_LIMIT);
                population.customers(count + warmUp);
                population.invoices(organization, count + warmUp);
                world.quiet(new SlowCarrier(delay));
                SchedulerPeer peer = new SchedulerPeer(world, !options.on("h2"), concurrency);
                population.messages(organization, 1, warmUp);
                drain(world, warmUp, new SlowCarrier(delay), concurrency);
                peer.drain(warmUp, new SlowCarrier(delay));
                population.messages(organization, warmUp + 1, count);
                world.settle();
                if (options.on("statements")) {
                    world.counts().time();
                }
                DrainResult ours = drain(world, count, new SlowCarrier(delay), concurrency);
                DrainResult theirs = peer.drain(count, new SlowCarrier(delay));
                report.line("  smsbilling    %s", ours);
                report.line("  db-scheduler  %s", theirs);
                world.counts().slowest(25).forEach(each -> report.line("  %s", each));
                report.line("  difference    %+.0f %%", 100 * (ours.perSecond() / theirs.perSecond() - 1));
            }
        }
    }

    private static DrainResult drain(BenchWorld world, int count, SlowCarrier carrier, int concurrency) throws Exception {
        // the dispatcher of the warm-up has stopped long ago: who takes over from another that has just stopped waits for a second
        world.delegator().removeByCondition("SmsCarrierAccount", EntityCondition.makeCondition("released", "Y"));
        long sentBefore = sent(world);
        StatementCounts.Snapshot before = world.counts().now();
        Stopwatch watch = world.watch();
        try (OutboxDispatcher dispatcher = new OutboxDispatcher(world.delegator(), world.clock(), carrier, concurrency)) {
            dispatcher.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (carrier.calls() < count && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        long nanos = watch.nanos();
        long cpuNanos = watch.cpuNanos();
        long databaseCpuNanos = watch.databaseCpuNanos();
        StatementCounts.Snapshot counts = world.counts().now().minus(before);
        long sent = sent(world) - sentBefore;
        if (sent != count || carrier.calls() != count) {
            throw new IllegalStateException("Of " + count + " messages " + sent + " are SENT, by " + carrier.calls() + " calls");
        }
        return new DrainResult(count, nanos, cpuNanos, databaseCpuNanos, counts);
    }

    private static long sent(BenchWorld world) throws GenericEntityException {
        return EntityQuery.use(world.delegator()).from("SmsMessage").where("messageStatus", "SENT").queryCount();
    }
}
