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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import org.smsbilling.message.CarrierConsequences;

/** Who is texted about what: the customer's own page on a phone, and the clerk's pages. */
@ExtendWith(BrowserTests.class)
class ContactsIT {
    private final DemoWorld demo;
    private Chrome chrome;

    ContactsIT(DemoWorld demo) {
        this.demo = demo;
    }

    @AfterEach
    void putItAway() {
        chrome.close();
    }

    @Test
    void aCustomerChangesTopicsAndLanguageAndStopsAndStartsTexts() throws Exception {
        chrome = Chrome.phone();
        new PayForm(chrome).open(demo, "RENT08");
        chrome.click("a.preferences");
        assertEquals("Text message settings", chrome.text("h1"));
        assertFalse(chrome.driver().getPageSource().contains("Kim"), "nothing of the person");
        fitsAndIsAccessible();
        chrome.click("input[name=reminders]");
        chrome.driver().findElement(By.cssSelector("input[name=textLanguage][value=es]")).sendKeys(Keys.SPACE);
        chrome.click("form button");
        chrome.awaitText(".preferences-outcome", "Saved.");
        assertTrue(chrome.driver().findElement(By.name("invoices")).isSelected());
        assertFalse(chrome.driver().findElement(By.name("reminders")).isSelected());
        assertTrue(chrome.driver().findElement(By.cssSelector("input[name=textLanguage][value=es]")).isSelected());
        fitsAndIsAccessible();
        chrome.click("button.second");
        chrome.awaitText(".preferences-outcome", "Harbor View");
        assertEquals(0, chrome.count("input[name=invoices]"));
        fitsAndIsAccessible();
        chrome.click("main button");
        chrome.visible("input[name=invoices]");
        String address = demo.web().resolve("/pay/control/preferences/") + "A".repeat(22);
        chrome.open(URI.create(address));
        assertEquals("This link does not work", chrome.text("h1"));
        fitsAndIsAccessible();
    }

    @Test
    void theProfileShowsNumbersAndConsentAndLeadsToTheSettings() {
        chrome = Chrome.desktop();
        BackOffice office = new BackOffice(chrome, demo);
        office.signIn("boss", "partymgr");
        chrome.open(demo.web().resolve("/partymgr/control/viewprofile?partyId=DemoTenant5"));
        assertTrue(chrome.text("#smsb-profile").contains("Nothing recorded"));
        Accessibility.holds(chrome, "#smsb-profile");
        chrome.click("#smsb-profile a.buttontext");
        chrome.visible(".smsb-contact");
        Accessibility.holds(chrome, ".smsb-contact");
        chrome.visible("input[name=evidence]").sendKeys("Signed lease, page 3");
        chrome.click("button[value=OPTED_IN]");
        chrome.awaitText(".smsb-number", "Signed lease, page 3");
        new Select(chrome.visible("select[name=localeString]")).selectByValue("fr");
        chrome.click("input[name=reminders]");
        chrome.click(".smsb-contact form .smsb-main");
        chrome.await(driver -> "fr".equals(driver.findElement(By.name("localeString")).getAttribute("value")));
        assertFalse(chrome.driver().findElement(By.name("reminders")).isSelected());
    }

    @Test
    void aNumberThatTheCarrierRefusedIsAllowedAgainWithAReason() throws Exception {
        String number = "+12125550155";
        new CarrierConsequences(demo.stage().delegator(), demo.stage().component().clock()).follow("DemoHarborView", number, "M1", "30006", "");
        String customer = demo.stage().data().customer("Lena Ortiz", "(212) 555-0155");
        String invoiceId = demo.stage().data().invoice("DemoHarborView", customer, "12.00");
        chrome = Chrome.desktop();
        BackOffice office = new BackOffice(chrome, demo);
        office.signIn("boss", "accounting");
        office.openInvoice(invoiceId);
        office.openDialog();
        chrome.awaitText("#smsb-number-status", "texts cannot reach this number");
        assertFalse(chrome.driver().findElement(By.cssSelector("#smsb-send [data-part=send]")).isEnabled());
        Accessibility.holds(chrome, "#smsb-send");
        chrome.visible("#smsb-reachable-reason").sendKeys(Keys.ENTER);
        chrome.awaitText("#smsb-number-status", "Please say why");
        chrome.visible("#smsb-reachable-reason").sendKeys("A new mobile phone", Keys.ENTER);
        chrome.awaitText("#smsb-number-status", "can be texted again");
        chrome.await(driver -> driver.findElement(By.cssSelector("#smsb-send [data-part=send]")).isEnabled());
        new CarrierConsequences(demo.stage().delegator(), demo.stage().component().clock()).follow("DemoHarborView", number, "M2", "30006", "");
        office.signIn("boss", "partymgr");
        chrome.open(demo.web().resolve("/partymgr/control/viewprofile?partyId=" + customer));
        chrome.click("#smsb-profile a.smsb-edit");
        chrome.visible("[data-smsb-reachable]");
        Accessibility.holds(chrome, ".smsb-contact");
        chrome.visible("input[name=reason]").sendKeys("The carrier mended it", Keys.ENTER);
        chrome.awaitText(".smsb-number", "The carrier mended it");
        assertEquals(0, chrome.count("[data-smsb-reachable]"));
    }

    @Test
    void thePilotAndTheImportOfConsents() {
        chrome = Chrome.desktop();
        BackOffice office = new BackOffice(chrome, demo);
        office.signIn("boss", "smsbilling");
        chrome.open(demo.web().resolve("/smsbilling/control/SmsPilot?organizationPartyId=DemoBrightwater"));
        chrome.visible("#smsb-member").sendKeys("917 555 0199");
        chrome.click(".smsb-main");
        chrome.awaitText(".smsb-members", "+1 917-555-0199");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.open(demo.web().resolve("/smsbilling/control/SmsConsentImport?organizationPartyId=DemoBrightwater"));
        chrome.visible("#smsb-csv").sendKeys("number,evidence\n9175550198,Form\n12,Form\n");
        chrome.click(".smsb-main");
        chrome.awaitText("body", "Line 3: This number is too short");
        assertTrue(chrome.driver().findElement(By.id("smsb-csv")).getAttribute("value").contains("9175550198"), "what was typed is still there");
        chrome.visible("#smsb-csv").clear();
        chrome.visible("#smsb-csv").sendKeys("number,evidence\n9175550198,Form\n");
        chrome.click(".smsb-main");
        chrome.awaitText("body", "1 consents imported");
        Accessibility.holds(chrome, ".smsb-page");
    }

    private void fitsAndIsAccessible() {
        assertEquals(0, chrome.overhang(), "no horizontal scrolling at 360 points");
        Accessibility.holds(chrome);
    }
}
