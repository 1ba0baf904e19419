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
package org.smsbilling.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageFacts;
import org.smsbilling.message.MessageToken;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.PaymentAmount;
import org.smsbilling.message.TokenUse;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PayLinks;

/** Facts to try a draft with: made up, or those of a real invoice. */
final class SampleMessages {

    private static final String CUSTOMER = "Maria Gonzalez";
    private static final String CODE = "482913";
    private static final String STAND_IN_BASE = "https://pay.example.com";
    private static final Map<MessageType, Integer> DUE_IN_DAYS = Map.of(MessageType.NEW_INVOICE, 10, MessageType.UPCOMING, 3,
            MessageType.DUE_TODAY, 0, MessageType.OVERDUE_GENTLE, -3, MessageType.OVERDUE_FIRM, -10, MessageType.OVERDUE_FINAL, -21,
            MessageType.FAILED_PAYMENT, -1, MessageType.FRESH_LINK, 5);

    private final TemplateDraft draft;
    private final OrganizationSettings settings;
    private final Instant now;

    SampleMessages(TemplateDraft draft, OrganizationSettings settings, Instant now) {
        this.draft = draft;
        this.settings = settings;
        this.now = now;
    }

    /** @param currencyUomId of the organization. @param uses tokens of the draft, whose attributes get a value */
    MessageFacts madeUp(SampleCase sample, String currencyUomId, Iterable<TokenUse> uses) {
        List<InvoiceFacts> invoices = new ArrayList<>();
        for (int i = 1; draft.type().tellsOfInvoices() && i <= (sample == SampleCase.SEVERAL ? 3 : 1); i++) {
            invoices.add(invoice(String.valueOf(10000 + i), sample, currencyUomId, uses));
        }
        PaymentAmount payment = draft.type() == MessageType.RECEIPT || draft.type() == MessageType.FAILED_PAYMENT && sample != SampleCase.BARE
                ? new PaymentAmount(amount("1450", currencyUomId), currencyUomId, sample == SampleCase.RETURNED) : null;
        return facts(invoices, sample == SampleCase.BARE ? "" : CUSTOMER, payment, lateFee(sample, currencyUomId));
    }

    MessageFacts real(InvoiceFacts invoice, String customerName) {
        PaymentAmount payment = draft.type() == MessageType.RECEIPT || draft.type() == MessageType.FAILED_PAYMENT
                ? new PaymentAmount(invoice.total(), invoice.currencyUomId(), false) : null;
        return facts(draft.type().tellsOfInvoices() ? List.of(invoice) : List.of(), customerName, payment, null);
    }

    private MessageFacts facts(List<InvoiceFacts> invoices, String customer, PaymentAmount payment, BigDecimal lateFee) {
        String link = !draft.type().asksForPayment() ? ""
                : settings.publicBaseUrl().isEmpty() ? STAND_IN_BASE + PayLinks.testUrl(settings) : PayLinks.testUrl(settings);
        MessageContent content = new MessageContent(null, null, null, lateFee, null, CODE);
        return new MessageFacts(settings, invoices, draft.locale(), customer, payment, content, link, now);
    }

    private InvoiceFacts invoice(String id, SampleCase sample, String currency, Iterable<TokenUse> uses) {
        BigDecimal total = amount(sample == SampleCase.PART_PAID ? "1500" : "1450", currency);
        BigDecimal open = draft.type() != MessageType.RECEIPT ? total : sample == SampleCase.PART_PAID ? amount("50", currency) : BigDecimal.ZERO;
        LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
        LocalDate due = sample == SampleCase.BARE ? null : today.plusDays(DUE_IN_DAYS.getOrDefault(draft.type(), 0));
        return new InvoiceFacts(id, "SALES_INVOICE", "INVOICE_READY", true, settings.organizationPartyId(), null, currency, total, open, due, null,
                sample == SampleCase.BARE ? Map.of() : attributes(uses));
    }

    private static Map<String, String> attributes(Iterable<TokenUse> uses) {
        Map<String, String> attributes = new HashMap<>();
        for (TokenUse use : uses) {
            if (use.attribute() != null) {
                attributes.put(use.attribute(), use.attribute());
            }
        }
        attributes.put(MessageToken.PROPERTY.title(), "Harbor View");
        attributes.put(MessageToken.UNIT.title(), "4B");
        attributes.put(MessageToken.PERIOD.title(), "03/2026");
        return attributes;
    }

    private BigDecimal lateFee(SampleCase sample, String currency) {
        boolean charged = draft.type() == MessageType.OVERDUE_FIRM || draft.type() == MessageType.OVERDUE_FINAL;
        return charged && sample != SampleCase.BARE ? amount("25", currency) : null;
    }

    private static BigDecimal amount(String units, String currencyUomId) {
        int digits = Currency.getAvailableCurrencies().stream().filter(one -> one.getCurrencyCode().equals(currencyUomId)).findFirst()
                .map(one -> Math.max(0, one.getDefaultFractionDigits())).orElse(2);
        return new BigDecimal(units).setScale(digits, RoundingMode.UNNECESSARY);
    }

    /** @return the case of that name, as far as the type of the draft has it; else the usual one */
    static SampleCase named(String name, MessageType type) {
        return Optional.ofNullable(name).flatMap(one -> SampleCase.of(type).stream().filter(sample -> sample.name().equals(one)).findFirst())
                .orElse(SampleCase.USUAL);
    }
}
