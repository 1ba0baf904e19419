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
package org.smsbilling.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.ofbiz.base.util.Debug;

/**
 * A clock that somebody else moves, for demos and tests: asked five times a second in the background, and running on by itself between two answers
 * and while there are none. Reading it never waits.
 */
public final class RemoteClock extends Clock implements AutoCloseable {
    private static final String MODULE = RemoteClock.class.getName();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 200;

    private final HttpRequest request;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "smsbilling-clock");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Reading reading;
    private boolean lost;

    private RemoteClock(URI address) {
        this.request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    }

    /**
     * Asks once, on the calling thread, and then in the background.
     * @param address answers a GET with {"now": "2026-03-04T16:00:00Z"}
     * @throws UncheckedIOException if it does not
     */
    public static RemoteClock connect(URI address) {
        RemoteClock clock = new RemoteClock(address);
        try {
            clock.reading = clock.ask();
        } catch (IOException e) {
            clock.close();
            throw new UncheckedIOException("There is no clock at " + address, e);
        }
        clock.poller.scheduleWithFixedDelay(clock::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return clock;
    }

    @Override
    public Instant instant() {
        Reading last = reading;
        return last.now().plusNanos(System.nanoTime() - last.nanoTime());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** Stops asking; the clock runs on by itself. */
    @Override
    public void close() {
        poller.shutdownNow();
    }

    private void poll() {
        try {
            reading = ask();
            lost = false;
        } catch (IOException e) {
            if (!lost && !poller.isShutdown()) {
                Debug.logWarning("The clock at " + request.uri() + " does not answer, going on without it: " + e, MODULE);
            }
            lost = true;
        }
    }

    private Reading ask() throws IOException {
        long before = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            long after = System.nanoTime();
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP status " + answer.statusCode());
            }
            return new Reading(Instant.parse(json.readTree(answer.body()).path("now").asText()), before + (after - before) / 2);
        } catch (DateTimeException e) {
            throw new IOException("not a moment", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What the other clock said, and when by our own. */
    private record Reading(Instant now, long nanoTime) { }

    /** The same clock seen from a time zone. */
    private static final class Zoned extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
