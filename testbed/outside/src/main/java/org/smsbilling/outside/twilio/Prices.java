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

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invented but plausible prices in US dollars, by country. */
final class Prices {
    /** Prices of one country.
     * @param outbound for each segment sent */
    record Country(String iso, String name, String dialCode, BigDecimal outbound, BigDecimal inbound) { }

    private static final List<Country> COUNTRIES = List.of(country("US", "United States", "+1", "0.0083", "0.0083"),
            country("CA", "Canada", "+1", "0.0083", "0.0083"), country("GB", "United Kingdom", "+44", "0.0524", "0.0075"),
            country("IE", "Ireland", "+353", "0.0846", "0.0075"), country("DE", "Germany", "+49", "0.1080", "0.0075"),
            country("FR", "France", "+33", "0.0798", "0.0075"), country("ES", "Spain", "+34", "0.0847", "0.0075"),
            country("IT", "Italy", "+39", "0.0927", "0.0075"), country("MX", "Mexico", "+52", "0.0613", "0.0075"),
            country("BR", "Brazil", "+55", "0.0590", "0.0075"), country("AU", "Australia", "+61", "0.0515", "0.0075"),
            country("JP", "Japan", "+81", "0.0880", "0.0075"), country("IN", "India", "+91", "0.0832", "0.0075"),
            country("KW", "Kuwait", "+965", "0.2420", "0.0075"));

    private static Country country(String iso, String name, String dialCode, String outbound, String inbound) {
        return new Country(iso, name, dialCode, new BigDecimal(outbound), new BigDecimal(inbound));
    }

    Optional<Country> country(String iso) {
        return COUNTRIES.stream().filter(country -> country.iso().equals(iso)).findFirst();
    }

    /** @param to E.164 */
    BigDecimal of(String to, int segments) {
        return COUNTRIES.stream().filter(country -> to.startsWith(country.dialCode()))
                .max(Comparator.comparingInt((Country country) -> country.dialCode().length()))
                .map(Country::outbound).orElse(new BigDecimal("0.1000")).multiply(BigDecimal.valueOf(segments));
    }

    Map<String, String> carriers() {
        return Map.of("US", "Verizon", "CA", "Rogers", "GB", "O2");
    }
}
