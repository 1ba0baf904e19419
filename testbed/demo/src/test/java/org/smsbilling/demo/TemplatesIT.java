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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.smsbilling.scenario.OutsideWorldClient;

/** The editor of templates in a browser. */
@ExtendWith(BrowserTests.class)
class TemplatesIT {
    private static Chrome chrome;
    private static DemoWorld demo;

    @BeforeAll
    static void signIn(DemoWorld world) {
        demo = world;
        chrome = Chrome.desktop();
        new BackOffice(chrome, world).signIn("boss", "smsbilling");
    }

    @AfterAll
    static void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    private static void open(String query) {
        chrome.open(demo.web().resolve("/smsbilling/control/EditSmsTemplate?" + query));
        chrome.visible(".smsb-editor[data-state=shown] [data-part=shown]");
    }

    private static void write(String text) {
        WebElement body = chrome.visible("#smsb-body");
        body.clear();
        body.sendKeys(text);
    }

    @Test
    void theListShowsWhatShipsAndWhatIsOwn() {
        chrome.open(demo.web().resolve("/smsbilling/control/SmsTemplates?organizationPartyId=DemoBrightwater"));
        chrome.awaitText(".smsb-templates", "Own text");
        chrome.awaitText(".smsb-templates", "version 2");
        chrome.awaitText(".smsb-templates", "Shipped text");
        Accessibility.holds(chrome, ".smsb-page");
        assertEquals(0, chrome.overhang());
        chrome.click(".smsb-templates a[href*='templateId=DEMO_VISIT']");
        chrome.awaitText("[data-part=shown]", "Brightwater: thank you! Invoice 10001 for $1,450.00 is due ");
    }

    @Test
    void aTextIsTriedSavedRestoredAndReset() {
        open("organizationPartyId=DemoHarborView&messageType=UPCOMING&channel=SMS&localeString=fr");
        chrome.awaitText("[data-part=size]", "GSM-7");
        Accessibility.holds(chrome, ".smsb-page");
        write("{brand} : \u00E0 payer {due_date} {link} STOP");
        chrome.awaitText("#smsb-findings", "At character 19: there is no token {due_date}. Did you mean {dueDate}?");
        chrome.click("#smsb-findings button");
        chrome.awaitText("[data-part=shown]", "sample-link");
        assertEquals("{brand} : \u00E0 payer {dueDate} {link} STOP", chrome.visible("#smsb-body").getAttribute("value"));
        chrome.awaitText("#smsb-findings", "{dueDate} may be empty.");
        write("{brand} : \u00E0 payer[[ {dueDate}]] {link} STOP \u00EA\u00EA");
        chrome.awaitText("[data-part=size]", "UCS-2");
        chrome.awaitText("[data-part=foreign]", "LATIN SMALL LETTER E WITH CIRCUMFLEX");
        assertTrue(chrome.count("[data-part=shown] mark.smsb-foreign") > 0, "the characters are marked");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.click("[data-part=foreign] button");
        chrome.awaitText("[data-part=size]", "1 segment, GSM-7");
        chrome.click("[data-part=save]");
        chrome.awaitText(".smsb-intro", "Own text, version 1");
        write("{brand} : deux {link} STOP");
        chrome.click("[data-part=save]");
        chrome.awaitText(".smsb-intro", "Own text, version 2");
        chrome.click("#versions tbody tr:nth-child(2) form button");
        chrome.awaitText(".smsb-intro", "Own text, version 3");
        assertEquals("{brand} : \u00E0 payer[[ {dueDate}]] {link} STOP ee", chrome.visible("#smsb-body").getAttribute("value"));
        chrome.click("#smsb-reset");
        chrome.click("#smsb-confirm [data-smsb-yes]");
        chrome.awaitText(".smsb-page", "E-mails");
        open("organizationPartyId=DemoHarborView&messageType=UPCOMING&channel=SMS&localeString=fr");
        chrome.awaitText(".smsb-intro", "Shipped text. Saving makes it your own.");
        assertEquals(3, chrome.count("#versions tbody tr"), "the versions are kept");
    }

    @Test
    void whatIsWrongIsNotSavedAndNothingTypedIsLost() {
        open("organizationPartyId=DemoHarborView&messageType=OVERDUE_FIRM&channel=SMS&localeString=en");
        write("{brand}: pay <now {link}");
        chrome.awaitText("#smsb-findings", "OFBiz refuses the character <.");
        chrome.click("[data-part=save]");
        assertEquals("{brand}: pay <now {link}", chrome.visible("#smsb-body").getAttribute("value"));
        write("{brand}: pay & \"soon\" {link");
        chrome.click("[data-part=save]");
        chrome.awaitText("body", "At character 23: the token {link is not closed. Did you mean {link}?");
        assertEquals("{brand}: pay & \"soon\" {link", chrome.visible("#smsb-body").getAttribute("value"));
        chrome.awaitText(".smsb-intro", "Shipped text. Saving makes it your own.");
    }

    @Test
    void tokensGoWhereTheCursorIsByKeyboard() {
        open("organizationPartyId=DemoHarborView&messageType=RECEIPT&channel=SMS&localeString=en");
        write("{brand}: thanks!");
        chrome.visible("#smsb-body").sendKeys(Keys.HOME);
        chrome.tabTo("[data-smsb-token='{customer}']");
        chrome.press(Keys.ENTER);
        assertEquals("[[ {customer}]]{brand}: thanks!", chrome.visible("#smsb-body").getAttribute("value"));
        assertEquals("smsb-body", chrome.driver().switchTo().activeElement().getAttribute("id"));
        chrome.awaitText("[data-part=shown]", "Maria Gonzalez");
    }

    @Test
    void aTestGoesOutOnceAndSaysWhatItIs() throws Exception {
        OutsideWorldClient outside = new OutsideWorldClient(demo.outside());
        open("organizationPartyId=DemoBrightwater&messageType=NEW_INVOICE&channel=SMS&localeString=en");
        chrome.visible("#smsb-test-number").sendKeys("12");
        chrome.click("[data-part=send]");
        chrome.awaitText("[data-part=outcome]", "too short");
        chrome.visible("#smsb-test-number").clear();
        chrome.visible("#smsb-test-number").sendKeys("(917) 555-0199");
        chrome.click("[data-part=send]");
        chrome.awaitText("[data-part=outcome]", "The test was sent.");
        List<String> texts = outside.texts("+19175550199");
        assertEquals(1, texts.size());
        assertTrue(texts.get(0).startsWith("TEST: Brightwater: thank you! Invoice 10001 for $1,450.00 is due "), texts.get(0));
        chrome.open(URI.create(texts.get(0).replaceAll("(?s).*(http\\S+).*", "$1")));
        chrome.awaitText("h1", "This is a sample link");
    }

    @Test
    void theEditorFitsAPhone() {
        try (Chrome phone = Chrome.phone()) {
            new BackOffice(phone, demo).signIn("boss", "smsbilling");
            phone.open(demo.web().resolve("/smsbilling/control/EditSmsTemplate?organizationPartyId=DemoHarborView&templateId=DEMO_RENT"));
            phone.visible(".smsb-editor[data-state=shown] [data-part=shown]");
            phone.awaitText("[data-part=shown]", "Harbor View Properties: rent for 4B, 03/2026: $1,450.00 due ");
            assertTrue(phone.driver().findElement(By.cssSelector(".smsb-editor")).getSize().getWidth() <= 360);
            Accessibility.holds(phone, ".smsb-page");
        }
    }
}
