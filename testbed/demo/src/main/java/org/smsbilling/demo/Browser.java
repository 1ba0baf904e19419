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
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the journey needs of a browser: pages, forms and requests in JSON, with cookies and redirects. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10)).build();

    String page(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("User-Agent", "Mozilla/5.0 (iPhone; journey)").GET());
    }

    String post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return post(address, form, "");
    }

    /** @param csrfToken goes into the header that OFBiz looks for it in */
    private String post(URI address, Map<String, String> form, String csrfToken) throws IOException, InterruptedException {
        String body = form.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Requested-With", "XMLHttpRequest").header("User-Agent", "Mozilla/5.0 (iPhone; journey)").header("X-CSRF-Token", csrfToken)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode postForJson(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return postForJson(address, form, "");
    }

    JsonNode postForJson(URI address, Map<String, String> form, String csrfToken) throws IOException, InterruptedException {
        return JSON.readTree(post(address, form, csrfToken));
    }

    JsonNode sendJson(URI address, Object value) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(address).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(value)))));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.request().method() + " " + response.uri().getPath() + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
