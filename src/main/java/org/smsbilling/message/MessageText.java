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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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
 * The text of a message, ready to be sent.
 *
 * @param body holds the pay link, so never print it
 * @param count how it travels
 */
public record MessageText(String body, SegmentCount count) {

    /** What carriers take. */
    static final int LONGEST = 1600;

    /**
     * @param invoices at least one, all of one organization; their amounts are summed by currency
     * @param customerName or the empty string
     * @param link pay link, or its stand-in of the same length
     */
    static MessageText of(MessageType type, OrganizationSettings settings, List<InvoiceFacts> invoices, Locale locale, String customerName,
            String link) {
        LocalDate due = invoices.stream().map(InvoiceFacts::dueDate).filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
        Map<MessageToken, String> values = new EnumMap<>(MessageToken.class);
        values.put(MessageToken.BRAND, settings.brandName());
        values.put(MessageToken.CUSTOMER, customerName);
        values.put(MessageToken.INVOICE_NUMBER, invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.joining(", ")));
        values.put(MessageToken.AMOUNT, sum(invoices, InvoiceFacts::total, locale));
        values.put(MessageToken.OUTSTANDING, sum(invoices, InvoiceFacts::outstanding, locale));
        values.put(MessageToken.DUE_DATE, due == null ? "" : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(due));
        values.put(MessageToken.LINK, link);
        values.put(MessageToken.SUPPORT_PHONE, settings.supportPhone());
        String template = new MessageLabels(locale).text(type.labelKey(due != null));
        String body = Gsm7Folding.fold(MessageTemplate.parse(template).render(values));
        return new MessageText(body, SegmentCount.of(body));
    }

    private static String sum(List<InvoiceFacts> invoices, Function<InvoiceFacts, BigDecimal> amount, Locale locale) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        invoices.forEach(invoice -> sums.merge(String.valueOf(invoice.currencyUomId()), amount.apply(invoice), BigDecimal::add));
        return sums.entrySet().stream().map(sum -> MoneyText.format(sum.getValue(), sum.getKey(), locale)).collect(Collectors.joining(" + "));
    }

    @Override
    public String toString() {
        return "MessageText[" + count + "]";
    }
}
