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

import java.time.Clock;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Moves messages on: queued or accepted, sending, sent, delivered. Each step takes the same real time; the queue can be held. */
public final class Delivery {
    private static final long STEP_MILLIS = 150;

    private final Directory directory;
    private final MessageStore store;
    private final Prices prices;
    private final StatusReports reports;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final Queue<Sms> held = new ConcurrentLinkedQueue<>();
    private volatile boolean hold;
    private volatile long stepMillis = STEP_MILLIS;

    Delivery(Directory directory, MessageStore store, Prices prices, StatusReports reports, Clock clock, ScheduledExecutorService scheduler) {
        this.directory = directory;
        this.store = store;
        this.prices = prices;
        this.reports = reports;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** @param on true: accepted messages wait; false: those that waited go on, unless their validity period is over */
    public void hold(boolean on) {
        hold = on;
        if (!on) {
            for (Sms sms = held.poll(); sms != null; sms = held.poll()) {
                later(sms, this::leaveQueue);
            }
        }
    }

    public void stepMillis(long millis) {
        stepMillis = millis;
    }

    void reset() {
        held.clear();
        hold = false;
        stepMillis = STEP_MILLIS;
    }

    void begin(Sms sms) {
        later(sms, this::leaveQueue);
    }

    private void later(Sms sms, Consumer<Sms> step) {
        scheduler.schedule(() -> step.accept(sms), stepMillis, TimeUnit.MILLISECONDS);
    }

    private void leaveQueue(Sms sms) {
        if (hold) {
            held.add(sms);
            return;
        }
        Instant now = clock.instant();
        if (now.isAfter(sms.draft().created().plus(sms.draft().validity()))) {
            end(sms, "failed", new MagicNumbers.Failure(30036, "Validity period expired"));
            return;
        }
        if (sms.status().equals("accepted")) {
            String pooled = directory.service(sms.draft().serviceSid()).map(Directory.Service::number).orElse("");
            sms.route(sms.from().isEmpty() ? pooled : sms.from(), Segments.count(sms.body()));
            sms.become("queued", now);
        }
        sms.become("sending", now);
        store.changed();
        MagicNumbers.failed(sms.draft().to()).ifPresentOrElse(failure -> end(sms, "failed", failure), () -> later(sms, this::leave));
    }

    private void leave(Sms sms) {
        sms.leave(clock.instant(), prices.of(sms.draft().to(), sms.segments()));
        store.changed();
        reports.send(sms);
        if (!sms.draft().to().equals(MagicNumbers.NO_RECEIPT)) {
            later(sms, this::arrive);
        }
    }

    private void arrive(Sms sms) {
        MagicNumbers.undelivered(sms.draft().to()).ifPresentOrElse(failure -> end(sms, "undelivered", failure), () -> {
            sms.become("delivered", clock.instant());
            store.changed();
            reports.send(sms);
        });
    }

    private void end(Sms sms, String status, MagicNumbers.Failure failure) {
        sms.fail(status, failure.code(), failure.message(), clock.instant());
        store.changed();
        reports.send(sms);
    }
}
