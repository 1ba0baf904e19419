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
import java.util.Locale;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.invoice.MoneyText;

/** Notes of the history in words: they are kept as codes, plain amounts and ISO dates, so that every reader gets them in the own language. */
final class AuditNote {

    private static final String MESSAGES = "SmsBillingMessageLabels";
    private static final String REMINDERS = "SmsBillingReminderLabels";
    private static final String PAYMENTS = "SmsBillingPaymentLabels";

    private final String currencyUomId;
    private final Locale locale;

    /** @param currencyUomId of the invoice */
    AuditNote(String currencyUomId, Locale locale) {
        this.currencyUomId = currencyUomId;
        this.locale = locale;
    }

    /** @param note as it is kept, or null. @return empty when there is nothing to say */
    String text(AuditKind kind, String note) {
        if (note == null || note.isBlank()) {
            return "";
        }
        String[] parts = note.split(" ", 2);
        String rest = parts.length == 1 ? "" : " " + parts[1];
        return switch (kind) {
        case SMS_CANCELLED, SMS_FAILED, SMS_AMBIGUOUS -> words(MESSAGES, "SmsBillingMessageReason_", parts[0]) + rest;
        case SMS_NOBODY -> words(REMINDERS, "SmsBillingNobody_", parts[0]) + rest;
        case LINK_CLOSED -> words(MESSAGES, "SmsBillingLinkClosed_", parts[0]) + rest;
        case EMAIL_SENT -> rest.strip();
        case EMAIL_NOT_SENT, EMAIL_BEGUN -> words(REMINDERS, "SmsBillingEmailOutcome_", parts[0]) + rest;
        case REMINDERS_PAUSED -> pause(note);
        case PAYMENT_APPROVED, PAYMENT_CREDIT, PAYMENT_REFUNDED -> money(parts[0]) + (rest.isEmpty() ? "" : " \u00B7" + rest);
        case PAYMENT_REVERSAL_STARTED -> words(PAYMENTS, "SmsBillingPaymentKind_", parts[0]) + " " + money(rest.strip());
        default -> note;
        };
    }

    /** Reason, perhaps the last day, perhaps what the clerk typed: DISPUTE 2026-03-10: called on Monday. */
    private String pause(String note) {
        int colon = note.indexOf(": ");
        String[] codes = (colon < 0 ? note : note.substring(0, colon)).split(" ");
        String until = codes.length < 2 ? "" : ", " + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale)
                .format(LocalDate.parse(codes[1]));
        return words(REMINDERS, "SmsBillingPauseReason_", codes[0]) + until + (colon < 0 ? "" : note.substring(colon));
    }

    private String money(String amount) {
        return MoneyText.format(new BigDecimal(amount), currencyUomId, locale);
    }

    private String words(String resource, String prefix, String code) {
        String words = UtilProperties.getMessage(resource, prefix + code, locale);
        return words.equals(prefix + code) ? code : words;
    }
}
