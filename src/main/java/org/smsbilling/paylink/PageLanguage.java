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
package org.smsbilling.paylink;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.smsbilling.organization.OrganizationSettings;

/** In which of its languages the pay page speaks. */
public final class PageLanguage {

    /** ISO 639 codes, in the order in which the page offers them. */
    public static final List<String> OFFERED = List.of("en", "es", "fr");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private PageLanguage() { }

    /**
     * What the payer asked for; else the language of the text message, when that was chosen for this customer; else the browser's; else the
     * organization's; else English. The country, which decides how dates and amounts look, is always the organization's.
     * @param asked ISO 639 code, or null
     * @param ofMessage locale of the text message, or null
     * @param acceptLanguage header of the request, or null
     */
    public static Locale choose(String asked, String ofMessage, String acceptLanguage, OrganizationSettings settings) {
        String country = settings.locale().getCountry().isEmpty() ? settings.defaultCountry() : settings.locale().getCountry();
        return new Locale.Builder().setLanguage(language(asked, ofMessage, acceptLanguage, settings.locale().getLanguage())).setRegion(country)
                .build();
    }

    /** The same without an organization: for pages that show nothing of any. */
    public static Locale choose(String asked, String acceptLanguage) {
        return Locale.forLanguageTag(language(asked, null, acceptLanguage, "en"));
    }

    /**
     * @param localeString as a page sent it back, or anything else, or null
     * @return language and country alone: words are kept by locale, so that strangers must not make up others. Null when it is none of the languages
     *     that are offered
     */
    public static Locale parse(String localeString) {
        Locale locale = Locale.forLanguageTag(localeString == null ? "" : localeString.replace('_', '-'));
        return OFFERED.contains(locale.getLanguage()) ? new Locale.Builder().setLanguage(locale.getLanguage())
                .setRegion(COUNTRIES.contains(locale.getCountry()) ? locale.getCountry() : "").build() : null;
    }

    private static String language(String asked, String ofMessage, String acceptLanguage, String organization) {
        if (asked != null && OFFERED.contains(asked)) {
            return asked;
        }
        Locale chosen = parse(ofMessage);
        if (chosen != null && !chosen.getLanguage().equals(organization)) {
            return chosen.getLanguage();
        }
        String browser = accepted(acceptLanguage);
        return browser != null ? browser : OFFERED.contains(organization) ? organization : OFFERED.get(0);
    }

    private static String accepted(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return null;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream().map(range -> range.getRange().split("-")[0]).filter(OFFERED::contains)
                    .findFirst().orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
