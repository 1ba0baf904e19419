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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones of addresses, and what becomes of them beside those of a number. */
class PostalZonesTest {

    @ParameterizedTest
    @CsvSource({"USA,NY,America/New_York", "USA,CA,America/Los_Angeles", "US,HI,Pacific/Honolulu", "USA,US-WA,America/Los_Angeles",
        "CAN,ON,America/Toronto;America/Winnipeg", "CAN,AB,America/Edmonton", "USA,TX,America/Chicago;America/Denver",
        "USA,AZ,America/Denver;America/Phoenix", "FRA,,Europe/Paris", "DEU,,Europe/Berlin", ",NY,America/New_York"})
    void addressesTellTheirZones(String country, String state, String zones) {
        assertEquals(Stream.of(zones.split(";")).map(ZoneId::of).collect(Collectors.toSet()), PostalZones.of(country, state));
    }

    @ParameterizedTest
    @CsvSource({"USA,", "USA,XX", ",", "XYZ,"})
    void addressesThatDoNotTellHaveNone(String country, String state) {
        assertEquals(Set.of(), PostalZones.of(country, state));
    }

    @Test
    void bothCountWhenTheyDisagreeAndTheAddressNarrowsTheNumber() {
        ZoneId newYork = ZoneId.of("America/New_York");
        ZoneId losAngeles = ZoneId.of("America/Los_Angeles");
        assertEquals(Set.of(newYork, losAngeles), ContactZones.combined(Set.of(newYork), Set.of(losAngeles)));
        assertEquals(Set.of(losAngeles), ContactZones.combined(Set.of(newYork, losAngeles), Set.of(losAngeles)));
        assertEquals(Set.of(newYork), ContactZones.combined(Set.of(newYork), Set.of()));
        assertEquals(Set.of(newYork), ContactZones.combined(Set.of(), Set.of(newYork)));
        assertEquals(Set.of(), ContactZones.combined(Set.of(), Set.of()));
    }
}
