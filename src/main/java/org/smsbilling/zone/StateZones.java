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
package org.smsbilling.zone;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Time zones of the states, provinces and territories of the United States and Canada, by their postal codes, which are the ids that OFBiz's Geo data
 * uses. A state with several zones has them all, so that the hours that all of them allow are kept wherever in it somebody lives. Source: the time
 * zone
 * database of IANA (files northamerica and zone1970.tab) with 49 CFR part 71 for the borders of zones inside states.
 */
final class StateZones {

    private static final String EASTERN = "New_York";
    private static final String CENTRAL = "Chicago";
    private static final String MOUNTAIN = "Denver";
    private static final String PACIFIC = "Los_Angeles";

    private static final Map<String, Set<ZoneId>> UNITED_STATES = Map.ofEntries(
            one(EASTERN, "CT"), one(EASTERN, "DC"), one(EASTERN, "DE"), one(EASTERN, "GA"), one(EASTERN, "MA"), one(EASTERN, "MD"),
            one(EASTERN, "ME"), one(EASTERN, "NC"), one(EASTERN, "NH"), one(EASTERN, "NJ"), one(EASTERN, "NY"), one(EASTERN, "OH"),
            one(EASTERN, "PA"), one(EASTERN, "RI"), one(EASTERN, "SC"), one(EASTERN, "VA"), one(EASTERN, "VT"), one(EASTERN, "WV"),
            two(EASTERN, CENTRAL, "FL"), two(EASTERN, CENTRAL, "IN"), two(EASTERN, CENTRAL, "KY"), two(EASTERN, CENTRAL, "MI"),
            two(EASTERN, CENTRAL, "TN"),
            one(CENTRAL, "AL"), one(CENTRAL, "AR"), one(CENTRAL, "IA"), one(CENTRAL, "IL"), one(CENTRAL, "LA"), one(CENTRAL, "MN"),
            one(CENTRAL, "MO"), one(CENTRAL, "MS"), one(CENTRAL, "OK"), one(CENTRAL, "WI"),
            two(CENTRAL, MOUNTAIN, "KS"), two(CENTRAL, MOUNTAIN, "ND"), two(CENTRAL, MOUNTAIN, "NE"), two(CENTRAL, MOUNTAIN, "SD"),
            two(CENTRAL, MOUNTAIN, "TX"),
            one(MOUNTAIN, "CO"), one(MOUNTAIN, "MT"), one(MOUNTAIN, "NM"), one(MOUNTAIN, "UT"), one(MOUNTAIN, "WY"),
            two(MOUNTAIN, "Phoenix", "AZ"), two(MOUNTAIN, PACIFIC, "ID"), two(MOUNTAIN, PACIFIC, "OR"), two(MOUNTAIN, PACIFIC, "NV"),
            one(PACIFIC, "CA"), one(PACIFIC, "WA"), two("Anchorage", "Adak", "AK"),
            zones("HI", "Pacific/Honolulu"), zones("PR", "America/Puerto_Rico"), zones("VI", "America/Puerto_Rico"), zones("GU", "Pacific/Guam"),
            zones("MP", "Pacific/Guam"), zones("AS", "Pacific/Pago_Pago"));

    private static final Map<String, Set<ZoneId>> CANADA = Map.ofEntries(
            zones("NL", "America/St_Johns", "America/Goose_Bay"), one("Halifax", "NS"), one("Halifax", "PE"), one("Moncton", "NB"),
            two("Toronto", "Halifax", "QC"), two("Toronto", "Winnipeg", "ON"), one("Winnipeg", "MB"), two("Regina", "Edmonton", "SK"),
            one("Edmonton", "AB"), two("Vancouver", "Edmonton", "BC"), one("Whitehorse", "YT"), one("Edmonton", "NT"),
            zones("NU", "America/Toronto", "America/Winnipeg", "America/Edmonton"));

    private StateZones() { }

    /**
     * @param country ISO 3166 alpha-2
     * @param state postal code of a state or province, with or without the country before it ("NY", "US-NY")
     * @return empty for what is not here
     */
    static Set<ZoneId> of(String country, String state) {
        String code = state.startsWith(country + "-") ? state.substring(country.length() + 1) : state;
        return switch (country) {
        case "US" -> UNITED_STATES.getOrDefault(code, Set.of());
        case "CA" -> CANADA.getOrDefault(code, Set.of());
        default -> Set.of();
        };
    }

    private static Map.Entry<String, Set<ZoneId>> one(String city, String state) {
        return zones(state, "America/" + city);
    }

    private static Map.Entry<String, Set<ZoneId>> two(String city, String other, String state) {
        return zones(state, "America/" + city, "America/" + other);
    }

    private static Map.Entry<String, Set<ZoneId>> zones(String state, String... ids) {
        return Map.entry(state, Stream.of(ids).map(ZoneId::of).collect(Collectors.toUnmodifiableSet()));
    }
}
