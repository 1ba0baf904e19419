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
package org.smsbilling.bench.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The public address of several nodes: passes webhooks on to one of those that are up, and answers 502 when that one is not. */
final class HookProxy implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<URI> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    HookProxy() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void add(URI node) {
        nodes.add(node);
    }

    void remove(URI node) {
        nodes.remove(node);
    }

    private void pass(HttpExchange exchange) throws IOException {
        int status = 502;
        byte[] body = exchange.getRequestBody().readAllBytes();
        List<URI> up = List.copyOf(nodes);
        if (!up.isEmpty()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(up.get(Math.floorMod(turn.getAndIncrement(), up.size()))
                    .resolve(exchange.getRequestURI())).timeout(PATIENCE).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            String signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
            if (signature != null) {
                request.header("X-Twilio-Signature", signature);
            }
            try {
                status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            } catch (IOException e) {
                status = 502;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
