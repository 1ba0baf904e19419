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
package org.smsbilling.outside.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.smsbilling.outside.web.BadRequest;
import org.smsbilling.outside.web.Forms;
import org.smsbilling.outside.web.Json;

/** Posts signed reports to the customer's application, and remembers what came of the latest ones. */
public final class Webhooks {
    /** How status reports travel: once and in order, twice, the earlier one after the later one, or not at all. */
    public enum Mode { NORMAL, DUPLICATED, REORDERED, OFF }

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int REMEMBERED = 500;

    private final Directory directory;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Deque<Map<String, Object>> latest = new ArrayDeque<>();
    private volatile Mode mode = Mode.NORMAL;

    Webhooks(Directory directory) {
        this.directory = directory;
    }

    public void mode(String name) {
        try {
            mode = Mode.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("mode must be one of " + List.of(Mode.values()));
        }
    }

    public Mode mode() {
        return mode;
    }

    /** @return the answer's body, "" if there was none; never fails */
    CompletableFuture<String> post(String accountSid, URI address, Map<String, String> parameters) {
        String token = directory.account(accountSid).map(Directory.Account::token).orElse("");
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("X-Twilio-Signature", Signature.of(token, address.toString(), parameters))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .header("User-Agent", "TwilioProxy/1.1")
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(parameters))).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((response, failure) -> {
            remember(address, parameters, response == null ? reason(failure) : String.valueOf(response.statusCode()));
            return response == null || response.statusCode() >= 300 ? "" : response.body();
        });
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof IOException ? cause.getClass().getSimpleName() : String.valueOf(cause);
    }

    private synchronized void remember(URI address, Map<String, String> parameters, String outcome) {
        latest.addFirst(Json.map("address", address.toString(), "parameters", parameters, "outcome", outcome));
        if (latest.size() > REMEMBERED) {
            latest.removeLast();
        }
    }

    /** @return newest first */
    public synchronized List<Map<String, Object>> list() {
        return List.copyOf(latest);
    }

    public synchronized void clear() {
        latest.clear();
        mode = Mode.NORMAL;
    }
}
