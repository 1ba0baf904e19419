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
package org.smsbilling.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.smsbilling.outside.cardpointe.CardPointe;
import org.smsbilling.outside.control.ControlApi;
import org.smsbilling.outside.control.ControlPanel;
import org.smsbilling.outside.faults.Faults;
import org.smsbilling.outside.faults.Journal;
import org.smsbilling.outside.handset.Handset;
import org.smsbilling.outside.twilio.Twilio;
import org.smsbilling.outside.web.Daemons;
import org.smsbilling.outside.web.Router;
import org.smsbilling.outside.web.WebServer;

/** The outside world on one port of this machine: carrier, payment gateway, phones and clock. Runs by itself or inside a test. */
public final class OutsideWorld implements AutoCloseable {
    /** Wednesday, 2026-03-04, 10:00 in New York. */
    public static final Instant START = Instant.parse("2026-03-04T15:00:00Z");

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4, new Daemons("outside-scheduler-"));
    private final Faults faults = new Faults();
    private final MovableClock clock;
    private final Journal journal;
    private final Twilio twilio;
    private final CardPointe cardPointe;
    private final WebServer server;

    private OutsideWorld(int port, Instant start) throws IOException {
        clock = new MovableClock(start);
        journal = new Journal(clock);
        twilio = new Twilio(clock, scheduler);
        cardPointe = new CardPointe(clock);
        Router router = new Router();
        twilio.serve(router);
        cardPointe.serve(router);
        new Handset(twilio, clock).serve(router);
        new ControlApi(clock, twilio, cardPointe, faults, journal).serve(router);
        new ControlPanel(clock, faults).serve(router);
        server = new WebServer(port, router, faults, journal, scheduler);
        server.start();
    }

    /** @param port 0 for any free one
     * @throws UncheckedIOException if the port is taken */
    public static OutsideWorld start(int port) {
        return start(port, START);
    }

    /** @param moment where the clock begins */
    public static OutsideWorld start(int port, Instant moment) {
        try {
            return new OutsideWorld(port, moment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return http://127.0.0.1:PORT */
    public URI baseUri() {
        return server.baseUri();
    }

    public MovableClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    public Journal journal() {
        return journal;
    }

    public Twilio twilio() {
        return twilio;
    }

    public CardPointe cardPointe() {
        return cardPointe;
    }

    @Override
    public void close() {
        server.close();
        scheduler.shutdownNow();
    }

    /** @param arguments --port N (8090 unless given), --start an ISO 8601 moment with offset */
    public static void main(String[] arguments) throws InterruptedException {
        int port = 8090;
        Instant start = START;
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            switch (arguments[i]) {
            case "--port" -> port = Integer.parseInt(arguments[i + 1]);
            case "--start" -> start = ZonedDateTime.parse(arguments[i + 1]).toInstant();
            default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        try (OutsideWorld world = start(port, start)) {
            URI base = world.baseUri();
            System.out.println("Outside world   " + base + "/\n"
                    + "Handset         " + base + "/handset\n"
                    + "Twilio          " + base + "/2010-04-01/  (api), /v1/ (messaging, pricing)\n"
                    + "CardPointe      " + base + "/cardconnect/rest/  and /itoke/ajax-tokenizer.html\n"
                    + "Clock           " + base + "/clock  " + world.clock().instant());
            Thread.currentThread().join();
        }
    }
}
