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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that starts at a chosen moment, runs at real speed and can be moved. Safe for use by many threads. */
public final class MovableClock extends Clock {
    /** Calendar days of {@link #advance(String)} are days of this zone: sixty days later is the same time of day. */
    public static final ZoneId HOME = ZoneId.of("America/New_York");

    private record Mark(Instant moment, long nanoTime) { }

    private final ZoneId zone;
    private final AtomicReference<Mark> mark;

    public MovableClock(Instant start) {
        this(HOME, new AtomicReference<>(new Mark(start, System.nanoTime())));
    }

    private MovableClock(ZoneId zone, AtomicReference<Mark> mark) {
        this.zone = zone;
        this.mark = mark;
    }

    @Override
    public Instant instant() {
        return momentOf(mark.get());
    }

    private static Instant momentOf(Mark mark) {
        return mark.moment().plusNanos(System.nanoTime() - mark.nanoTime());
    }

    /** Sets the present moment; it may lie before the one shown so far. */
    public void set(Instant moment) {
        mark.set(new Mark(moment, System.nanoTime()));
    }

    public void advance(Duration duration) {
        mark.updateAndGet(old -> new Mark(momentOf(old).plus(duration), System.nanoTime()));
    }

    /** @param amount ISO 8601, such as P60D, PT1H or P1DT2H; days, months and years are calendar days in {@link #HOME} */
    public void advance(String amount) {
        int time = amount.indexOf('T');
        String days = time < 0 ? amount : amount.substring(0, time);
        Period period = days.equals("P") ? Period.ZERO : Period.parse(days);
        Duration duration = time < 0 ? Duration.ZERO : Duration.parse("P" + amount.substring(time));
        mark.updateAndGet(old -> new Mark(momentOf(old).atZone(HOME).plus(period).toInstant().plus(duration), System.nanoTime()));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other, mark);
    }
}
