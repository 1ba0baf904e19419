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
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Phone numbers as people write them, and as carriers want them (E.164). */
public final class PhoneNumbers {

    private PhoneNumbers() { }

    /**
     * Reads what somebody typed.
     * @param typed anything, or null
     * @param countryCode ISO 3166 alpha-2 of the country to read it in when it has no country code of its own
     */
    public static PhoneCheck check(String typed, String countryCode) {
        return PhoneCheck.refused(PhoneCheck.Reason.EMPTY);
    }

    /**
     * Reads the parts of an OFBiz TelecomNumber, each of them free text or null.
     * @param defaultCountry ISO 3166 alpha-2, for numbers without a country code
     */
    public static PhoneCheck check(String countryCode, String areaCode, String contactNumber, String defaultCountry) {
        return PhoneCheck.refused(PhoneCheck.Reason.EMPTY);
    }

    /** @return as people of its country write it with the country code, e.g. +1 212-555-0147 */
    public static String display(String e164) {
        return e164;
    }

    /** @return with all but the country code and the last four digits hidden, for logs and for people without access */
    public static String masked(String e164) {
        return e164;
    }

    /** @return ISO 3166 alpha-2 of the country of a number, or the empty string */
    public static String countryOf(String e164) {
        return "";
    }

    /** @return the time zones in which the owner of a number may be; empty when nothing is known */
    public static Set<ZoneId> zones(String e164) {
        return Set.of();
    }

    /** @return all countries that have a calling code, by name in the language of the locale */
    public static List<CallingCountry> countries(Locale locale) {
        return List.of();
    }
}
