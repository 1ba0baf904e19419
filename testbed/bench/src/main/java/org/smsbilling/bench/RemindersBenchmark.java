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

import java.sql.Connection;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.reminder.CollectionCyclesReader;
import org.smsbilling.reminder.ReminderEmails;
import org.smsbilling.reminder.ReminderRun;

/** How long the reminders of a day take, whatever is open; beside them one INSERT ... SELECT that knows neither recipients nor rules. */
final class RemindersBenchmark implements Benchmark {

    private static final Timestamp LONG_AGO = Timestamp.valueOf("2020-01-01 00:00:00");
    private static final LocalDate TODAY = BenchWorld.NOON.atZone(ZoneId.of("America/New_York")).toLocalDate();
    private static final int RUNS = 3;

    @Override
    public String summary() {
        return "invoices due today get their reminders; beside it one INSERT ... SELECT. "
                + "--open=10000,100000,1000000 --due=10000 --warmup=1 --statements";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("open", "due", "warmup", "statements");
        int due = options.number("due", 10_000);
        for (int open : options.numbers("open", "10000,100000,1000000")) {
            try (BenchWorld world = BenchWorld.start(options)) {
                world.quiet(new SlowCarrier(50));
                populate(world, options, open, due);
                world.settle();
                report.line("%,d open invoices, %,d of them due, %s", open, due, world.databaseName());
                reminders(world, Math.min(due, open), options, report);
                peer(world, options, open, due, report);
            }
        }
    }

    /** Organizations WARM1, WARM2 ... have so many due invoices as are measured, for the JVM to know the way; OAK is measured. */
    private static void populate(BenchWorld world, BenchOptions options, int open, int due) throws Exception {
        Delegator delegator = world.delegator();
        delegator.removeByAnd("JobSandbox", "serviceName", "runSmsReminders");
        Population population = new Population(delegator, BenchWorld.NOON);
        population.reachableCustomers(due);
        List<String> organizations = organizations(options);
        try (Connection connection = world.connect()) {
            OpenInvoices invoices = new OpenInvoices(connection, !options.on("h2"), TODAY);
            int first = 1;
            for (String organization : organizations) {
                population.organization(organization, 100);
                int count = organization.equals("OAK") ? open : due;
                invoices.insert(organization, due, first, count, due);
                first += count;
            }
        }
        for (String organization : organizations) {
            delegator.create("SmsCollectionCycle", "cycleId", organization, "organizationPartyId", organization, "cycleName", "Rent", "priority", 1L,
                    "fromDate", LONG_AGO, "changedDate", LONG_AGO);
            step(delegator, organization, -3, "UPCOMING");
            step(delegator, organization, 0, "DUE_TODAY");
            step(delegator, organization, 3, "OVERDUE_GENTLE");
            step(delegator, organization, 10, "OVERDUE_FIRM");
        }
    }

    private static List<String> organizations(BenchOptions options) {
        return Stream.concat(IntStream.rangeClosed(1, options.number("warmup", 1)).mapToObj(number -> "WARM" + number), Stream.of("OAK")).toList();
    }

    private static void step(Delegator delegator, String cycle, int offset, String type) throws GenericEntityException {
        Map<String, Object> step = new HashMap<>(Map.of("stepId", cycle + offset, "cycleId", cycle, "stepAnchor", "DUE_DATE",
                "offsetDays", (long) offset, "communication", "SMS", "messageType", type, "sendHour", 10L, "fromDate", LONG_AGO));
        delegator.create("SmsCollectionStep", step);
    }

    private static void reminders(BenchWorld world, int expected, BenchOptions options, Report report) throws Exception {
        for (String organization : organizations(options)) {
            if (!organization.equals("OAK")) {
                measure(world, organization);
            }
        }
        if (options.on("statements")) {
            world.counts().time();
        }
        Result first = measure(world, "OAK");
        expect(expected, first, "OAK");
        report.line("  smsbilling        %s", first);
        world.counts().slowest(25).forEach(each -> report.line("  %s", each));
        Result again = measure(world, "OAK");
        expect(0, again, "OAK again");
        for (int i = 1; i < RUNS; i++) {
            again = measure(world, "OAK");
        }
        report.line("  the same again    %s", again);
        long queued = EntityQuery.use(world.delegator()).from("SmsMessage").where("organizationPartyId", "OAK", "messageStatus", "QUEUED")
                .queryCount();
        if (queued != expected) {
            throw new IllegalStateException(queued + " messages are queued, not " + expected + "; one is " + EntityQuery.use(world.delegator())
                    .from("SmsMessage").where("organizationPartyId", "OAK").queryFirst() + ", one step run is " + EntityQuery.use(world.delegator())
                    .from("SmsStepRun").where("organizationPartyId", "OAK").queryFirst());
        }
    }

    private record Result(int rows, long nanos, long cpuNanos, long databaseCpuNanos, StatementCounts.Snapshot counts) {
        @Override
        public String toString() {
            return String.format("%,7d reminders in %.3f s, %,d statements (%,d rows in batches), %,d commits; processor %.2f s, database's %.2f s",
                    rows,
                    nanos / 1e9, counts.statements(), counts.batchedRows(), counts.commits(), cpuNanos / 1e9, databaseCpuNanos / 1e9);
        }
    }

    private static Result measure(BenchWorld world, String organization) throws GenericEntityException {
        Delegator delegator = world.delegator();
        Instant now = world.clock().instant();
        StatementCounts.Snapshot before = world.counts().now();
        Stopwatch watch = world.watch();
        ReminderRun.Outcome outcome = new ReminderRun(delegator, OrganizationSettingsReader.read(delegator, organization).orElseThrow(),
                CollectionCyclesReader.read(delegator, organization), new ReminderEmails(world.testbed().dispatcher()), now).run();
        return new Result(outcome.texts(), watch.nanos(), watch.cpuNanos(), watch.databaseCpuNanos(), world.counts().now().minus(before));
    }

    private static void expect(int texts, Result result, String what) {
        if (result.rows() != texts) {
            throw new IllegalStateException(what + ": " + result.rows() + " reminders, not " + texts);
        }
    }

    private static void peer(BenchWorld world, BenchOptions options, int open, int due, Report report) throws Exception {
        try (InsertSelectPeer peer = new InsertSelectPeer(world, !options.on("h2"))) {
            peer.populate(open, due, Date.valueOf(TODAY));
            peer.run(Date.valueOf(TODAY.minusDays(1)));
            report.line("  INSERT ... SELECT %s", peer.run(Date.valueOf(TODAY)));
            report.line("  the same again    %s", peer.run(Date.valueOf(TODAY)));
        }
    }
}
