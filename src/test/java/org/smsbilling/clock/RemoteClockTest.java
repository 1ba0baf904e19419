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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that somebody else moves. */
class RemoteClockTest {
    private static final Instant START = Instant.parse("2026-03-04T15:00:00Z");
    private final AtomicReference<String> answer = new AtomicReference<>("{\"now\":\"" + START + "\"}");
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private URI address;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/clock", exchange -> {
            asked.incrementAndGet();
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/clock");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void itStartsWithTheOtherClocksTimeAndRunsOn() {
        try (RemoteClock clock = RemoteClock.connect(address)) {
            Instant first = clock.instant();
            assertTrue(Duration.between(START, first).abs().compareTo(Duration.ofSeconds(5)) < 0, first.toString());
            assertTrue(clock.instant().compareTo(first) >= 0);
        }
    }

    @Test
    void aJumpIsNoticedWithinASecondOrTwo() throws InterruptedException {
        try (RemoteClock clock = RemoteClock.connect(address)) {
            answer.set("{\"now\":\"2026-05-03T15:00:00Z\"}");
            assertTrue(reaches(clock, Instant.parse("2026-05-03T15:00:00Z")), clock.instant().toString());
        }
    }

    @Test
    void readingItNeverAsks() {
        try (RemoteClock clock = RemoteClock.connect(address)) {
            int before = asked.get();
            long start = System.nanoTime();
            for (int i = 0; i < 100_000; i++) {
                clock.instant();
            }
            long polls = 2 + Duration.ofNanos(System.nanoTime() - start).toMillis() / 200;
            assertTrue(asked.get() - before <= polls, asked.get() - before + " requests");
        }
    }

    @Test
    void itRunsOnWhenTheOtherClockIsGoneAndIgnoresNonsense() throws InterruptedException {
        try (RemoteClock clock = RemoteClock.connect(address)) {
            answer.set("{\"now\":\"tomorrow\"}");
            server.stop(0);
            assertTrue(reaches(clock, START.plusMillis(500)), clock.instant().toString());
            assertTrue(clock.instant().isBefore(START.plusSeconds(60)));
        }
    }

    @Test
    void withoutAClockAtTheAddressThereIsNone() {
        server.stop(0);
        assertThrows(UncheckedIOException.class, () -> RemoteClock.connect(address));
    }

    @Test
    void aClockThatAnswersNonsenseIsNone() {
        answer.set("{}");
        assertThrows(UncheckedIOException.class, () -> RemoteClock.connect(address));
    }

    @Test
    void itCanBeSeenFromATimeZone() {
        try (RemoteClock clock = RemoteClock.connect(address)) {
            assertEquals(ZoneId.of("Z"), clock.getZone());
            assertEquals(ZoneId.of("America/New_York"), clock.withZone(ZoneId.of("America/New_York")).getZone());
            assertTrue(Duration.between(START, clock.withZone(ZoneId.of("America/New_York")).instant()).abs().toSeconds() < 5);
        }
    }

    private static boolean reaches(RemoteClock clock, Instant moment) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (clock.instant().isBefore(moment) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return !clock.instant().isBefore(moment);
    }
}
