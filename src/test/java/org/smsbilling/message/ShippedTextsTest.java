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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;

/** The texts that ship, read with the values of a property manager in New York on March 18. */
class ShippedTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-18T16:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 8);
    private static final String LINK = "https://pay.example.com/pay/control/p/AbCdEfGhIjKlMnOpQrStUv";
    private static final OrganizationSettings ORGANIZATION = OrganizationSettings.of(Map.of("organizationPartyId", "OAK", "brandName",
            "Oak Properties", "supportPhone", "+1 212 555 0142", "timeZoneId", "America/New_York", "defaultCountry", "US"), "Oak Properties Ltd");
    private static final Set<MessageType> TWO_SEGMENTS = EnumSet.of(MessageType.OVERDUE_FINAL, MessageType.FAILED_PAYMENT);

    private static Stream<Locale> languages() {
        return ShippedTexts.LANGUAGES.stream();
    }

    private static List<MessageType> types() {
        return Arrays.stream(MessageType.values()).filter(type -> !type.writtenByHand()).toList();
    }

    static InvoiceFacts invoice(String id, String total, String outstanding, String currency, LocalDate due, Map<String, String> attributes) {
        return new InvoiceFacts(id, "SALES_INVOICE", "INVOICE_READY", true, "OAK", "TENANT", currency, new BigDecimal(total),
                new BigDecimal(outstanding), due, null, attributes);
    }

    private static InvoiceFacts rent(String id) {
        return invoice(id, "1450.00", "1450.00", "USD", DUE, Map.of());
    }

    static MessageFacts facts(Locale locale, PaymentAmount payment, String lateFee, InvoiceFacts... invoices) {
        MessageContent content = new MessageContent(null, null, null, lateFee == null ? null : new BigDecimal(lateFee), null, "482913");
        return new MessageFacts(ORGANIZATION, List.of(invoices), locale, "Maria Gonzalez", payment, content, LINK, NOW);
    }

    private static String text(MessageType type, MessageFacts facts) {
        return text(ShippedTexts.sms(type, facts.locale()), facts);
    }

    static String text(String template, MessageFacts facts) {
        return MessageText.of(new ChosenTemplate(null, null, facts.locale(), null, MessageTemplate.parse(template)), facts).body();
    }

    private static PaymentAmount payment(boolean returned) {
        return new PaymentAmount(new BigDecimal("1450.00"), "USD", returned);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTypeHasATextThatNamesTheSenderAndHowToStop(Locale language) {
        for (MessageType type : types()) {
            MessageTemplate template = MessageTemplate.parse(ShippedTexts.sms(type, language));
            assertTrue(template.always().contains(new TokenUse(MessageToken.BRAND, null)), type + " " + language);
            assertEquals(type.asksForPayment(), template.always().contains(new TokenUse(MessageToken.LINK, null)), type + " " + language);
            assertTrue(template.uses().stream().allMatch(use -> use.token().knownIn(type)), type + " " + language);
            assertTrue(template.always().stream().noneMatch(use -> use.token().mayBeEmpty()), type + " " + language);
            assertEquals(type.asksForPayment() || type == MessageType.HELP || type == MessageType.OPT_IN_CONFIRMATION,
                    ShippedTexts.sms(type, language).contains("STOP"), type + " " + language);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void typicalTextsAreOneSegmentOfGsm7(Locale language) {
        List<String> tooLong = new ArrayList<>();
        for (MessageType type : types()) {
            SegmentCount count = SegmentCount.of(text(type, facts(language, payment(false), null, rent("10001"))));
            if (count.encoding() != SmsEncoding.GSM_7 || count.segments() > (TWO_SEGMENTS.contains(type) ? 2 : 1)) {
                tooLong.add(type + " " + language + " " + count);
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMailHasASubjectAndSaysWhereToPay(Locale language) {
        for (MessageType type : types().stream().filter(MessageType::hasMail).toList()) {
            MessageMail mail = MessageMail.of(new ChosenTemplate(null, null, language,
                    MessageTemplate.parse(ShippedTexts.mailSubject(type, language)), MessageTemplate.parse(ShippedTexts.mailBody(type, language))),
                    facts(language, payment(false), "25.00", rent("10001")));
            assertTrue(mail.subject().contains("Oak Properties"), mail.subject());
            assertEquals(type.asksForPayment(), mail.html().contains("<a href=\"" + LINK + "\">"), mail.html());
            assertTrue(mail.plain().lines().noneMatch(line -> line.startsWith(" ")), mail.plain());
        }
    }

    @Test
    void anInvoice() {
        assertEquals("Oak Properties: invoice 10001 for $80.00 is due Mar 28. Pay here: " + LINK + " Reply STOP to opt out.",
                text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, invoice("10001", "80.00", "80.00", "USD", LocalDate.of(2026, 3, 28),
                        Map.of()))));
        assertEquals("Oak Properties: invoice 10001 for $80.00 is ready. Pay here: " + LINK + " Reply STOP to opt out.",
                text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, invoice("10001", "80.00", "80.00", "USD", null, Map.of()))));
    }

    @Test
    void aNewInvoiceThatIsLateIsNotCalledDue() {
        assertEquals("Oak Properties: invoice 10001 for $1,450.00 was due Mar 8. Pay here: " + LINK + " Reply STOP to opt out.",
                text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, rent("10001"))));
        assertTrue(text(MessageType.NEW_INVOICE, facts(new Locale("es"), null, null, rent("10001")))
                .startsWith("Oak Properties: factura 10001 de $1,450.00, vencida el 8 mar. Pague"));
        assertTrue(text(MessageType.NEW_INVOICE, facts(Locale.FRENCH, null, null, rent("10001")))
                .contains(" \u00E9chue le 8 mars. Payez ici : "));
        assertTrue(text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, invoice("10001", "80.00", "80.00", "USD",
                LocalDate.of(2026, 3, 18), Map.of()))).contains(" is due Mar 18. "));
        MessageMail mail = MessageMail.of(new ChosenTemplate(null, null, Locale.ENGLISH, MessageTemplate.parse(ShippedTexts.mailSubject(
                MessageType.NEW_INVOICE, Locale.ENGLISH)), MessageTemplate.parse(ShippedTexts.mailBody(MessageType.NEW_INVOICE, Locale.ENGLISH))),
                facts(Locale.ENGLISH, null, null, rent("10001")));
        assertEquals("Invoice 10001 from Oak Properties, due since Mar 8", mail.subject());
        assertTrue(mail.plain().contains("Your invoice 10001 for $1,450.00 was due Mar 8."), mail.plain());
    }

    @Test
    void aReceiptSaysWhatIsStillOpenOrThatAllIsPaid() {
        assertEquals("Oak Properties: thank you! We received $1,450.00 for invoice 10001. Still open: $50.00.", text(MessageType.RECEIPT,
                facts(Locale.ENGLISH, payment(false), null, invoice("10001", "1500.00", "50.00", "USD", DUE, Map.of()))));
        assertEquals("Oak Properties: thank you! We received $1,450.00 for invoice 10001. Paid in full.", text(MessageType.RECEIPT,
                facts(Locale.ENGLISH, payment(false), null, invoice("10001", "1450.00", "0.00", "USD", DUE, Map.of()))));
        assertEquals("Oak Properties: \u00A1gracias! Recibimos $1,450.00 (factura 10001). No queda saldo pendiente.", text(MessageType.RECEIPT,
                facts(new Locale("es"), payment(false), null, invoice("10001", "1450.00", "0.00", "USD", DUE, Map.of()))));
        assertEquals("Oak Properties: thank you! We received your payment.", text(MessageType.RECEIPT,
                facts(Locale.ENGLISH, null, null, invoice("10001", "1450.00", "0.00", "USD", DUE, Map.of()))));
    }

    @Test
    void aRefusedPaymentIsNotAReturnedOne() {
        assertTrue(text(MessageType.FAILED_PAYMENT, facts(Locale.ENGLISH, payment(false), null, rent("10001")))
                .startsWith("Oak Properties: your payment of $1,450.00 for invoice 10001 did not go through. Still open: $1,450.00. Try again: "));
        assertTrue(text(MessageType.FAILED_PAYMENT, facts(Locale.ENGLISH, payment(true), null, rent("10001")))
                .startsWith("Oak Properties: your bank returned your payment of $1,450.00 for invoice 10001. Still open: $1,450.00. Try again: "));
        assertTrue(text(MessageType.FAILED_PAYMENT, facts(Locale.ENGLISH, null, null, rent("10001")))
                .startsWith("Oak Properties: your payment for invoice 10001 did not go through. Still open: $1,450.00. Try again: "));
    }

    @Test
    void severalInvoicesAreNamedOrCounted() {
        assertTrue(text(MessageType.UPCOMING, facts(Locale.ENGLISH, null, null, rent("10001"), rent("10002")))
                .startsWith("Oak Properties: $2,900.00 for invoices 10001 and 10002 is due Mar 8. Pay here: "));
        assertTrue(text(MessageType.OVERDUE_GENTLE, facts(Locale.ENGLISH, null, null, rent("10001"), rent("10002"), rent("10003")))
                .startsWith("Oak Properties: $4,350.00 for 3 invoices was due Mar 8. Please pay here: "));
        assertTrue(text(MessageType.UPCOMING, facts(Locale.FRENCH, null, null, rent("10001"), rent("10002")))
                .startsWith("Oak Properties : factures 10001 et 10002, 2 900,00 $US \u00E0 payer le 8 mars. Payez ici : "));
    }

    @Test
    void lateFeeAndDaysLateAreLeftOutWhereThereAreNone() {
        assertEquals("Oak Properties: $1,450.00 for invoice 10001 is overdue by 10 days. Late fee: $25.00. Pay now: " + LINK
                + " Reply STOP to opt out.", text(MessageType.OVERDUE_FIRM, facts(Locale.ENGLISH, null, "25.00", rent("10001"))));
        assertEquals("Oak Properties: $80.00 for invoice 10001 is overdue. Pay now: " + LINK + " Reply STOP to opt out.",
                text(MessageType.OVERDUE_FIRM, facts(Locale.ENGLISH, null, null, invoice("10001", "80.00", "80.00", "USD", null, Map.of()))));
        assertTrue(text(MessageType.OVERDUE_FIRM, facts(Locale.ENGLISH, null, null, invoice("10001", "80.00", "80.00", "USD",
                LocalDate.of(2026, 3, 17), Map.of()))).contains(" is overdue by 1 day. "));
    }

    @Test
    void augustInFrenchStaysGsm7() {
        String text = text(MessageType.NEW_INVOICE, facts(Locale.FRENCH, null, null, invoice("10001", "80.00", "80.00", "EUR",
                LocalDate.of(2026, 8, 7), Map.of())));
        assertTrue(text.startsWith("Oak Properties : facture 10001 de 80,00 \u20AC due le 7 aout."), text);
        assertEquals(SmsEncoding.GSM_7, SegmentCount.of(text).encoding());
    }

    @Test
    void currenciesWithoutAndWithThreeDecimals() {
        assertTrue(text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, invoice("10001", "14500", "14500", "JPY", DUE, Map.of())))
                .contains("\u00A514,500"));
        assertTrue(text(MessageType.NEW_INVOICE, facts(Locale.ENGLISH, null, null, invoice("10001", "14.505", "14.505", "KWD", DUE, Map.of())))
                .contains("KWD 14.505"));
    }

    @Test
    void attributesThatAllInvoicesShareAreTold() {
        InvoiceFacts one = invoice("10001", "80.00", "80.00", "USD", DUE, Map.of("property", "Harbor View", "unit", "4B"));
        InvoiceFacts other = invoice("10002", "80.00", "80.00", "USD", DUE, Map.of("property", "Harbor View", "unit", "5C"));
        assertEquals("Harbor View unit 4B: $80.00", text("{property}[[ unit {unit}]]: {outstanding}", facts(Locale.ENGLISH, null, null, one)));
        assertEquals("Harbor View: $160.00", text("{property}[[ unit {unit}]]: {outstanding}", facts(Locale.ENGLISH, null, null, one, other)));
    }

    @Test
    void amountsReadAsInTheOrganizationsCountry() {
        assertEquals("$1,450.00", text("{outstanding}", facts(new Locale("es"), null, null, rent("10001"))));
        assertEquals("1.450,00 US$", text("{outstanding}", facts(new Locale("es", "ES"), null, null, rent("10001"))).replace('\u00A0', ' '));
    }

    @Test
    void aMailEscapesWhatIsInIt() {
        MessageFacts facts = new MessageFacts(ORGANIZATION, List.of(rent("10001")), Locale.ENGLISH, "<b>O'Neil</b> & {link}", null,
                MessageContent.NONE, LINK + "?a=1&b=\"2", NOW);
        MessageMail mail = MessageMail.of(new ChosenTemplate(null, null, Locale.ENGLISH, MessageTemplate.parse("For {customer}"),
                MessageTemplate.parse("Dear <i>{customer}</i>,\n\n\npay\nhere: {link}")), facts);
        assertEquals("For <b>O'Neil</b> & {link}", mail.subject());
        assertEquals("<p>Dear &lt;i&gt;&lt;b&gt;O&#39;Neil&lt;/b&gt; &amp; {link}&lt;/i&gt;,</p>\n<p>pay<br/>\nhere: <a href=\"" + LINK
                + "?a=1&amp;b=&quot;2\">" + LINK + "?a=1&amp;b=&quot;2</a></p>", mail.html());
        assertEquals("Dear <i><b>O'Neil</b> & {link}</i>,\n\npay\nhere: " + LINK + "?a=1&b=\"2", mail.plain());
    }
}
