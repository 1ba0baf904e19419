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

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.organization.OrganizationSettings;

/**
 * What a message tells, and what it is called in a template.
 *
 * @param invoices all of one organization, may be none; their amounts are summed by currency
 * @param locale of the recipient
 * @param customerName or the empty string
 * @param payment what a receipt is for, or what failed or came back; or null
 * @param link pay link or its stand-in of the same length; empty when it has none
 * @param now the moment from which days late are counted, in the organization's time zone
 * @param preferencesLink where the recipient changes what texts come, or the empty string
 */
public record MessageFacts(OrganizationSettings settings, List<InvoiceFacts> invoices, Locale locale, String customerName, PaymentAmount payment,
        MessageContent content, String link, Instant now, String preferencesLink) {

    private static final int NAMED_ONE_BY_ONE = 2;

    /** Without a preferences link. */
    public MessageFacts(OrganizationSettings settings, List<InvoiceFacts> invoices, Locale locale, String customerName, PaymentAmount payment,
            MessageContent content, String link, Instant now) {
        this(settings, invoices, locale, customerName, payment, content, link, now, "");
    }

    /** @return the same for another reader */
    MessageFacts in(Locale other) {
        return new MessageFacts(settings, invoices, other, customerName, payment, content, link, now, preferencesLink);
    }

    /** @return the earliest due date, or null when no invoice has one */
    LocalDate dueDate() {
        return invoices.stream().map(InvoiceFacts::dueDate).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }

    /** @return texts in the recipient's language; a token that has nothing to tell is empty */
    MessageValues values() {
        return new MessageValues(this::value, commonAttributes());
    }

    private String value(MessageToken token) {
        return switch (token) {
        case BRAND -> settings.brandName();
        case CUSTOMER -> customerName;
        case LINK -> link;
        case PREFERENCES_LINK -> preferencesLink;
        case SUPPORT_PHONE -> settings.supportPhone();
        case CODE -> content.code();
        case INVOICES -> invoiceWords();
        case INVOICE_NUMBER -> invoiceNumbers();
        case AMOUNT -> sum(InvoiceFacts::total);
        case OUTSTANDING -> sum(InvoiceFacts::outstanding);
        case STILL_OPEN -> invoices.stream().anyMatch(invoice -> invoice.outstanding().signum() > 0) ? sum(InvoiceFacts::outstanding) : "";
        case LATE_FEE -> content.lateFee() == null || content.lateFee().signum() == 0 ? "" : money(content.lateFee(), currency());
        case DUE_DATE -> dueDate() == null ? "" : DayText.format(dueDate(), today(), reading());
        case PAST_DUE_DATE -> daysLate() > 0 ? DayText.format(dueDate(), today(), reading()) : "";
        case DAYS_LATE -> daysLate() > 0 ? String.valueOf(daysLate()) : "";
        case LATE_BY -> lateBy();
        case RECEIVED -> paid();
        case FAILED -> payment != null && payment.returned() ? "" : paid();
        case RETURNED -> payment != null && payment.returned() ? paid() : "";
        case PROPERTY, UNIT, PERIOD, ATTRIBUTE -> "";
        };
    }

    private LocalDate today() {
        return now.atZone(settings.zoneId()).toLocalDate();
    }

    private long daysLate() {
        return dueDate() == null ? 0 : ChronoUnit.DAYS.between(dueDate(), today());
    }

    private String lateBy() {
        long late = daysLate();
        return late <= 0 ? "" : late == 1 ? words().text("SmsBillingLateByOne")
                : words().text("SmsBillingLateBy", Map.of("days", String.valueOf(late)));
    }

    private String paid() {
        return payment == null ? "" : money(payment.amount(), payment.currencyUomId());
    }

    private String invoiceWords() {
        return switch (invoices.size()) {
        case 0 -> "";
        case 1 -> words().text("SmsBillingInvoicesOne", Map.of("number", invoices.get(0).invoiceId()));
        case NAMED_ONE_BY_ONE -> words().text("SmsBillingInvoicesTwo", Map.of("number", invoices.get(0).invoiceId(),
                "second", invoices.get(1).invoiceId()));
        default -> words().text("SmsBillingInvoicesMore", Map.of("count", String.valueOf(invoices.size())));
        };
    }

    private String invoiceNumbers() {
        String first = invoices.stream().limit(NAMED_ONE_BY_ONE).map(InvoiceFacts::invoiceId).collect(Collectors.joining(", "));
        return invoices.size() > NAMED_ONE_BY_ONE ? first + " +" + (invoices.size() - NAMED_ONE_BY_ONE) : first;
    }

    /** @return attributes that have the same value in all invoices */
    private Map<String, String> commonAttributes() {
        Map<String, String> common = invoices.isEmpty() ? Map.of() : new HashMap<>(invoices.get(0).attributes());
        invoices.forEach(invoice -> common.entrySet().removeIf(entry -> !entry.getValue().equals(invoice.attributes().get(entry.getKey()))));
        return common;
    }

    private String currency() {
        return invoices.isEmpty() ? null : invoices.get(0).currencyUomId();
    }

    private String sum(Function<InvoiceFacts, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        invoices.forEach(invoice -> sums.merge(String.valueOf(invoice.currencyUomId()), amount.apply(invoice), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> money(sum.getValue(), sum.getKey())).collect(Collectors.joining(" + "));
    }

    private String money(BigDecimal amount, String currencyUomId) {
        return MoneyText.format(amount, currencyUomId, reading());
    }

    private Locale reading() {
        return ReadingLocale.of(locale, settings.defaultCountry());
    }

    private MessageLabels words() {
        return new MessageLabels(locale);
    }

    @Override
    public String toString() {
        return "MessageFacts[" + settings.organizationPartyId() + "]";
    }
}
