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
package org.smsbilling.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.SmsAccount;

/** Settings as stored, and what counts where nothing is stored. */
class OrganizationSettingsTest {
    private static final Map<String, Object> READY = Map.ofEntries(Map.entry("organizationPartyId", "Company"), Map.entry("connected", "Y"),
            Map.entry("twilioAccountSid", "ACx"), Map.entry("twilioAuthToken", "carrier-secret"), Map.entry("sender", "+12125550147"),
            Map.entry("cardSite", "fts-uat"), Map.entry("cardMerchantId", "1"), Map.entry("cardUser", "u"), Map.entry("cardPassword", "card-secret"),
            Map.entry("publicBaseUrl", "https://pay.example.com"));

    private static OrganizationSettings with(String field, Object value) {
        Map<String, Object> fields = new HashMap<>(READY);
        fields.put(field, value);
        return OrganizationSettings.of(fields, "Company Ltd");
    }

    @Test
    void nothingStoredMeansTheDefaults() {
        OrganizationSettings settings = OrganizationSettings.of(Map.of("organizationPartyId", "Company"), "Company Ltd");
        assertEquals("US", settings.defaultCountry());
        assertEquals(ZoneId.of("America/New_York"), settings.zoneId());
        assertEquals(Locale.ENGLISH, settings.locale());
        assertEquals(60, settings.linkLifetimeDays());
        assertEquals(new SendingHours(8, 21), settings.sendingHours());
        assertEquals("Company Ltd", settings.brandName());
        assertEquals("", settings.supportPhone());
        assertEquals(1, settings.segmentsPerSecond());
        assertTrue(settings.cardEnabled());
        assertFalse(settings.bankAccountEnabled());
        assertFalse(settings.connected());
        assertEquals(Optional.empty(), settings.smsAccount());
        assertEquals(Optional.empty(), settings.merchantAccount());
        assertEquals(Optional.of(NotReady.NOT_CONNECTED), settings.notReady());
    }

    @Test
    void whatIsStoredCounts() {
        OrganizationSettings settings = with("localeString", "es_MX");
        assertEquals(new Locale.Builder().setLanguage("es").setRegion("MX").build(), settings.locale());
        assertEquals(Optional.of(new SmsAccount("ACx", "carrier-secret", "+12125550147")), settings.smsAccount());
        assertEquals(Optional.of(new MerchantAccount("fts-uat", "1", "u", "card-secret")), settings.merchantAccount());
        assertEquals(Optional.empty(), settings.notReady());
        assertEquals(30, with("linkLifetimeDays", 30L).linkLifetimeDays());
        assertEquals(new SendingHours(9, 21), with("sendFromHour", 9L).sendingHours());
        assertEquals("ACME", with("brandName", "ACME").brandName());
        assertEquals(100, with("sender", "12345").segmentsPerSecond());
        assertEquals(7, with("segmentsPerSecond", 7L).segmentsPerSecond());
    }

    @Test
    void theFirstThingThatIsMissingIsNamed() {
        assertEquals(Optional.of(NotReady.NOT_CONNECTED), with("connected", "N").notReady());
        assertEquals(Optional.of(NotReady.NOT_CONNECTED), with("twilioAuthToken", null).notReady());
        assertEquals(Optional.of(NotReady.NO_PROCESSOR), with("cardPassword", null).notReady());
        assertEquals(Optional.of(NotReady.NO_PAYMENT_METHOD), with("cardEnabled", "N").notReady());
        assertEquals(Optional.of(NotReady.NO_PUBLIC_ADDRESS), with("publicBaseUrl", null).notReady());
    }

    @Test
    void sendingThatStoppedByItselfIsToldFromNeverConnected() {
        Map<String, Object> fields = new HashMap<>(READY);
        fields.put("connected", "N");
        fields.put("stoppedReason", "Account suspended");
        assertEquals(Optional.of(NotReady.STOPPED), OrganizationSettings.of(fields, "Company Ltd").notReady());
    }

    @Test
    void secretsAreNeverPrinted() {
        OrganizationSettings settings = with("connected", "Y");
        String printed = settings + " " + settings.smsAccount() + " " + settings.merchantAccount();
        assertFalse(printed.contains("secret"), printed);
    }

    @Test
    void hoursThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SendingHours(21, 8));
        assertThrows(IllegalArgumentException.class, () -> new SendingHours(8, 8));
        assertThrows(IllegalArgumentException.class, () -> new SendingHours(-1, 8));
        assertThrows(IllegalArgumentException.class, () -> new SendingHours(8, 25));
    }
}
