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
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
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
 * @param payment what a receipt is for, or null
 * @param link pay link or its stand-in of the same length; empty when it has none
 * @param now the moment from which days late are counted, in the organization's time zone
 */
record MessageFacts(OrganizationSettings settings, List<InvoiceFacts> invoices, Locale locale, String customerName, PaymentAmount payment,
        MessageContent content, String link, Instant now) {

    /** @return the earliest due date, or null when no invoice has one */
    LocalDate dueDate() {
        return invoices.stream().map(InvoiceFacts::dueDate).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
    }

    /** @return texts in the recipient's language; a token that has nothing to tell is empty */
    Map<MessageToken, String> values() {
        LocalDate due = dueDate();
        Map<MessageToken, String> values = new EnumMap<>(MessageToken.class);
        values.put(MessageToken.BRAND, settings.brandName());
        values.put(MessageToken.CUSTOMER, customerName);
        values.put(MessageToken.INVOICE_NUMBER, invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.joining(", ")));
        values.put(MessageToken.AMOUNT, sum(InvoiceFacts::total));
        values.put(MessageToken.OUTSTANDING, sum(InvoiceFacts::outstanding));
        values.put(MessageToken.DUE_DATE, due == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(due));
        values.put(MessageToken.DAYS_LATE, daysLate(due));
        values.put(MessageToken.LATE_FEE, content.lateFee() == null ? "" : MoneyText.format(content.lateFee(), currency(), locale));
        values.put(MessageToken.RECEIVED, payment == null ? "" : MoneyText.format(payment.amount(), payment.currencyUomId(), locale));
        values.put(MessageToken.LINK, link);
        values.put(MessageToken.SUPPORT_PHONE, settings.supportPhone());
        values.put(MessageToken.CODE, content.code() == null ? "" : content.code());
        return values;
    }

    private String daysLate(LocalDate due) {
        long days = due == null ? 0 : ChronoUnit.DAYS.between(due, now.atZone(settings.zoneId()).toLocalDate());
        return days > 0 ? String.valueOf(days) : "";
    }

    private String currency() {
        return invoices.isEmpty() ? null : invoices.get(0).currencyUomId();
    }

    private String sum(Function<InvoiceFacts, BigDecimal> amount) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        invoices.forEach(invoice -> sums.merge(String.valueOf(invoice.currencyUomId()), amount.apply(invoice), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> MoneyText.format(sum.getValue(), sum.getKey(), locale)).collect(Collectors.joining(" + "));
    }

    @Override
    public String toString() {
        return "MessageFacts[" + settings.organizationPartyId() + "]";
    }
}
