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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator may type into the settings. */
class SettingsFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sender             | +12125550147          | +12125550147",
        "sender             | ACME Bills            | ACME Bills",
        "cardEnabled        | N                     | N",
        "publicBaseUrl      | https://Pay.Example.com/ | https://pay.example.com",
        "defaultCountry     | gb                    | GB",
        "timeZoneId         | Europe/London         | Europe/London",
        "localeString       | es                    | es",
        "localeString       | en-US                 | en_US",
        "brandName          | Zoë & Sons            | Zoë & Sons",
        "supportPhone       | +1 (212) 555-0147     | +1 (212) 555-0147",
        "linkLifetimeDays   | 1                     | 1",
        "linkLifetimeDays   | 365                   | 365",
        "sendFromHour       | 0                     | 0",
        "sendUntilHour      | 24                    | 24",
        "invoiceTrigger     | INVOICE_APPROVED      | INVOICE_APPROVED",
        "invoiceMaxAgeDays  | 0                     | 0",
        "receiptOnline      | N                     | N",
        "receiptManual      | AUTOMATIC             | AUTOMATIC",
        "failedPaymentEnabled | N                   | N",
        "monthlyBudget      | 150.50                | 150.50",
        "segmentsPerSecond  | 100                   | 100"})
    void rightValuesAreTaken(String field, String typed, String value) {
        SettingsForm form = SettingsForm.check(Map.of(field, typed), Map.of());
        assertEquals(List.of(), form.problems());
        assertEquals(value, String.valueOf(form.values().get(field)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sender             | 212 555 0147          | SmsBillingSenderForm",
        "segmentsPerSecond  | 0                     | SmsBillingRate",
        "segmentsPerSecond  | 1001                  | SmsBillingRate",
        "cardEnabled        | yes                   | SmsBillingYesOrNo",
        "bankAccountEnabled | 1                     | SmsBillingYesOrNo",
        "invoiceTrigger     | INVOICE_PAID          | SmsBillingInvoiceTriggerForm",
        "invoiceMaxAgeDays  | -1                    | SmsBillingInvoiceMaxAgeForm",
        "receiptOnline      | on                    | SmsBillingReceiptOnlineForm",
        "receiptManual      | SOMETIMES             | SmsBillingReceiptManualForm",
        "failedPaymentEnabled | J                   | SmsBillingFailedPaymentForm",
        "publicBaseUrl      | http://pay.example.com | SmsBillingPublicAddress",
        "defaultCountry     | XX                    | SmsBillingCountry",
        "defaultCountry     | United States         | SmsBillingCountry",
        "timeZoneId         | New York              | SmsBillingTimeZone",
        "timeZoneId         | +25:00                | SmsBillingTimeZone",
        "localeString       | english               | SmsBillingLanguage",
        "localeString       | en_XX                 | SmsBillingLanguage",
        "supportPhone       | call us               | SmsBillingSupportPhone",
        "supportPhone       | 1                     | SmsBillingSupportPhone",
        "linkLifetimeDays   | 0                     | SmsBillingLifetime",
        "linkLifetimeDays   | 366                   | SmsBillingLifetime",
        "linkLifetimeDays   | 60 days               | SmsBillingLifetime",
        "linkLifetimeDays   | -1                    | SmsBillingLifetime",
        "linkLifetimeDays   | 99999999999           | SmsBillingLifetime",
        "monthlyBudget      | 0                     | SmsBillingMonthlyBudgetForm",
        "monthlyBudget      | 0.001                 | SmsBillingMonthlyBudgetForm",
        "monthlyBudget      | $150                  | SmsBillingMonthlyBudgetForm",
        "sendFromHour       | 24                    | SmsBillingFromHour",
        "sendUntilHour      | 25                    | SmsBillingUntilHour"})
    void wrongValuesAreRefusedByTheFieldsOwnMessage(String field, String typed, String labelKey) {
        SettingsForm form = SettingsForm.check(Map.of(field, typed), Map.of());
        assertEquals(List.of(SettingsProblem.of(field, labelKey)), form.problems());
        assertTrue(form.values().isEmpty());
    }

    @Test
    void aBrandNameIsOneShortLine() {
        assertEquals("SmsBillingBrand", SettingsForm.check(Map.of("brandName", "a".repeat(61)), Map.of()).problems().get(0).labelKey());
        assertEquals("SmsBillingBrand", SettingsForm.check(Map.of("brandName", "ACME\nPay"), Map.of()).problems().get(0).labelKey());
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        assertEquals(2, SettingsForm.check(Map.of("timeZoneId", "x", "linkLifetimeDays", "x"), Map.of()).problems().size());
    }

    @Test
    void anEmptyFieldGoesBackToItsDefaultAndAMissingOneStays() {
        SettingsForm form = SettingsForm.check(Map.of("brandName", "  "), Map.of("brandName", "ACME"));
        assertTrue(form.values().containsKey("brandName"));
        assertNull(form.values().get("brandName"));
        assertEquals(1, form.values().size());
    }

    @Test
    void hoursAreComparedWithWhatIsStored() {
        SettingsProblem wrongOrder = new SettingsProblem("sendUntilHour", "SmsBillingHoursOrder", Map.of("from", "9", "until", "9"));
        assertEquals(List.of(wrongOrder), SettingsForm.check(Map.of("sendUntilHour", "9"), Map.of("sendFromHour", 9L)).problems());
        assertEquals(List.of(), SettingsForm.check(Map.of("sendUntilHour", "10"), Map.of("sendFromHour", 9L)).problems());
        assertEquals(List.of(), SettingsForm.check(Map.of("sendFromHour", ""), Map.of("sendFromHour", 20L, "sendUntilHour", 12L)).problems());
    }

    @Test
    void fieldsThatAreNoSettingsAreLeftAlone() {
        SettingsForm form = SettingsForm.check(Map.of("twilioAuthToken", "secret", "connected", "Y", "hookToken", "x"), Map.of());
        assertEquals(Map.of(), form.values());
    }
}
