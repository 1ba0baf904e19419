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

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Entry point of {@code ./bench}: each benchmark is a subcommand and a class of its own. */
public final class Bench {

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "drain", new DrainBenchmark(),
            "faults", new FaultsBenchmark(),
            "invoice", new InvoiceBenchmark(),
            "paypage", new PayPageBenchmark(),
            "rate", new RateBenchmark(),
            "reminders", new RemindersBenchmark(),
            "webhooks", new WebhooksBenchmark()));

    private Bench() { }

    /** @param args name of the benchmark, then its options */
    public static void main(String[] args) throws Exception {
        Benchmark benchmark = args.length == 0 ? null : BENCHMARKS.get(args[0]);
        if (benchmark == null) {
            System.err.println("usage: ./bench NAME [--option=value ...]; all take --h2 to use H2 in memory instead of PostgreSQL");
            BENCHMARKS.forEach((name, each) -> System.err.printf("  %-10s %s%n", name, each.summary()));
            System.exit(2);
        }
        try {
            run(args[0], Arrays.copyOfRange(args, 1, args.length), new Report(System.out));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    /** @throws IllegalArgumentException for options that the benchmark does not know */
    static void run(String name, String[] options, Report report) throws Exception {
        BenchOptions given = BenchOptions.parse(options);
        report.title("./bench " + name + (options.length == 0 ? "" : " " + String.join(" ", options)));
        BENCHMARKS.get(name).run(given, report);
    }
}
