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

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.provider.Sender;

/**
 * What an administrator typed into the settings, checked field by field. A field that is not there stays as it is; an empty one goes back to its
 * default.
 */
final class SettingsForm {
    private static final Set<String> TRIGGERS = Set.of("NONE", "INVOICE_READY", "INVOICE_APPROVED", "INVOICE_SENT");
    private static final Set<String> RECEIPTS = Set.of("OFF", "ASK", "AUTOMATIC");
    private static final Pattern PHONE = Pattern.compile("[0-9+(). /\\-]{3,30}");
    private static final Set<String> OPT_OUT_SCOPES = Set.of("ALL", "ORGANIZATION", "SENDER");
    private static final Set<String> CONSENT_RULES = Set.of("UNTIL_OPT_OUT", "EXPLICIT");
    private static final int LONGEST_BRAND = 60;

    private final Map<String, ?> typed;
    private final Map<String, Object> values = new HashMap<>();
    private final List<SettingsProblem> problems = new ArrayList<>();

    private SettingsForm(Map<String, ?> typed) {
        this.typed = typed;
    }

    /**
     * @param typed texts by name of the field; other entries are left alone
     * @param stored what was set before, for what only makes sense together
     */
    static SettingsForm check(Map<String, ?> typed, Map<String, ?> stored) {
        SettingsForm form = new SettingsForm(typed);
        form.field("sender", "SmsBillingSenderForm", text -> Sender.parse(text).map(Sender::value));
        form.field("segmentsPerSecond", "SmsBillingRate", text -> number(text, 1, 1_000));
        form.field("cardEnabled", "SmsBillingYesOrNo", SettingsForm::indicator);
        form.field("bankAccountEnabled", "SmsBillingYesOrNo", SettingsForm::indicator);
        form.field("partialApproval", "SmsBillingPartialApprovalForm", text -> oneOf(text, "VOID", "APPLY"));
        form.field("partialPaymentAllowed", "SmsBillingYesOrNo", SettingsForm::indicator);
        form.field("partialPaymentMinimum", "SmsBillingPartialPaymentMinimumForm", SettingsForm::amount);
        form.field("payPageCheck", "SmsBillingPayPageCheckForm", text -> oneOf(text, "NONE", "POSTAL_CODE", "ONE_TIME_CODE"));
        form.field("publicBaseUrl", "SmsBillingPublicAddress", PublicAddress::parse);
        form.field("defaultCountry", "SmsBillingCountry", text -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(PhoneNumbers::isCountry));
        form.field("timeZoneId", "SmsBillingTimeZone", text -> Optional.of(text).filter(ZoneId.getAvailableZoneIds()::contains));
        form.field("localeString", "SmsBillingLanguage", SettingsForm::language);
        form.field("brandName", "SmsBillingBrand", text -> Optional.of(text).filter(SettingsForm::oneShortLine));
        form.field("supportPhone", "SmsBillingSupportPhone", text -> Optional.of(text).filter(SettingsForm::phone));
        form.field("linkLifetimeDays", "SmsBillingLifetime", text -> number(text, 1, 365));
        form.field("sendFromHour", "SmsBillingFromHour", text -> number(text, 0, 23));
        form.field("sendUntilHour", "SmsBillingUntilHour", text -> number(text, 1, 24));
        form.field("invoiceTrigger", "SmsBillingInvoiceTriggerForm", text -> Optional.of(text).filter(TRIGGERS::contains));
        form.field("invoiceMaxAgeDays", "SmsBillingInvoiceMaxAgeForm", text -> number(text, 0, 365));
        form.field("receiptOnline", "SmsBillingReceiptOnlineForm", SettingsForm::indicator);
        form.field("receiptManual", "SmsBillingReceiptManualForm", text -> Optional.of(text).filter(RECEIPTS::contains));
        form.field("failedPaymentEnabled", "SmsBillingFailedPaymentForm", SettingsForm::indicator);
        form.field("catchUpDays", "SmsBillingCatchUpDaysForm", text -> number(text, 0, 14));
        form.field("digestEnabled", "SmsBillingYesOrNo", SettingsForm::indicator);
        form.field("optOutScope", "SmsBillingOptOutScopeForm", text -> Optional.of(text).filter(OPT_OUT_SCOPES::contains));
        form.field("carrierAnswersKeywords", "SmsBillingCarrierAnswersForm", SettingsForm::indicator);
        form.field("consentRule", "SmsBillingConsentRuleForm", text -> Optional.of(text).filter(CONSENT_RULES::contains));
        form.field("dailyCapPerNumber", "SmsBillingDailyCapPerNumberForm", text -> number(text, 1, 100));
        form.field("dailyCap", "SmsBillingDailyCapForm", text -> Optional.of(text).filter(digits -> digits.matches("[1-9][0-9]{0,6}"))
                .map(Long::valueOf));
        form.field("pilotEnabled", "SmsBillingPilotForm", SettingsForm::indicator);
        form.field("monthlyBudget", "SmsBillingMonthlyBudgetForm", text -> amount(text).filter(number -> number.scale() <= 2));
        form.field("redactAfterDays", "SmsBillingRedactAfterDaysForm", text -> number(text, 30, 3_650));
        form.hours(stored);
        return form;
    }

    /** @return fields to store by name, null for one that goes back to its default; only those that were typed and are right */
    Map<String, Object> values() {
        return values;
    }

    List<SettingsProblem> problems() {
        return problems;
    }

    private void field(String name, String labelKey, Function<String, Optional<?>> reading) {
        if (typed.get(name) instanceof String text) {
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                values.put(name, null);
            } else {
                reading.apply(stripped).ifPresentOrElse(value -> values.put(name, value), () -> problems.add(SettingsProblem.of(name, labelKey)));
            }
        }
    }

    private void hours(Map<String, ?> stored) {
        long from = hour("sendFromHour", stored, SendingHours.USUAL.from());
        long until = hour("sendUntilHour", stored, SendingHours.USUAL.until());
        if (from >= until) {
            problems.add(new SettingsProblem("sendUntilHour", "SmsBillingHoursOrder",
                    Map.of("from", Long.toString(from), "until", Long.toString(until))));
        }
    }

    private long hour(String name, Map<String, ?> stored, int usual) {
        Object value = values.containsKey(name) ? values.get(name) : stored.get(name);
        return value instanceof Number number ? number.longValue() : usual;
    }

    private static Optional<Long> number(String text, int least, int most) {
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,4}")).map(Long::valueOf)
                .filter(number -> number >= least && number <= most);
    }

    private static Optional<String> oneOf(String text, String... allowed) {
        return Optional.of(text).filter(Arrays.asList(allowed)::contains);
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,9}(\\.[0-9]{1,3})?")).map(BigDecimal::new)
                .filter(number -> number.signum() > 0);
    }

    private static Optional<String> indicator(String text) {
        return Optional.of(text).filter(value -> "Y".equals(value) || "N".equals(value));
    }

    private static Optional<String> language(String text) {
        Locale locale = Locale.forLanguageTag(text.replace('_', '-'));
        boolean known = Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())
                && (locale.getCountry().isEmpty() || Arrays.asList(Locale.getISOCountries()).contains(locale.getCountry()));
        return known && locale.toString().matches("[a-z]{2,3}(_[A-Z]{2})?") ? Optional.of(locale.toString()) : Optional.empty();
    }

    private static boolean oneShortLine(String text) {
        return text.length() <= LONGEST_BRAND && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean phone(String text) {
        return PHONE.matcher(text).matches() && text.chars().filter(Character::isDigit).count() >= 3;
    }
}
