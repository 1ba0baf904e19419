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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.recipient.Addressee;
import org.smsbilling.testbed.sql.EntityRules;
import org.smsbilling.testbed.sql.GenericDelegator;

/** What the component costs those who make invoices: created, two items, made READY, by OFBiz's services; and how fast plans are written. */
final class InvoiceBenchmark implements Benchmark {

    private static final String PARTY = "OAK";
    private static final String STRANGER = "ELM";

    /** What is measured, in turns so that what changes over time concerns all alike. */
    private enum Way {
        WITHOUT("without the component's ECAs"), NOBODY("with them, nobody connected"), CONNECTED("with them, connected");

        private final String title;

        Way(String title) {
            this.title = title;
        }
    }

    @Override
    public String summary() {
        return "invoices made with and without the component, and plans written. --invoices=500 --rounds=9 --texts=10000";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("invoices", "rounds", "texts");
        int count = options.number("invoices", 500);
        int rounds = options.number("rounds", 9);
        try (BenchWorld world = BenchWorld.start(options)) {
            SmsBilling billing = new SmsBilling(world.delegator(), world.clock(), new SlowCarrier(1), new CardPointeGateway(Optional.empty()));
            billing.outbox().close();
            SmsBilling.install(billing);
            report.line("%,d invoices of two items a round, each in three transactions, the median of %d rounds, %s", count, rounds,
                    world.databaseName());
            invoices(world, count, rounds, report);
            plans(world, options.number("texts", 10_000), report);
        }
    }

    private static void invoices(BenchWorld world, int count, int rounds, Report report) throws Exception {
        Population population = new Population(world.delegator(), BenchWorld.NOON);
        population.customers(1);
        population.organization(PARTY, 1);
        world.delegator().create("Party", "partyId", STRANGER, "partyTypeId", "PARTY_GROUP");
        GenericDelegator delegator = (GenericDelegator) world.delegator();
        EntityRules rules = delegator.rules();
        Map<Way, List<Double>> seconds = new LinkedHashMap<>();
        Map<Way, List<Double>> cpuSeconds = new LinkedHashMap<>();
        Map<Way, String> counts = new HashMap<>();
        make(world, PARTY, Math.min(count, 100));
        TimeUnit.SECONDS.sleep(count < 100 ? 0 : 11); // the organization counts as changing for ten seconds after it was made
        for (int round = 0; round < rounds; round++) {
            for (Way way : Way.values()) {
                delegator.setRules(way == Way.WITHOUT ? null : rules);
                StatementCounts.Snapshot before = world.counts().now();
                Stopwatch watch = world.watch();
                make(world, way == Way.CONNECTED ? PARTY : STRANGER, count);
                seconds.computeIfAbsent(way, any -> new ArrayList<>()).add(watch.nanos() / 1e9);
                cpuSeconds.computeIfAbsent(way, any -> new ArrayList<>()).add(watch.cpuNanos() / 1e9);
                counts.put(way, world.counts().now().minus(before).each(count));
                delegator.setRules(rules);
            }
        }
        double base = median(seconds.get(Way.WITHOUT));
        double cpuBase = median(cpuSeconds.get(Way.WITHOUT));
        for (Way way : Way.values()) {
            double time = median(seconds.get(way));
            double cpu = median(cpuSeconds.get(way));
            report.line("%-28s %,8.0f/s (%+.1f %% time)  %.2f ms of processor each (%+.1f %%)  %s", way.title, count / time,
                    100 * (time / base - 1), 1000 * cpu / count, 100 * (cpu / cpuBase - 1), counts.get(way));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void make(BenchWorld world, String organization, int count) throws Exception {
        GenericValue system = EntityQuery.use(world.delegator()).from("UserLogin").where("userLoginId", "system").queryOne();
        for (int i = 0; i < count; i++) {
            Object invoiceId = call(world, system, "createInvoice", "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization,
                    "partyId", "C1", "statusId", "INVOICE_IN_PROCESS", "currencyUomId", "USD",
                    "invoiceDate", Timestamp.from(BenchWorld.NOON)).get("invoiceId");
            for (String amount : new String[] {"80.00", "20.00"}) {
                call(world, system, "createInvoiceItem", "invoiceId", invoiceId, "invoiceItemTypeId", "INV_FPROD_ITEM", "quantity", BigDecimal.ONE,
                        "amount", new BigDecimal(amount));
            }
            call(world, system, "setInvoiceStatus", "invoiceId", invoiceId, "statusId", "INVOICE_READY");
        }
    }

    private static Map<String, Object> call(BenchWorld world, GenericValue user, String service, Object... values) throws Exception {
        LocalDispatcher dispatcher = world.testbed().dispatcher();
        Map<String, Object> context = UtilMisc.toMap(values);
        context.put("userLogin", user);
        Map<String, Object> result = dispatcher.runSync(service, context);
        if (!ServiceUtil.isSuccess(result)) {
            throw new IllegalStateException(service + ": " + ServiceUtil.getErrorMessage(result));
        }
        return result;
    }

    private static void plans(BenchWorld world, int count, Report report) throws Exception {
        Population population = new Population(world.delegator(), BenchWorld.NOON);
        population.create("Party", 2, count - 1, number -> Map.of("partyId", "C" + number, "partyTypeId", "PARTY_GROUP"));
        population.invoices(PARTY, count);
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            ids.add("I" + number);
        }
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(world.delegator(), ids, BenchWorld.NOON);
        for (String step : new String[] {"WARMUP", "LATE1"}) {
            List<PlannedText> texts = new ArrayList<>();
            facts.values().forEach(invoice -> texts.add(text(step, invoice)));
            StatementCounts.Snapshot before = world.counts().now();
            Stopwatch watch = world.watch();
            int written = new PlanWriter(world.delegator(), BenchWorld.NOON).write(texts);
            double took = watch.nanos() / 1e9;
            if (written != count) {
                throw new IllegalStateException("Of " + count + " texts " + written + " were planned");
            }
            if ("LATE1".equals(step)) {
                report.line("%,d texts planned in %.2f s, %,.0f/s  %s", count, took, count / took, world.counts().now().minus(before).each(count));
                Stopwatch again = world.watch();
                int twice = new PlanWriter(world.delegator(), BenchWorld.NOON).write(texts);
                report.line("the same again: %d written in %.2f s", twice, again.nanos() / 1e9);
            }
        }
    }

    private static PlannedText text(String step, InvoiceFacts invoice) {
        int number = Integer.parseInt(invoice.invoiceId().substring(1));
        Addressee addressee = new Addressee(invoice.customerPartyId(), Population.number(number), Locale.ENGLISH, Set.of());
        return new PlannedText(new PlannedStep(step, "1", MessageType.OVERDUE_GENTLE, List.of(invoice), MessageContent.NONE, BenchWorld.NOON, null),
                invoice.customerPartyId(), addressee, BenchWorld.NOON, null);
    }
}
