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
package org.smsbilling.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.Backoff;

/** Looks at the events that are due, a batch at a time; when something goes wrong, one by one, so that one event does not stop the others. */
final class EventWork {

    private static final String MODULE = EventWork.class.getName();
    /** About an hour in all. */
    private static final Backoff AFTER_FAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10), 14);

    private final Clock clock;
    private final EventQueue queue;
    private final Map<EventKind, EventHandler> handlers;
    private final int batch;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** @param batch most events that are taken at once */
    EventWork(Clock clock, EventQueue queue, Map<EventKind, EventHandler> handlers, int batch) {
        this.batch = batch;
        this.clock = clock;
        this.queue = queue;
        this.handlers = new EnumMap<>(handlers);
    }

    /** What one look gave.
     * @param handled how many events were looked at
     * @param more whether there may be more at once */
    record Look(int handled, boolean more) { }

    Look look() throws GenericEntityException {
        EventQueue.Taken taken = queue.take(clock.instant(), batch);
        Map<EventKind, List<BusinessEvent>> byKind = new EnumMap<>(EventKind.class);
        for (GenericValue row : taken.rows()) {
            try {
                BusinessEvent event = BusinessEvent.of(row);
                byKind.computeIfAbsent(event.kind(), any -> new ArrayList<>()).add(event);
            } catch (IllegalArgumentException e) {
                queue.end(taken.owner(), Map.of(row.getString("smsEventId"), EventOutcome.done("UNKNOWN_KIND")), clock.instant());
            }
        }
        for (Map.Entry<EventKind, List<BusinessEvent>> kind : byKind.entrySet()) {
            handle(taken.owner(), handlers.get(kind.getKey()), kind.getValue());
        }
        return new Look(taken.rows().size(), taken.rows().size() == batch);
    }

    private void handle(String owner, EventHandler handler, List<BusinessEvent> events) throws GenericEntityException {
        Map<String, EventOutcome> outcomes;
        try {
            outcomes = new HashMap<>(handler.handle(events));
            events.forEach(event -> outcomes.putIfAbsent(event.id(), EventOutcome.NOTHING));
        } catch (GenericEntityException | RuntimeException e) {
            if (events.size() == 1) {
                failed(owner, events.get(0), e);
                return;
            }
            Debug.logWarning(e, events.size() + " events could not be looked at together; they are looked at one by one", MODULE);
            for (BusinessEvent event : events) {
                handle(owner, handler, List.of(event));
            }
            return;
        }
        queue.end(owner, outcomes, clock.instant());
    }

    private void failed(String owner, BusinessEvent event, Exception cause) throws GenericEntityException {
        Instant now = clock.instant();
        int tried = event.tries() + 1;
        Optional<Duration> wait = AFTER_FAULT.after(tried, random);
        Debug.logError(cause, "Event " + event.id() + " (" + event.kind() + " of invoice " + event.invoiceId() + ") could not be looked at, "
                + (wait.isPresent() ? "it is tried again" : "and is given up after " + tried + " tries"), MODULE);
        queue.failed(owner, event.id(), tried,
                wait.map(pause -> EventOutcome.later("OWN_FAULT", now.plus(pause))).orElse(EventOutcome.done("OWN_FAULT")), now);
    }
}
