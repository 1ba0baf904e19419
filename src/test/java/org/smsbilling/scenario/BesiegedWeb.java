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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.smsbilling.testbed.db.TestPostgres;
import org.smsbilling.testbed.web.WebHost;

/** The public pages over HTTP, with one pay link of 90.00 that works, and visitors who mean no good. */
final class BesiegedWeb implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AttackStage attack;
    private final WebHost web;
    private final String token;

    BesiegedWeb(TestPostgres postgres) throws Exception {
        attack = new AttackStage(postgres);
        web = WebHost.start(attack.testbed(), 0);
        token = link(attack.stage().data().mobile(), "90.00");
        assertEquals(200, get("/pay/control/p/" + token).statusCode(), "the right link, and everything compiled");
    }

    AttackStage attack() {
        return attack;
    }

    Stage stage() {
        return attack.stage();
    }

    /** @return the token of a link to an invoice of that amount, as it was texted */
    String link(String number, String amount) throws Exception {
        attack.send(attack.invoice(number, amount), number);
        return OutsideWorldClient.tokenIn(attack.stage().outside().text(number, 1));
    }

    String token() {
        return token;
    }

    /** @param path from the root */
    HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** @param request of the pay pages */
    HttpResponse<String> post(String request, Map<String, String> fields) throws Exception {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send("/pay/control/" + request, "application/x-www-form-urlencoded; charset=UTF-8", String.join("&", pairs));
    }

    HttpResponse<String> send(String path, String contentType, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create(web.baseUri().toString().replaceAll("/$", "") + path);
    }

    @Override
    public void close() {
        web.close();
        attack.close();
    }
}
