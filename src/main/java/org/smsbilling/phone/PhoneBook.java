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
package org.smsbilling.phone;

import java.time.ZoneId;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers what {@link PhoneNumbers} made of numbers: reading one costs far more than a look at the database, and the same numbers come again with
 * every run of reminders and every check before a call. Bounded; thread-safe.
 */
public final class PhoneBook {

    private static final long MOST = 200_000;

    private record Typed(String countryCode, String areaCode, String contactNumber, String defaultCountry) { }

    private final Cache<Typed, PhoneCheck> checks = Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Set<ZoneId>> zones = Caffeine.newBuilder().maximumSize(MOST).build();

    /** As {@link PhoneNumbers#check(String, String, String, String)}. */
    public PhoneCheck check(String countryCode, String areaCode, String contactNumber, String defaultCountry) {
        return checks.get(new Typed(countryCode, areaCode, contactNumber, defaultCountry), typed ->
                PhoneNumbers.check(typed.countryCode(), typed.areaCode(), typed.contactNumber(), typed.defaultCountry()));
    }

    /** As {@link PhoneNumbers#zones(String)}. */
    public Set<ZoneId> zones(String e164) {
        return zones.get(e164, PhoneNumbers::zones);
    }
}
