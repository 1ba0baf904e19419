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
package org.smsbilling.outside.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A request, read completely. */
public final class Call {
    /** User and password of HTTP Basic authentication. */
    public record Credentials(String user, String password) { }

    private final String method;
    private final String path;
    private final String rawQuery;
    private final Headers headers;
    private final String body;
    private final Map<String, String> pathValues;
    private final String forced;

    private Call(String method, String path, String rawQuery, Headers headers, String body, Map<String, String> pathValues, String forced) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.body = body;
        this.pathValues = pathValues;
        this.forced = forced;
    }

    static Call read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(), body, Map.of(), "");
    }

    Call withPathValues(Map<String, String> values) {
        return new Call(method, path, rawQuery, headers, body, values, forced);
    }

    Call withForced(String outcome) {
        return new Call(method, path, rawQuery, headers, body, pathValues, outcome);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String rawQuery() {
        return rawQuery == null ? "" : rawQuery;
    }

    public String body() {
        return body;
    }

    /** @return the outcome that a fault forces on this call: DECLINE, PARTIAL, RETRY or "" */
    public String forced() {
        return forced;
    }

    /** @return what the named part of the route's pattern matched */
    public String pathValue(String name) {
        return pathValues.get(name);
    }

    public Map<String, String> query() {
        return Forms.parse(rawQuery);
    }

    public Map<String, String> form() {
        return Forms.parse(body);
    }

    public ObjectNode json() {
        return Json.object(body);
    }

    /** @return the header's value or "" */
    public String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    public Optional<Credentials> credentials() {
        String value = header("Authorization");
        if (!value.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String decoded = new String(Base64.getDecoder().decode(value.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
