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

import java.math.BigDecimal;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.support.ui.Select;
import org.smsbilling.scenario.Stage;

/** Messages by themselves in the back office: their settings, and thanking for a payment that somebody recorded. */
@ExtendWith(BrowserTests.class)
class EventsIT {

    private static DemoWorld demo;
    private static Stage stage;
    private static Chrome chrome;
    private static BackOffice office;
    private static String organization;
    private static String customer;

    @BeforeAll
    static void prepare(DemoWorld world) throws Exception {
        demo = world;
        stage = world.stage();
        GenericValue boss = EntityQuery.use(stage.delegator()).from("UserLogin").where("userLoginId", "boss").queryOne();
        organization = stage.data().connectedOrganization("Elm Street", boss);
        customer = stage.data().customer("James Lee", "(917) 555-0173");
        chrome = Chrome.desktop();
        office = new BackOffice(chrome, world);
    }

    @AfterAll
    static void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aClerkThanksForAPaymentOnItsPageAndIsAskedBeforeDoingSoAgain() throws Exception {
        String invoiceId = stage.data().invoice(organization, customer, "80.00");
        String paymentId = (String) stage.call(stage.data().system(), "createPaymentAndApplication", "paymentTypeId", "CUSTOMER_PAYMENT",
                "paymentMethodTypeId", "CASH", "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED",
                "currencyUomId", "USD", "amount", new BigDecimal("80.00"), "invoiceId", invoiceId).get("paymentId");
        office.signIn("boss", "accounting");
        chrome.open(demo.web().resolve("/accounting/control/paymentOverview?paymentId=" + paymentId));
        assertEquals(0, chrome.count("[data-smsb-void]"), "no charge, so nothing to void");
        chrome.click("[data-smsb-thank]");
        chrome.awaitText("[data-smsb-thanked]", "thanked for this payment");
        assertEquals(1L, receipts(paymentId));
        Accessibility.holds(chrome, "#smsb");

        chrome.click("[data-smsb-thank]");
        chrome.awaitText("#smsb-confirm-question", "thanked for this payment");
        Accessibility.holds(chrome, "#smsb-confirm");
        chrome.click("#smsb-confirm [data-smsb-close]");
        assertEquals(1L, receipts(paymentId));
        chrome.click("[data-smsb-thank]");
        chrome.click("#smsb-confirm [data-smsb-yes]");
        chrome.await(driver -> receipts(paymentId) == 2);
    }

    @Test
    void anAdministratorChoosesWhatGoesByItself() {
        office.signIn("boss", "smsbilling");
        office.openSettings(organization);
        assertEquals("NONE", chrome.visible("#smsb-invoiceTrigger").getAttribute("value"));
        assertEquals("ASK", chrome.visible("#smsb-receiptManual").getAttribute("value"));
        new Select(chrome.visible("#smsb-invoiceTrigger")).selectByValue("INVOICE_SENT");
        chrome.visible("#smsb-invoiceMaxAgeDays").clear();
        chrome.visible("#smsb-invoiceMaxAgeDays").sendKeys("many");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.visible("#smsb-invoiceMaxAgeDays").submit();
        chrome.awaitText("body", "Not older than: a whole number of days");
        assertEquals("INVOICE_SENT", chrome.visible("#smsb-invoiceTrigger").getAttribute("value"), "what was typed is not lost");
        chrome.visible("#smsb-invoiceMaxAgeDays").clear();
        chrome.visible("#smsb-invoiceMaxAgeDays").sendKeys("30");
        chrome.visible("#smsb-invoiceMaxAgeDays").submit();
        chrome.await(driver -> "30".equals(chrome.visible("#smsb-invoiceMaxAgeDays").getAttribute("value")));
        office.openSettings(organization);
        assertEquals("INVOICE_SENT", chrome.visible("#smsb-invoiceTrigger").getAttribute("value"));
    }

    private static long receipts(String paymentId) {
        try {
            return EntityQuery.use(stage.delegator()).from("SmsMessage").where("paymentId", paymentId, "messageType", "RECEIPT").queryCount();
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }
}
