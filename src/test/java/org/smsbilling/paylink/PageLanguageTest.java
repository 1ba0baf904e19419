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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.organization.OrganizationSettings;

/** Languages of the pay page. */
class PageLanguageTest {

    @ParameterizedTest(name = "asked {0}, message {1}, browser {2}, organization {3}: {4}")
    @CsvSource(nullValues = "-", value = {
        "es, fr, fr,                        en_US, es-US",
        "-,  fr, es,                        en_US, fr-US",
        "-,  en, es-MX;q=0.9,               en_US, es-US",
        "-,  -,  'de,fr-CA;q=0.8,en;q=0.5', en_US, fr-US",
        "-,  -,  de,                        fr_CA, fr-CA",
        "-,  -,  -,                         en_GB, en-GB",
        "-,  -,  'not; a header ;;',        de_DE, en-DE",
        "xx, xx, xx,                        es,    es-US",
    })
    void isChosenInThisOrder(String asked, String message, String browser, String organization, String expected) {
        OrganizationSettings settings = OrganizationSettings.of(Map.of("organizationPartyId", "ORG", "localeString", organization), "Org");
        assertEquals(expected, PageLanguage.choose(asked, message, browser, settings).toLanguageTag());
    }

    @Test
    void pagesSendBackOnlyWhatIsOffered() {
        assertEquals("fr-CA", PageLanguage.parse("fr-CA").toLanguageTag());
        assertEquals("es-US", PageLanguage.parse("es_US").toLanguageTag());
        assertNull(PageLanguage.parse("de-DE"));
        assertNull(PageLanguage.parse("../../etc"));
        assertNull(PageLanguage.parse(null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"en_US, en-US", "es-MX, es-MX", "fr, fr", "en-US-u-nu-thai, en-US", "es-x-anything, es", "fr-ZZ, fr",
        "en-US-POSIX, en-US", "de-DE, -", "-, -", "../etc, -", "'en\"><script>', -"})
    void whatStrangersMakeUpIsNoLocale(String asked, String parsed) {
        assertEquals(parsed, PageLanguage.parse(asked) == null ? null : PageLanguage.parse(asked).toLanguageTag());
    }
}
