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
package org.smsbilling.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a dry run that looks at customers one after another goes on.
 *
 * @param now the moment at which it began: all of it is decided as of then
 * @param afterCustomer those up to this party id have been looked at; the empty string at the beginning
 * @param placed texts that it found so far, by the organization's day on which they leave: they fill the daily cap
 */
record DryRunPosition(Instant now, String afterCustomer, Map<LocalDate, Long> placed) {

    private static final Duration LONGEST = Duration.ofHours(2);

    static DryRunPosition start(Instant now) {
        return new DryRunPosition(now, "", Map.of());
    }

    /** @return in characters that an address can have */
    String text() {
        return now.toEpochMilli() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(afterCustomer.getBytes(StandardCharsets.UTF_8)) + "."
                + new TreeMap<>(placed).entrySet().stream().map(day -> day.getKey() + "_" + day.getValue()).collect(Collectors.joining("~"));
    }

    /** @param text what {@link #text} gave, or anything else. @return empty for what is none, or began too long before now to be gone on with */
    static Optional<DryRunPosition> parse(String text, Instant now) {
        String[] parts = text.split("\\.", -1);
        try {
            Instant began = Instant.ofEpochMilli(Long.parseLong(parts[0]));
            if (parts.length != 3 || Duration.between(began, now).abs().compareTo(LONGEST) > 0) {
                return Optional.empty();
            }
            Map<LocalDate, Long> placed = new TreeMap<>();
            for (String day : parts[2].isEmpty() ? new String[0] : parts[2].split("~")) {
                String[] count = day.split("_", 2);
                placed.put(LocalDate.parse(count[0]), Long.valueOf(count.length == 2 ? count[1] : ""));
            }
            return Optional.of(new DryRunPosition(began, new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8), placed));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
