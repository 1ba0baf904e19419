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
package org.smsbilling.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The outside world's emulators as a scenario sees them: texts that arrived, faults to come, the clock. */
public final class OutsideWorldClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("/pay/control/p/([A-Za-z0-9_-]+)");
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public OutsideWorldClient(URI base) {
        this.base = base;
    }

    /** Texts that the carrier accepted for a number, oldest first. */
    public List<String> texts(String to) throws IOException, InterruptedException {
        List<String> bodies = new ArrayList<>();
        get("/control/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)).path("messages")
                .forEach(m -> bodies.add(m.path("body").asText()));
        return bodies;
    }

    /** The newest text for a number, waiting until there are as many as asked for. */
    public String text(String to, int number) throws Exception {
        return Expect.soon("text " + number + " to " + to, () -> texts(to), all -> all.size() >= number).get(number - 1);
    }

    /** The pay token in a text. */
    public static String tokenIn(String text) {
        Matcher matcher = TOKEN.matcher(text);
        if (!matcher.find()) {
            throw new ScenarioFailure("no pay link in <" + text + ">");
        }
        return matcher.group(1);
    }

    /** The gateway's token for a card or a bank account ("routing/account"), as the tokenizer frame gets it. */
    public String accountToken(String account) throws IOException, InterruptedException {
        return post("/cardsecure/api/v1/ccn/tokenize", Map.of("account", account, "expiry", "1230", "cvv", "123")).path("token").asText();
    }

    /** Lets the next matching requests go wrong; see the emulators' README for the kinds. */
    public void fault(String kind, String path, int times) throws IOException, InterruptedException {
        post("/control/faults", Map.of("kind", kind, "path", path, "times", times));
    }

    public void clearFaults() throws IOException, InterruptedException {
        delete("/control/faults");
    }

    /** Charges that the gateway has approved and not voided, under the order id of an attempt. */
    public JsonNode transactions(String orderId) throws IOException, InterruptedException {
        return get("/control/transactions?orderid=" + orderId).path("transactions");
    }

    public void advanceClock(String isoDuration) throws IOException, InterruptedException {
        post("/clock", Map.of("advance", isoDuration));
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public JsonNode delete(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(base.resolve(path)).DELETE());
    }

    private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new ScenarioFailure("outside world answered " + response.statusCode() + ": " + response.body());
        }
        return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }
}
