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
package org.smsbilling.message;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.smsbilling.organization.SendingHours;

/**
 * When texts may reach a recipient who may be in any of some time zones: only in hours that are allowed in all of them.
 *
 * @param hours of the recipient's day
 * @param zones at least one
 */
public record SendWindow(SendingHours hours, Set<ZoneId> zones) {

    private static final int DAYS_AHEAD = 3;

    public SendWindow {
        zones = Set.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("No time zone");
        }
    }

    /** @param otherwise the zone that counts when none is given, or when the given ones have no hour in common */
    public static SendWindow of(SendingHours hours, Collection<ZoneId> zones, ZoneId otherwise, Instant now) {
        if (!zones.isEmpty()) {
            SendWindow window = new SendWindow(hours, Set.copyOf(zones));
            if (window.nextOpening(now).isPresent()) {
                return window;
            }
        }
        return new SendWindow(hours, Set.of(otherwise));
    }

    public boolean open(Instant moment) {
        return zones.stream().allMatch(zone -> {
            LocalDate day = moment.atZone(zone).toLocalDate();
            return !moment.isBefore(begin(day, zone)) && moment.isBefore(end(day, zone));
        });
    }

    /** @return this moment when it is open, else the first one at which it opens; empty when it never does */
    public Optional<Instant> nextOpening(Instant moment) {
        if (open(moment)) {
            return Optional.of(moment);
        }
        return zones.stream()
                .flatMap(zone -> IntStream.rangeClosed(0, DAYS_AHEAD).mapToObj(days -> begin(moment.atZone(zone).toLocalDate().plusDays(days), zone)))
                .filter(begin -> begin.isAfter(moment) && open(begin))
                .min(Instant::compareTo);
    }

    /** @return time until it closes; zero when it is closed */
    public Duration left(Instant moment) {
        return !open(moment) ? Duration.ZERO : zones.stream()
                .map(zone -> Duration.between(moment, end(moment.atZone(zone).toLocalDate(), zone)))
                .min(Duration::compareTo).orElseThrow();
    }

    private Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(hours.from(), 0).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return hours.until() == 24 ? day.plusDays(1).atStartOfDay(zone).toInstant() : day.atTime(hours.until(), 0).atZone(zone).toInstant();
    }
}
