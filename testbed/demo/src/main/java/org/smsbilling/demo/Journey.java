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
package org.smsbilling.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The main job, done over HTTP as a clerk's and a customer's browser do it; each step is printed with its time. */
final class Journey {
    private static final String INVOICE = "RENT07";
    private static final String NUMBER = "+19175550141";
    private static final String AMOUNT = "1945.00";
    private static final long DEADLINE_SECONDS = 20;

    private final Clerk clerk;
    private final Browser customer = new Browser();
    private final URI web;
    private final URI outside;

    Journey(URI web, URI outside) {
        this.web = web;
        this.outside = outside;
        clerk = new Clerk(web);
    }

    /** @return whether every step held; the first that did not is printed with its reason */
    boolean run(PrintStream out) {
        Steps steps = new Steps(out);
        String[] link = new String[1];
        String[] attempt = new String[2];
        return steps.step("sign in as clerk", clerk::signIn)
                && steps.step("open invoice " + INVOICE + " and find Send SMS", () -> clerk.openInvoice(INVOICE))
                && steps.step("send the text", () -> Steps.holds(NUMBER.equals(clerk.send(INVOICE)), "it goes to the billing contact's number"))
                && steps.step("read the text on the handset", () -> link[0] = new Phone(outside).newestLink(NUMBER))
                && steps.step("open the link", () -> openLink(link[0]))
                && steps.step("pay by card", () -> pay(link[0], attempt))
                && steps.step("see the receipt", () -> seeReceipt(link[0], attempt[1]))
                && steps.step("see the invoice paid", this::seePaid)
                && steps.done();
    }

    private void openLink(String link) throws IOException, InterruptedException {
        String page = customer.page(URI.create(link));
        Steps.holds(page.contains("<title>Pay Now"), "the page is titled Pay Now");
        Steps.holds(page.contains("$1,945.00"), "the page shows what is to be paid");
    }

    private void pay(String link, String[] attempt) throws Exception {
        JsonNode token = customer.sendJson(outside.resolve("/cardsecure/api/v1/ccn/tokenize"),
                Map.of("account", "4788250000121443", "expiry", "1230", "cvv", "123"));
        JsonNode started = customer.postForJson(at("/pay/control/start"), Map.of("token", payToken(link), "methodType", "CARD",
                "accountToken", token.path("token").asText(), "accountExpiry", "1230", "payerName", "Maria Gonzalez", "postalCode", "10004",
                "amount", AMOUNT, "authorized", "Y", "localeString", "en"));
        Steps.holds(started.path("accepted").asBoolean(), "the payment starts: " + started.path("text").asText());
        attempt[0] = started.path("attemptId").asText();
        attempt[1] = started.path("orderId").asText();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        JsonNode progress = progress(link, attempt[0]);
        while (!progress.path("finished").asBoolean()) {
            Steps.holds(System.nanoTime() < end, "the payment ends");
            progress = progress(link, attempt[0]);
        }
        Steps.holds(progress.path("success").asBoolean(), "the payment succeeds: " + progress.path("text").asText());
    }

    private JsonNode progress(String link, String attemptId) throws IOException, InterruptedException {
        return customer.postForJson(at("/pay/control/progress"), Map.of("token", payToken(link), "attemptId", attemptId, "localeString", "en"));
    }

    private void seeReceipt(String link, String orderId) throws IOException, InterruptedException {
        String receipt = customer.post(at("/pay/control/receipt"), Map.of("token", payToken(link), "orderId", orderId, "localeString", "en"));
        Steps.holds(receipt.contains("$1,945.00") && receipt.contains("1443"), "the receipt names amount and card");
    }

    private void seePaid() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        String page = clerk.invoicePage(INVOICE);
        while (!page.contains("Paid")) {
            Steps.holds(System.nanoTime() < end, "the invoice is shown as paid");
            page = clerk.invoicePage(INVOICE);
        }
        Steps.holds(customer.page(outside.resolve("/handset")).contains("Harbor View"), "the handset lists the thread");
    }

    private URI at(String path) {
        return web.resolve(path);
    }

    private static String payToken(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
