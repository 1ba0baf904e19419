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

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.HookAddress;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.testbed.web.WebHost;
import org.smsbilling.twilio.TwilioSignature;

/**
 * Status reports of sent messages, each signed: sent and delivered of every message in any order, and a part of them twice. How fast they are
 * acknowledged through the service that the web event calls, and how fast they have reached their messages.
 */
final class WebhooksBenchmark implements Benchmark {

    private static final long SEED = 4;
    private static final int REPEATED_PERCENT = 20;
    private static final long PATIENCE_SECONDS = 120;
    private static final String ORGANIZATION = "OAK";

    @Override
    public String summary() {
        return "signed status reports, out of order and repeated. --messages=10000 --warmup=2000 --callers=16 --http, or at an OFBiz"
                + " that runs: --url=https://localhost:8443/pay/hook/status/TOKEN --account=AC... --auth-token=..., and"
                + " --to=http://127.0.0.1:8080/pay/hook/status/ when a proxy would hand them on there";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("messages", "warmup", "callers", "http", "url", "account", "auth-token", "to");
        int count = options.number("messages", 10_000);
        int warmUp = options.number("warmup", 2_000);
        int callers = options.number("callers", 16);
        if (!options.text("url", "").isEmpty()) {
            elsewhere(options, report);
            return;
        }
        try (BenchWorld world = BenchWorld.start(options)) {
            world.quiet(new SlowCarrier(1));
            Population population = new Population(world.delegator(), BenchWorld.NOON);
            population.organization(ORGANIZATION, 100);
            population.customers(count + warmUp);
            population.invoices(ORGANIZATION, count + warmUp);
            population.messages(ORGANIZATION, 1, count + warmUp);
            for (int number = 1; number <= count + warmUp; number++) {
                world.delegator().storeByCondition("SmsMessage", Map.of("messageStatus", "SENT", "providerMessageId", sid(number)),
                        EntityCondition.makeCondition("messageId", "M" + number));
            }
            world.settle();
            OrganizationSettings settings = OrganizationSettingsReader.read(world.delegator(), ORGANIZATION).orElseThrow();
            Carrier carrier = new Carrier(settings.smsAccount().orElseThrow().accountSid(), settings.smsAccount().orElseThrow().authToken(),
                    HookAddress.status(settings).orElseThrow());
            if (options.on("http")) {
                try (WebHost web = WebHost.start(world.testbed(), 0)) {
                    measure(world, ReportDoor.http(web.baseUri().toString().replaceAll("/$", "") + "/pay/hook/status/"), carrier, warmUp, count,
                            callers, report);
                }
            } else {
                measure(world, ReportDoor.service(world), carrier, warmUp, count, callers, report);
            }
        }
    }

    /** Who signs, and the address that it was given. */
    private record Carrier(String accountSid, String authToken, URI address) {
        String hookToken() {
            return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        }
    }

    /** Reports of messages that are not there: how fast a server acknowledges them. */
    private static void elsewhere(BenchOptions options, Report report) throws Exception {
        Carrier carrier = new Carrier(options.text("account", ""), options.text("auth-token", ""), URI.create(options.text("url", "")));
        int callers = options.number("callers", 16);
        ReportDoor door = ReportDoor.http(options.text("to", carrier.address().toString().replaceAll("[^/]+$", "")));
        receive(door, calls(carrier, 1, options.number("warmup", 2_000)), callers, new Percentiles());
        List<Map<String, Object>> calls = calls(carrier, options.number("warmup", 2_000) + 1, options.number("messages", 10_000));
        Percentiles answers = new Percentiles();
        long began = System.nanoTime();
        receive(door, calls, callers, answers);
        report.line("%,d reports, %d callers, the given server: acknowledged %,.0f/s  %s", calls.size(), callers,
                calls.size() * 1e9 / (System.nanoTime() - began), answers);
    }

    private static void measure(BenchWorld world, ReportDoor door, Carrier carrier, int warmUp, int count, int callers, Report report)
            throws Exception {
        receive(door, calls(carrier, 1, warmUp), callers, new Percentiles());
        awaitSent(world, count);
        measure(world, door, report, calls(carrier, warmUp + 1, count), count, callers);
    }

    private static void measure(BenchWorld world, ReportDoor door, Report report, List<Map<String, Object>> calls, int messages,
            int callers) throws Exception {
        Percentiles answers = new Percentiles();
        StatementCounts.Snapshot before = world.counts().now();
        Stopwatch watch = world.watch();
        receive(door, calls, callers, answers);
        long acknowledged = watch.nanos();
        awaitSent(world, 0);
        long handled = watch.nanos();
        report.line("%,d reports of %,d messages, %d %% of them repeated, any order, %d callers, %s", calls.size(), messages, REPEATED_PERCENT,
                callers,
                world.databaseName());
        report.line("  acknowledged  %,7.0f/s  %s", calls.size() * 1e9 / acknowledged, answers);
        report.line("  handled       %,7.0f/s  %s, %.2f ms of processor", calls.size() * 1e9 / handled,
                world.counts().now().minus(before).each(calls.size()), watch.cpuNanos() / 1e6 / calls.size());
    }

    private static void receive(ReportDoor door, List<Map<String, Object>> calls, int callers, Percentiles answers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                futures.add(pool.submit(() -> {
                    for (int i = first; i < calls.size(); i += callers) {
                        long began = System.nanoTime();
                        int status = door.receive(calls.get(i));
                        answers.add(System.nanoTime() - began);
                        if (status != 200) {
                            throw new IllegalStateException("A report was not acknowledged: " + status);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Waits until so many messages are still SENT and the others DELIVERED. */
    private static void awaitSent(BenchWorld world, long count) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long sent = Long.MAX_VALUE;
        while (sent > count) {
            sent = EntityQuery.use(world.delegator()).from("SmsMessage").where("messageStatus", "SENT").queryCount();
            if (System.nanoTime() > end) {
                throw new IllegalStateException(sent + " messages are still SENT, not " + count);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<Map<String, Object>> calls(Carrier carrier, int first, int count) {
        Random random = new Random(SEED);
        List<Map<String, Object>> calls = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            for (String status : List.of("sent", "delivered")) {
                Map<String, Object> call = call(carrier, sid(number), status);
                calls.add(call);
                if (random.nextInt(100) < REPEATED_PERCENT) {
                    calls.add(call);
                }
            }
        }
        Collections.shuffle(calls, random);
        return calls;
    }

    private static Map<String, Object> call(Carrier carrier, String sid, String status) {
        Map<String, String> form = new TreeMap<>(Map.of("MessageSid", sid, "SmsSid", sid, "MessageStatus", status, "SmsStatus", status,
                "AccountSid", carrier.accountSid(), "From", "+15005550006", "To", "+12125550147"));
        Map<String, Object> call = new HashMap<>();
        call.put("hookToken", carrier.hookToken());
        call.put("signature", TwilioSignature.sign(carrier.authToken(), carrier.address(), form));
        call.put("report", form);
        return call;
    }

    private static String sid(int number) {
        return String.format("SM%032d", number);
    }
}
