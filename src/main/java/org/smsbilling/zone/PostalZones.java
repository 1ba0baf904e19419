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
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.smsbilling.phone.PhoneNumbers;

/** Time zones of postal addresses. */
public final class PostalZones {

    private static final Map<String, String> ALPHA_2 = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(code -> new Locale.Builder().setRegion(code).build().getISO3Country(), code -> code));

    private PostalZones() { }

    /**
     * Of states and provinces of the United States and Canada their zones; of other countries all zones in which their mobile phones may be.
     *
     * @param countryGeoId OFBiz's: ISO 3166 alpha-3, or null
     * @param stateProvinceGeoId OFBiz's, or null
     * @return empty when the address does not tell
     */
    public static Set<ZoneId> of(String countryGeoId, String stateProvinceGeoId) {
        String country = countryGeoId == null ? "" : ALPHA_2.getOrDefault(countryGeoId, countryGeoId);
        Set<ZoneId> state = stateProvinceGeoId == null ? Set.of() : StateZones.of(country.isEmpty() ? "US" : country, stateProvinceGeoId);
        boolean hasStates = "US".equals(country) || "CA".equals(country);
        return !state.isEmpty() || hasStates || country.isEmpty() ? state : PhoneNumbers.countryZones(country);
    }
}
