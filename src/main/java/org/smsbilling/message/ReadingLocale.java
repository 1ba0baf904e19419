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

import java.util.Locale;

/** How a recipient reads amounts and days. */
final class ReadingLocale {

    private ReadingLocale() { }

    /**
     * @param language of the recipient, with or without a country
     * @param countryCode of the organization, ISO 3166 alpha-2
     * @return the language as it is used in that country: $1,234.50 and not 1234,50 US$ for who reads Spanish in the United States
     */
    static Locale of(Locale language, String countryCode) {
        return language.getCountry().isEmpty() ? new Locale.Builder().setLocale(language).setRegion(countryCode).build() : language;
    }
}
