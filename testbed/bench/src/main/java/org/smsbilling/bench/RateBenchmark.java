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

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.smsbilling.message.OutboxDispatcher;
import org.smsbilling.message.SegmentCount;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;

/** The rate of a sender as the carrier sees it: never more than R + 1 segments in any second, and no more than 2 % slower than R. */
final class RateBenchmark implements Benchmark {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Override
    public String summary() {
        return "segments a second of a sender, as the carrier sees them. --rate=10,100,400 --seconds=20 --delay=50";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("rate", "seconds", "delay");
        int delay = options.number("delay", 50);
        for (int rate : options.numbers("rate", "10,100,400")) {
            try (BenchWorld world = BenchWorld.start(options)) {
                int count = rate * options.number("seconds", 20);
                Population population = new Population(world.delegator(), BenchWorld.NOON);
                String organization = population.organization("OAK", rate);
                population.customers(count);
                population.invoices(organization, count);
                world.quiet(new SlowCarrier(delay));
                population.messages(organization, 1, count);
                world.settle();
                Watched carrier = new Watched(delay);
                try (OutboxDispatcher dispatcher = new OutboxDispatcher(world.delegator(), world.clock(), carrier)) {
                    dispatcher.start();
                    long end = System.nanoTime() + (2L * options.number("seconds", 20) + 60) * SECOND;
                    while (carrier.calls() < count && System.nanoTime() < end) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
                report.line("%s", verdict(rate, count, carrier.seen(), world.databaseName()));
            }
        }
    }

    private static String verdict(int rate, int count, List<Seen> seen, String database) {
        int segments = seen.stream().mapToInt(Seen::segments).sum();
        double took = (seen.get(seen.size() - 1).at() - seen.get(0).at()) / (double) SECOND;
        double least = (segments - seen.get(seen.size() - 1).segments()) / (double) rate;
        return String.format("%,d segments of %,d messages (of %,d) at %d a second: most in any second %d, done in %.2f s, %+.1f %% of N/R, %s",
                segments, seen.size(), count, rate, most(seen), took, 100 * (took / least - 1), database);
    }

    /** @return most segments in any span of a second */
    private static int most(List<Seen> seen) {
        int most = 0;
        int within = 0;
        int first = 0;
        for (Seen each : seen) {
            within += each.segments();
            while (each.at() - seen.get(first).at() >= SECOND) {
                within -= seen.get(first++).segments();
            }
            most = Math.max(most, within);
        }
        return most;
    }

    /** @param at System.nanoTime when the call came */
    private record Seen(long at, int segments) { }

    /** A carrier that notes when it was called. */
    private static final class Watched implements SmsProvider {
        private final SlowCarrier carrier;
        private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());

        Watched(int delay) {
            this.carrier = new SlowCarrier(delay);
        }

        long calls() {
            return carrier.calls();
        }

        List<Seen> seen() {
            return seen.stream().sorted(Comparator.comparing(Seen::at)).toList();
        }

        @Override
        public SendResult send(SmsAccount account, OutgoingSms sms) {
            seen.add(new Seen(System.nanoTime(), SegmentCount.of(sms.body()).segments()));
            return carrier.send(account, sms);
        }

        @Override
        public AccountCheck check(SmsAccount account) {
            return carrier.check(account);
        }

        @Override
        public Optional<SmsPrice> price(SmsAccount account, String countryCode) {
            return carrier.price(account, countryCode);
        }
    }
}
