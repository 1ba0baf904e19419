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
package org.smsbilling.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.scenario.Expect;
import org.smsbilling.scenario.Stage;

/** Several invoices and lower amounts on the pay page, the question before it, and void, refund and reconciliation in the back office. */
@ExtendWith(BrowserTests.class)
class PaymentsIT {
    private static final String CARD = "4788250000121443";
    private static DemoWorld demo;
    private static Stage stage;
    private static Chrome phone;
    private static Chrome desktop;
    private static PayForm form;
    private static GenericValue boss;
    private static String organization;
    private static String customer;

    @BeforeAll
    static void prepare(DemoWorld world) throws Exception {
        demo = world;
        stage = world.stage();
        boss = EntityQuery.use(stage.delegator()).from("UserLogin").where("userLoginId", "boss").queryOne();
        organization = stage.data().connectedOrganization("Oak Street", boss);
        customer = stage.data().customer("Maria Gonzalez", "(917) 555-0163");
        stage.data().address(customer, "10004");
        phone = Chrome.phone();
        desktop = Chrome.desktop();
        form = new PayForm(phone);
    }

    @AfterAll
    static void close() {
        for (Chrome chrome : new Chrome[] {phone, desktop}) {
            if (chrome != null) {
                chrome.close();
            }
        }
    }

    @Test
    void oneOfTwoInvoicesIsChosenAndPaidInPart() throws Exception {
        set("partialPaymentAllowed", "Y", "partialPaymentMinimum", "10", "payPageCheck", "NONE");
        String first = invoice("40.00");
        String second = invoice("60.00");
        open(first, second);
        assertEquals("Pay $100.00", phone.text("#submit"));
        fits();
        phone.click("input[name=invoice][value='" + first + "']");
        phone.awaitText("#submit", "Pay $60.00");
        phone.awaitText("[data-authorization=CARD]", "$60.00");
        phone.click("#other");
        phone.visible("#typed").sendKeys("9");
        form.typeCard(CARD);
        form.fill("name-CARD", "Maria Gonzalez");
        form.fill("postal-CARD", "10004");
        form.authorize("CARD");
        form.pay();
        phone.awaitText("#errors-list", "at least $10.00");
        fits();
        phone.visible("#typed").sendKeys(Keys.chord(Keys.CONTROL, "a"), "25.50", Keys.TAB);
        phone.awaitText("#submit", "Pay $25.50");
        assertFalse(phone.driver().findElement(By.id("authorize-CARD")).isSelected(), "another amount needs another authorization");
        form.authorize("CARD");
        form.pay();
        phone.awaitText(".state-paid", "Payment received");
        assertEquals("$25.50", phone.text(".state-paid .amount"));
        fits();
        phone.click(".rest button");
        phone.awaitText("#submit", "Pay $74.50");
    }

    @Test
    void nothingIsShownBeforeThePostalCode() throws Exception {
        set("payPageCheck", "POSTAL_CODE");
        String invoiceId = invoice("70.00");
        open(invoiceId);
        phone.awaitText("h1", "Is it you?");
        assertFalse(phone.driver().getPageSource().contains(invoiceId));
        assertFalse(phone.driver().getPageSource().contains("70.00"));
        fits();
        form.fill("answer", "99999");
        phone.click(".confirm form button");
        phone.awaitText(".errors", "That is not right. Please try again.");
        fits();
        form.fill("answer", "10004");
        phone.click(".confirm form button");
        phone.awaitText("#submit", "Pay $70.00");
        fits();
        phone.click("button[lang=es]");
        phone.awaitText("#submit", "Pagar $70.00");
        form.payByCard(CARD);
        phone.awaitText(".state-paid", "Pago recibido");
    }

    @Test
    void aCodeByTextOpensThePage() throws Exception {
        set("payPageCheck", "ONE_TIME_CODE");
        String invoiceId = invoice("80.00");
        open(invoiceId);
        phone.awaitText("h1", "Is it you?");
        int before = stage.outside().texts("+19175550163").size();
        phone.click(".confirm button");
        phone.awaitText("main", "We have texted you a 6-digit code");
        fits();
        String text = stage.outside().text("+19175550163", before + 1);
        form.fill("answer", text.replaceAll("(?s).*?(\\d{6}).*", "$1"));
        phone.click(".confirm form button");
        phone.awaitText("#submit", "Pay $80.00");
    }

    @Test
    void aPaymentIsRefundedInPartFromItsPageAndTheDayBalances() throws Exception {
        set("payPageCheck", "NONE");
        String invoiceId = invoice("90.00");
        open(invoiceId);
        form.payByCard(CARD);
        phone.awaitText(".state-paid", "Payment received");
        String paymentId = awaitPayment(invoiceId);
        BackOffice office = new BackOffice(desktop, demo);
        office.signIn("boss", "accounting");
        openPayment(paymentId);
        desktop.awaitText("[data-smsb-state]", "Paid, not settled yet");
        Accessibility.holds(desktop, "#smsb");
        desktop.click("[data-smsb-void]");
        desktop.awaitText("#smsb-confirm", "Take $90.00 back?");
        Accessibility.holds(desktop, "#smsb-confirm");
        desktop.click("#smsb-confirm [data-smsb-close]");
        desktop.click("[data-smsb-refund]");
        desktop.visible("#smsb-refund-amount");
        Accessibility.holds(desktop, "#smsb-refund");
        form(desktop).fill("smsb-refund-amount", "30.00");
        desktop.click("#smsb-refund [data-part=refund]");
        desktop.awaitText("#smsb-refund [data-part=error]", "can only be voided whole");
        stage.advanceClock(java.time.Duration.ofDays(1));
        desktop.click("#smsb-refund [data-part=refund]");
        desktop.awaitText("#payment-open", "$0.00");
        desktop.awaitText("#smsb", "Refund $30.00");
        assertTrue(desktop.text("#smsb").contains("Done"));
        Accessibility.holds(desktop, "#smsb");
        office.signIn("boss", "smsbilling");
        desktop.open(demo.web().resolve("/smsbilling/control/SmsReconciliation?organizationPartyId=" + organization));
        desktop.click(".smsb-inline button");
        desktop.awaitText(".smsb-page", "checked");
        Accessibility.holds(desktop, ".smsb-page");
        assertEquals("Balanced", desktop.text(".smsb-light"));
    }

    @Test
    void aPersonEndsAChargeOfWhichTheGatewayNeverTells() throws Exception {
        set("payPageCheck", "NONE");
        String invoiceId = invoice("91.00");
        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/auth", 1);
        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/inquireByOrderid/*", 1_000);
        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/voidByOrderId", 1_000);
        open(invoiceId);
        form.payByCard(CARD);
        phone.awaitText("body", "checking");
        Expect.soon("three voids in vain", () -> {
            stage.advanceClock(java.time.Duration.ofMinutes(6));
            stage.call(stage.data().system(), "resolveOpenSmsPayments");
            return EntityQuery.use(stage.delegator()).from("SmsPaymentAttempt").where("organizationPartyId", organization, "attemptState", "UNKNOWN",
                    "voids", 3L).queryCount();
        }, Long.valueOf(1)::equals);
        new BackOffice(desktop, demo).signIn("boss", "smsbilling");
        desktop.open(demo.web().resolve("/smsbilling/control/UnclearSmsPayments"));
        desktop.awaitText(".smsb-unclear", "$91.00, Maria Gonzalez");
        Accessibility.holds(desktop, ".smsb-ambiguous");
        desktop.click("button[data-smsb-decision=ASK]");
        desktop.awaitText("body", "The gateway gave no usable answer");
        desktop.visible("details[data-smsb-decision=NOT_CHARGED] summary").sendKeys(Keys.ENTER);
        desktop.visible("details[data-smsb-decision=NOT_CHARGED] [name=reason]").sendKeys("CardPointe has nothing", Keys.TAB, Keys.SPACE);
        Accessibility.holds(desktop, ".smsb-ambiguous");
        desktop.visible("details[data-smsb-decision=NOT_CHARGED] button").sendKeys(Keys.ENTER);
        desktop.awaitText("body", "Nothing was charged. The invoice can be paid again.");
        desktop.awaitText(".smsb-ambiguous", "There are none.");
        stage.outside().clearFaults();
    }

    @Test
    void aPersonDecidesAboutATextWithoutAnAnswer() throws Exception {
        String invoiceId = invoice("92.00");
        stage.outside().fault("DROP_AFTER", "/2010-04-01/Accounts/*/Messages.json", 1);
        stage.call(boss, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", "+19175550163", "occurrence", "1");
        Expect.soon("a text without an answer", () -> EntityQuery.use(stage.delegator()).from("SmsMessage").where("organizationPartyId", organization,
                "messageStatus", "AMBIGUOUS").queryCount(), Long.valueOf(1)::equals);
        new BackOffice(desktop, demo).signIn("boss", "smsbilling");
        desktop.open(demo.web().resolve("/smsbilling/control/AmbiguousMessages"));
        desktop.awaitText(".smsb-unclear", "Maria Gonzalez");
        Accessibility.holds(desktop, ".smsb-ambiguous");
        desktop.click("button[data-smsb-decision=LEAVE]");
        desktop.awaitText(".smsb-unclear", "Left as it is by");
        desktop.visible("button[data-smsb-decision=SENT]").sendKeys(Keys.ENTER);
        desktop.awaitText(".smsb-ambiguous", "There are none.");
    }

    @Test
    void theSettingsAreTypedInAndKept() {
        BackOffice office = new BackOffice(desktop, demo);
        office.signIn("boss", "smsbilling");
        office.openSettings(organization);
        desktop.visible("#smsb-partialPaymentMinimum").clear();
        desktop.visible("#smsb-partialPaymentMinimum").sendKeys("abc");
        desktop.visible("#smsb-partialPaymentMinimum").submit();
        desktop.awaitText("body", "Please type the least amount as a positive number");
        Accessibility.holds(desktop, ".smsb-page");
        desktop.visible("#smsb-partialPaymentMinimum").clear();
        desktop.visible("#smsb-partialPaymentMinimum").sendKeys("12.5");
        desktop.visible("#smsb-partialPaymentMinimum").submit();
        office.openSettings(organization);
        assertEquals("12.5", desktop.visible("#smsb-partialPaymentMinimum").getAttribute("value"));
    }

    private static PayForm form(Chrome chrome) {
        return new PayForm(chrome);
    }

    private static void set(Object... nameValues) throws Exception {
        Object[] all = new Object[nameValues.length + 2];
        all[0] = "organizationPartyId";
        all[1] = organization;
        System.arraycopy(nameValues, 0, all, 2, nameValues.length);
        stage.call(boss, "updateSmsOrganization", all);
    }

    private static String invoice(String amount) throws Exception {
        return stage.data().invoice(organization, customer, amount);
    }

    private static void open(String... invoiceIds) throws Exception {
        Delegator delegator = stage.delegator();
        String url = PayLinks.prepare(delegator, OrganizationSettingsReader.read(delegator, organization).orElseThrow(), "IT-" + invoiceIds[0],
                customer, "+19175550163", List.of(invoiceIds), SmsBilling.of(delegator).clock().instant()).url();
        phone.open(demo.web().resolve(URI.create(url).getPath()));
    }

    private static void openPayment(String paymentId) {
        desktop.open(demo.web().resolve("/accounting/control/paymentOverview?paymentId=" + paymentId));
    }

    private static String awaitPayment(String invoiceId) {
        return desktop.await(driver -> {
            try {
                GenericValue share = EntityQuery.use(stage.delegator()).from("SmsPaymentAttemptInvoice").where("invoiceId", invoiceId).queryFirst();
                return share == null ? null : share.getString("paymentId");
            } catch (org.apache.ofbiz.entity.GenericEntityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void fits() {
        assertEquals(0, phone.overhang());
        Accessibility.holds(phone);
    }
}
