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
import java.util.EnumMap;
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
        Map<MessageToken, String> values = new EnumMap<>(MessageToken.class);
        values.put(MessageToken.BRAND, settings.brandName());
        values.put(MessageToken.CUSTOMER, customerName);
        values.put(MessageToken.LINK, link);
        values.put(MessageToken.PREFERENCES_LINK, preferencesLink);
        values.put(MessageToken.SUPPORT_PHONE, settings.supportPhone());
        values.put(MessageToken.CODE, content.code() == null ? "" : content.code());
        putInvoices(values);
        putDueDate(values);
        putPayment(values);
        return new MessageValues(values, commonAttributes());
    }

    private void putInvoices(Map<MessageToken, String> values) {
        values.put(MessageToken.INVOICES, invoiceWords());
        values.put(MessageToken.INVOICE_NUMBER, invoiceNumbers());
        values.put(MessageToken.AMOUNT, sum(InvoiceFacts::total));
        values.put(MessageToken.OUTSTANDING, sum(InvoiceFacts::outstanding));
        values.put(MessageToken.STILL_OPEN, invoices.stream().anyMatch(invoice -> invoice.outstanding().signum() > 0)
                ? sum(InvoiceFacts::outstanding) : "");
        values.put(MessageToken.LATE_FEE, content.lateFee() == null || content.lateFee().signum() == 0 ? "" : money(content.lateFee(), currency()));
    }

    private void putDueDate(Map<MessageToken, String> values) {
        LocalDate due = dueDate();
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        long late = due == null ? 0 : ChronoUnit.DAYS.between(due, today);
        values.put(MessageToken.DUE_DATE, due == null ? "" : DayText.format(due, today, reading()));
        values.put(MessageToken.DAYS_LATE, late > 0 ? String.valueOf(late) : "");
        values.put(MessageToken.LATE_BY, late <= 0 ? "" : late == 1 ? words().text("SmsBillingLateByOne")
                : words().text("SmsBillingLateBy", Map.of("days", String.valueOf(late))));
    }

    private void putPayment(Map<MessageToken, String> values) {
        String amount = payment == null ? "" : money(payment.amount(), payment.currencyUomId());
        boolean returned = payment != null && payment.returned();
        values.put(MessageToken.RECEIVED, amount);
        values.put(MessageToken.FAILED, returned ? "" : amount);
        values.put(MessageToken.RETURNED, returned ? amount : "");
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
