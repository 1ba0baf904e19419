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
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clerk's browser without the browser: signs in, opens invoices and sends them, with the requests that the pages make. */
final class Clerk {
    private static final Pattern LOGIN_KEY = Pattern.compile("data-external-login-key=\"([^\"]*)\"");
    private final Browser browser = new Browser();
    private final URI web;
    private String csrfToken = "";

    Clerk(URI web) {
        this.web = web;
    }

    void signIn() throws IOException, InterruptedException {
        browser.post(at("/accounting/control/login"), Map.of("USERNAME", "clerk", "PASSWORD", "ofbiz", "JavaScriptEnabled", "Y"));
    }

    String invoicePage(String invoiceId) throws IOException, InterruptedException {
        return browser.page(at("/accounting/control/viewInvoice?invoiceId=" + invoiceId));
    }

    /** What the scripts of the invoice page do before their first request. */
    void openInvoice(String invoiceId) throws IOException, InterruptedException {
        String page = invoicePage(invoiceId);
        Steps.holds(page.contains("Send SMS") || page.contains("Resend Invoice via SMS"), "the invoice page offers to send");
        Matcher key = LOGIN_KEY.matcher(page);
        Steps.holds(key.find(), "the invoice page lets its scripts sign in");
        JsonNode session = browser.postForJson(at("/smsbilling/control/smsSession"), Map.of("externalLoginKey", key.group(1)));
        Steps.holds("clerk".equals(session.path("userLoginId").asText()), "the scripts act as the clerk, not as " + session);
        csrfToken = session.path("csrfToken").asText("");
    }

    /** Sends an opened invoice to the number that the dialog is filled with. @return that number */
    String send(String invoiceId) throws IOException, InterruptedException {
        JsonNode dialog = ask("prepareInvoiceSms", Map.of("invoiceId", invoiceId)).path("dialog");
        Steps.holds(dialog.path("canSend").asBoolean(), "may be sent: " + dialog.path("whyNot").asText());
        String number = dialog.path("contactNumber").asText();
        JsonNode sent = ask("sendInvoiceSms", Map.of("invoiceId", invoiceId, "contactNumber", number,
                "occurrence", dialog.path("occurrence").asText(), "confirmedResend", dialog.path("earlier").isObject() ? "Y" : "N"));
        JsonNode outcome = ask("getSmsMessageOutcome", Map.of("messageId", sent.path("messageId").asText(), "waitMillis", "10000")).path("outcome");
        Steps.holds("Invoice SMS sent successfully".equals(outcome.path("text").asText()), "the clerk is told: " + outcome.path("text").asText());
        return number;
    }

    private JsonNode ask(String request, Map<String, String> form) throws IOException, InterruptedException {
        JsonNode answer = browser.postForJson(at("/smsbilling/control/" + request), form, csrfToken);
        Steps.holds(!answer.has("_ERROR_MESSAGE_"), request + ": " + answer.path("_ERROR_MESSAGE_").asText());
        return answer;
    }

    private URI at(String path) {
        return web.resolve(path);
    }
}
