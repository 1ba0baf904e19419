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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.phone.PhoneCheck.Reason;

/** How typed numbers are read, shown and placed. */
class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "(212) 555-0147      | US | +12125550147",
        "917.200.0001        | US | +19172000001",
        "+1 (212) 555-0147   | GB | +12125550147",
        "١٢٣                 | US |",
        "٢١٢٥٥٥٠١٤٧          | US | +12125550147",
        "07911 123456        | GB | +447911123456",
        "0044 7911 123456    | GB | +447911123456",
        "06 12 34 56 78      | FR | +33612345678",
        "0151 23456789       | DE | +4915123456789",
        "55 1234 5678        | MX | +525512345678",
        "090-1234-5678       | JP | +819012345678",
        "+447911123456       | US | +447911123456"})
    void mobileNumbersAreReadInTheChosenCountryUnlessTheyHaveACountryCode(String typed, String country, String e164) {
        assertEquals(e164 == null ? "" : e164, PhoneNumbers.check(typed, country).e164());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "020 7183 8750              | GB | LANDLINE",
        "+442071838750              | US | LANDLINE",
        "01 42 68 53 00             | FR | LANDLINE",
        "030 901820                 | DE | LANDLINE",
        "03-3224-9999               | JP | LANDLINE",
        "1 800 356 9377             | US | TOLL_FREE",
        "+44 800 123 4567           | US | TOLL_FREE",
        "1 900 555 0147             | US | PREMIUM_RATE",
        "056 1234 5678              | GB | VOIP",
        "07640 123456               | GB | PAGER",
        "07000 000000               | GB | SERVICE_NUMBER",
        "+15005550006               | US | SERVICE_NUMBER",
        "212-555-0147 x12           | US | HAS_EXTENSION",
        "1112223333                 | US | NOT_IN_USE",
        "12                         | US | TOO_SHORT",
        "+1 212                     | US | TOO_SHORT",
        "555-0147                   | US | TOO_SHORT",
        "+1 917 212 5550147         | US | TOO_LONG",
        "+999123456789              | US | UNKNOWN_COUNTRY",
        "2125550147                 | ZZ | UNKNOWN_COUNTRY",
        "2125550147                 |    | UNKNOWN_COUNTRY",
        "not a number               | US | MALFORMED",
        "1-800-FLOWERS              | US | MALFORMED",
        "tel:+12125550147           | US | MALFORMED",
        "<b>2125550147</b>          | US | MALFORMED",
        "+1 212 555 0147 😀         | US | MALFORMED",
        "😀                          | US | MALFORMED"})
    void whatCannotGetATextIsRefusedWithAReason(String typed, String country, Reason reason) {
        assertEquals(reason, PhoneNumbers.check(typed, country).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void nothingTypedIsARefusalOfItsOwn(String typed) {
        assertEquals(Reason.EMPTY, PhoneNumbers.check(typed, "US").reason());
        assertEquals(Reason.EMPTY, PhoneNumbers.check(null, "US").reason());
    }

    @Test
    void aVeryLongTextIsNotEvenRead() {
        assertEquals(Reason.MALFORMED, PhoneNumbers.check("2".repeat(61), "US").reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1     | 212  | 555-0147        | GB | +12125550147",
        "+1    | (212)| 555 0147        | GB | +12125550147",
        "0049  | 0151 | 23456789        | US | +4915123456789",
        "44    |      | 07911 123456    | US | +447911123456",
        "      | 212  | 555-0147        | US | +12125550147",
        "      |      | 06 12 34 56 78  | FR | +33612345678",
        "1     | 212  | +447911123456   | US | +447911123456",
        "1     |      | 0044 7911 123456| GB | +447911123456",
        "52    | 55   | 1234 5678       | US | +525512345678"})
    void numbersKeptInPartsAreReadAsOfbizKeepsThem(String calling, String area, String local, String country, String e164) {
        assertEquals(e164, PhoneNumbers.check(calling, area, local, country).e164());
    }

    @Test
    void aNumberKeptWithoutItsLocalPartIsEmptyAndOneWithAnImpossibleCallingCodeHasNoCountry() {
        assertEquals(Reason.EMPTY, PhoneNumbers.check("1", "212", null, "US").reason());
        assertEquals(Reason.UNKNOWN_COUNTRY, PhoneNumbers.check("99999", "212", "5550147", "US").reason());
        assertEquals(Reason.UNKNOWN_COUNTRY, PhoneNumbers.check("999", "212", "5550147", "US").reason());
    }

    @ParameterizedTest
    @CsvSource({"+12125550147, +1 212-555-0147", "+447911123456, +44 7911 123456", "+33612345678, +33 6 12 34 56 78", "STOP, STOP"})
    void numbersAreShownAsPeopleWriteThem(String e164, String shown) {
        assertEquals(shown, PhoneNumbers.display(e164));
    }

    @ParameterizedTest
    @CsvSource({"+12125550147, +1 ••• ••• 0147", "+447911123456, +44 ••• ••• 3456"})
    void maskedNumbersShowTheCallingCodeAndFourDigits(String e164, String masked) {
        assertEquals(masked, PhoneNumbers.masked(e164));
    }

    @Test
    void aMaskedTextThatIsNoNumberShowsNothingOfShortOnes() {
        assertFalse(PhoneNumbers.masked("secret").contains("secret"));
    }

    @Test
    void timeZonesComeFromTheAreaCode() {
        assertEquals(Set.of(ZoneId.of("America/New_York")), PhoneNumbers.zones("+12125550147"));
        assertEquals(Set.of(ZoneId.of("America/Los_Angeles")), PhoneNumbers.zones("+14155550147"));
        assertEquals(Set.of(ZoneId.of("Europe/Paris")), PhoneNumbers.zones("+33612345678"));
        assertEquals(Set.of(), PhoneNumbers.zones("+888123456789"));
        assertEquals(Set.of(), PhoneNumbers.zones("nothing"));
    }

    @Test
    void theCountryOfANumberIsKnown() {
        assertEquals("US", PhoneNumbers.countryOf("+12125550147"));
        assertEquals("CA", PhoneNumbers.countryOf("+14165550147"));
        assertEquals("", PhoneNumbers.countryOf("nothing"));
    }

    @Test
    void countriesAreNamedAndSortedInTheUsersLanguage() {
        List<CallingCountry> countries = PhoneNumbers.countries(Locale.GERMAN);
        assertTrue(countries.contains(new CallingCountry("DE", "+49", "Deutschland")));
        assertTrue(countries.indexOf(new CallingCountry("EG", "+20", "Ägypten")) < countries.indexOf(new CallingCountry("AL", "+355", "Albanien")));
        assertTrue(PhoneNumbers.countries(Locale.ENGLISH).contains(new CallingCountry("US", "+1", "United States")));
    }
}
