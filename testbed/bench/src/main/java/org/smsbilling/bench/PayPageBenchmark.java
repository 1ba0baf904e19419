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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.smsbilling.paylink.PayToken;
import org.smsbilling.testbed.web.WebHost;

/** How many pay pages a second, and how long a page takes at 500 a second. Every opening is written down, as in production. */
final class PayPageBenchmark implements Benchmark {

    private static final int LINKS = 2_000;
    private static final String ORGANIZATION = "OakOffice";
    private static final String PROXY = "X-Forwarded-Proto";
    private static final String HTTPS = "https";

    @Override
    public String summary() {
        return "opens pay links over HTTP; --seconds=20 --visitors=16 --rate=500, or --url=http://127.0.0.1:8080/pay/control/p/TOKEN of an OFBiz"
                + " that runs, or --url=http://127.0.0.1:8080/pay/control/p/ --tokens=FILE with a token a line";
    }

    @Override
    public void run(BenchOptions options, Report report) throws Exception {
        options.allow("seconds", "visitors", "rate", "url", "tokens");
        if (!options.text("url", "").isEmpty()) {
            measure(options, report, elsewhere(options.text("url", ""), options.text("tokens", "")), "the given server");
            return;
        }
        try (BenchWorld world = BenchWorld.start(options); WebHost web = WebHost.start(world.testbed(), 0)) {
            List<String> tokens = IntStream.rangeClosed(1, LINKS).mapToObj(number -> PayToken.random()).toList();
            world.quiet(new SlowCarrier(1));
            populate(world, tokens);
            String base = web.baseUri().toString().replaceAll("/$", "") + "/pay/control/p/";
            StatementCounts.Snapshot before = world.counts().now();
            long pages = measure(options, report, tokens.stream().map(token -> URI.create(base + token)).toList(),
                    "the testbed on " + world.databaseName());
            report.line("a page: %s", world.counts().now().minus(before).each(pages));
        }
    }

    private static List<URI> elsewhere(String url, String tokens) throws IOException {
        return tokens.isEmpty() ? List.of(URI.create(url))
                : Files.readAllLines(Path.of(tokens)).stream().filter(line -> !line.isBlank()).map(token -> URI.create(url + token.strip())).toList();
    }

    /** @return pages asked for */
    private static long measure(BenchOptions options, Report report, List<URI> links, String where) throws IOException, InterruptedException {
        refuseOtherPages(links.get(0));
        Duration howLong = Duration.ofSeconds(options.number("seconds", 20));
        int rate = options.number("rate", 500);
        HttpLoad load = new HttpLoad(number -> links.get(number % links.size()), Map.of(PROXY, HTTPS,
                "User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)"), options.number("visitors", 16));
        HttpLoad.Result warm = load.asFastAsTheyCan(howLong.dividedBy(2));
        HttpLoad.Result fast = load.asFastAsTheyCan(howLong);
        HttpLoad.Result steady = load.atRate(rate, howLong);
        report.line("%s, %d visitors at once: %,.0f pages/s, %s; answers by status %s", where, options.number("visitors", 16), fast.perSecond(),
                fast.times(), fast.statuses());
        report.line("%s, %d pages due a second: %,.0f/s, %s; answers by status %s", where, rate, steady.perSecond(), steady.times(),
                steady.statuses());
        return warm.answers() + fast.answers() + steady.answers();
    }

    /** A link that cannot be paid, expired for example, shows a page that costs less. */
    private static void refuseOtherPages(URI link) throws IOException, InterruptedException {
        String page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).header(PROXY, HTTPS).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        if (!page.contains("id=\"pay\"")) {
            throw new IllegalStateException("The first link shows something else than a page that takes payments: " + page);
        }
    }

    private static void populate(BenchWorld world, List<String> tokens) throws Exception {
        Timestamp now = Timestamp.from(world.clock().instant());
        Population population = new Population(world.delegator(), world.clock().instant());
        population.organization(ORGANIZATION, 1_000);
        population.customers(tokens.size());
        population.invoices(ORGANIZATION, tokens.size());
        population.create("SmsPayLink", tokens.size(), number -> {
            Map<String, Object> link = new HashMap<>();
            link.put("linkId", "L" + number);
            link.put("organizationPartyId", ORGANIZATION);
            link.put("customerPartyId", "C" + number);
            link.put("contactNumber", Population.number(number));
            link.put("tokenHash", PayToken.hash(tokens.get(number - 1)));
            link.put("messageId", "M" + number);
            link.put("createdDate", now);
            link.put("activeDate", now);
            link.put("expiresDate", Timestamp.from(world.clock().instant().plus(Duration.ofDays(60))));
            return link;
        });
        population.create("SmsPayLinkInvoice", tokens.size(), number -> Map.of("linkId", "L" + number, "invoiceId", "I" + number));
    }
}
