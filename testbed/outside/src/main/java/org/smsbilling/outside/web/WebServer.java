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

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.smsbilling.outside.faults.Faults;
import org.smsbilling.outside.faults.Journal;
import org.smsbilling.outside.faults.Verdict;

/** HTTP on loopback. Delays wait in a scheduler and hold no thread, so that thousands of slow answers can be under way. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    private static final int THREADS = 64;

    static {
        // read once by the JDK's server: answer without waiting for the acknowledgement of the headers, keep the clients' connections open
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.maxIdleConnections", "4000");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final ScheduledExecutorService scheduler;
    private final Router router;
    private final Faults faults;
    private final Journal journal;

    /** @param port 0 for any free one */
    public WebServer(int port, Router router, Faults faults, Journal journal, ScheduledExecutorService scheduler) throws IOException {
        this.router = router;
        this.faults = faults;
        this.journal = journal;
        this.scheduler = scheduler;
        this.threads = Executors.newFixedThreadPool(THREADS, new Daemons("outside-http-"));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.createContext("/", this::accept);
        server.setExecutor(threads);
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    public void start() {
        server.start();
    }

    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void accept(HttpExchange exchange) throws IOException {
        Call call;
        try {
            call = Call.read(exchange);
        } catch (IOException e) {
            exchange.close();
            throw e;
        }
        if (!Journal.concerns(call.path())) {
            send(exchange, answer(call));
            return;
        }
        Verdict verdict = faults.judge(call);
        long number = journal.arrived(call, verdict);
        after(verdict.processAfterMillis(), () -> process(exchange, call, verdict, number));
    }

    private void process(HttpExchange exchange, Call call, Verdict verdict, long number) {
        Answer answer = verdict.processed() ? answer(call.withForced(verdict.forced())) : null;
        if (verdict.status() != 0) {
            answer = ErrorAnswers.of(verdict.status(), call);
        }
        Answer last = verdict.dropped() ? null : answer;
        after(verdict.delayMillis(), () -> {
            journal.answered(number, last == null ? 0 : last.status());
            if (last == null) {
                exchange.close();
            } else {
                send(exchange, last);
            }
        });
    }

    private Answer answer(Call call) {
        try {
            return router.route(call);
        } catch (Refusal e) {
            return e.answer();
        } catch (BadRequest e) {
            return Answer.json(400, Json.map("code", 400, "message", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, call.method() + " " + call.path() + " failed", e);
            return ErrorAnswers.of(500, call);
        }
    }

    private void after(long millis, Runnable task) {
        if (millis <= 0) {
            task.run();
            return;
        }
        scheduler.schedule(() -> {
            try {
                threads.execute(task);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.FINE, "closed meanwhile", e);
            }
        }, millis, TimeUnit.MILLISECONDS);
    }

    private static void send(HttpExchange exchange, Answer answer) {
        try (exchange) {
            if (!answer.contentType().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(answer.body());
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "the client is gone", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
