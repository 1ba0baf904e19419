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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The invoice page in a browser: sending with the keyboard, what the panel shows afterwards, resending and expiring. */
@ExtendWith(BrowserTests.class)
class ClerkIT {
    private static Chrome chrome;
    private static BackOffice office;
    private static DemoWorld demo;

    @BeforeAll
    static void signIn(DemoWorld world) {
        demo = world;
        chrome = Chrome.desktop();
        office = new BackOffice(chrome, world);
        office.signIn("clerk", "accounting");
    }

    @AfterAll
    static void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aTypedNumberIsCheckedAndTextedWithTheKeyboardOnly() {
        office.openInvoice("RENT09");
        // a test before this one may have let days pass, and then a reminder was texted
        assertTrue(List.of("Send SMS", "Resend Invoice via SMS").contains(chrome.text("[data-smsb-send]")));
        chrome.tabTo("[data-smsb-send]");
        chrome.press(Keys.ENTER);
        chrome.visible("#smsb-send[data-state=entry]");
        Accessibility.holds(chrome, "#smsb-send");
        chrome.press(Keys.END);
        chrome.visible("#smsb-number");
        assertEquals("US", chrome.driver().findElement(By.id("smsb-country")).getAttribute("value"));
        chrome.press(Keys.SHIFT, Keys.TAB);
        chrome.await(driver -> {
            chrome.press(Keys.ARROW_UP);
            return "GB".equals(driver.findElement(By.id("smsb-country")).getAttribute("value"));
        });
        chrome.press(Keys.TAB);
        chrome.press("20 7183 8750");
        chrome.awaitText("#smsb-number-status", "This is a landline, which cannot receive texts.");
        assertFalse(chrome.visible("#smsb-send [data-part=send]").isEnabled());
        chrome.press(Keys.CONTROL, "a");
        chrome.press("7400 123459");
        chrome.await(driver -> driver.findElement(By.cssSelector("#smsb-number-status")).getText().replace(" ", "").endsWith("+447400123459"));
        assertTrue(chrome.text("#smsb-send [data-part=message]")
                .startsWith("Harbor View Properties: invoice RENT09 for $1,675.50 is due Mar 8."));
        chrome.tabTo("#smsb-send [data-part=send]");
        chrome.press(Keys.ENTER);
        office.goOn();
        chrome.visible("#smsb-send:is([data-state=done], [data-state=failed])");
        assertEquals("Invoice SMS sent successfully", chrome.text("#smsb-send .smsb-dialog-body"));
        chrome.press(Keys.ENTER);
        chrome.awaitText("#smsb-panel", "Resend Invoice via SMS");
        assertEquals(0, chrome.count("dialog[open]"));
    }

    @Test
    void aSentInvoiceShowsItsLinkAndHistoryAndCanBeResentAndItsLinkExpired() throws Exception {
        office.send("RENT12");
        chrome.awaitText("#smsb-panel", "SMS Link Expires On");
        assertTrue(chrome.text("#smsb-panel .smsb-facts").contains("to +1 917-555-0146"));
        String countdown = chrome.text("[data-smsb-expires]");
        assertTrue(countdown.matches("\\d+ days \\d\\d hours \\d\\d min \\d\\d sec"), countdown);
        chrome.await(driver -> !chrome.text("[data-smsb-expires]").equals(countdown));
        Accessibility.holds(chrome, "#smsb");
        seeMoreDetails();
        resend();
        expire();
    }

    private static void seeMoreDetails() throws Exception {
        String link = new Phone(demo.outside()).newestLink("+19175550146");
        chrome.click("[data-smsb-details]");
        chrome.visible("#smsb-details [data-part=content]");
        assertTrue(chrome.text("#smsb-details [data-value=body]").contains("/pay/control/p/**********************"));
        assertFalse(chrome.driver().getPageSource().contains(link.substring(link.lastIndexOf('/') + 1)), "the token is nowhere on the page");
        assertEquals("+1 917-555-0146", chrome.text("#smsb-details [data-value=contactNumberDisplay]"));
        assertTrue(chrome.text("#smsb-details [data-value=providerMessageId]").matches("SM[0-9a-f]{32}"));
        Accessibility.holds(chrome, "#smsb-details");
        chrome.press(Keys.ESCAPE);
    }

    private static void resend() throws Exception {
        String first = new Phone(demo.outside()).newestLink("+19175550146");
        office.openDialog();
        chrome.click("#smsb-send [data-part=send]");
        chrome.awaitText("#smsb-confirm-question", "This invoice was already sent on ");
        assertTrue(chrome.text("#smsb-confirm-question").contains("to +1 917-555-0146 by Carla Mendes"));
        assertEquals("Continue", chrome.text("#smsb-confirm [data-smsb-yes]"));
        Accessibility.holds(chrome, "#smsb-confirm");
        chrome.click("#smsb-confirm [data-smsb-yes]");
        chrome.awaitText("#smsb-send [data-part=progress]", "Invoice SMS sent successfully");
        chrome.click("#smsb-send [data-part=done]");
        assertNotEquals(first, new Phone(demo.outside()).newestLink("+19175550146"));
        chrome.awaitText(".smsb-audit", "Link replaced by a newer one");
    }

    private static void expire() {
        chrome.click("[data-smsb-expire]");
        chrome.awaitText("#smsb-confirm-question", "The customer can no longer pay with the link once it is expired.");
        chrome.click("#smsb-confirm [data-smsb-yes]");
        chrome.awaitText(".smsb-ended", "Link expired");
        assertEquals(0, chrome.count("[data-smsb-expire]"));
    }

    @Test
    void anInvoiceThatCannotBePaidSaysWhyItCannotBeSent() {
        office.openInvoice("RENT01");
        assertEquals("This invoice is paid.", chrome.text("#smsb-why-not"));
        assertEquals(0, chrome.count("[data-smsb-send]"));
        Accessibility.holds(chrome, "#smsb");
        office.openInvoice("RENT10");
        assertEquals("This invoice is cancelled.", chrome.text("#smsb-why-not"));
        office.openInvoice("BILL12");
        chrome.awaitText("body", "BILL12");
        assertEquals(0, chrome.count("[data-smsb-send]"));
    }

    @Test
    void aUserWithoutThePermissionSeesNothingToPress() {
        office.signIn("nosms", "accounting");
        office.openInvoice("RENT11");
        chrome.awaitText("body", "RENT11");
        assertEquals(0, chrome.count("#smsb"));
        assertFalse(chrome.text("body").contains("Send SMS"));
        office.signIn("clerk", "accounting");
    }

    @Test
    void thePanelFitsAPhoneAndItsDialogToo() {
        chrome.driver().manage().window().setSize(new Dimension(500, 740));
        office.openInvoice("RENT11");
        office.openDialog();
        long wider = (Long) chrome.driver().executeScript("const d = document.getElementById('smsb-send'); return d.scrollWidth - d.clientWidth");
        assertEquals(0, wider);
        chrome.click("#smsb-send [data-part=cancel]");
        chrome.driver().manage().window().setSize(new Dimension(1280, 900));
    }
}
