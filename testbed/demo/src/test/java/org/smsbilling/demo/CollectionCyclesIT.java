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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Collection cycles, the dry run and pauses in a browser. */
@ExtendWith(BrowserTests.class)
class CollectionCyclesIT {

    private static Chrome chrome;
    private static BackOffice office;
    private static DemoWorld demo;

    @BeforeAll
    static void signIn(DemoWorld world) {
        demo = world;
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
    void anAdministratorCopiesAnExampleEditsItAndSeesWhoGetsWhat() {
        office.signIn("boss", "smsbilling");
        chrome.open(demo.web().resolve("/smsbilling/control/SmsCycles?organizationPartyId=DemoBrightwater"));
        chrome.awaitText(".smsb-page", "Standard");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.driver().findElements(By.cssSelector("form[action*=createSmsCollectionCycle] button")).get(1).click();
        chrome.awaitText(".smsb-page", "7 days before the due date, 10:00");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.visible("#new-stepDays").sendKeys("30");
        new Select(chrome.visible("#new-communication")).selectByValue("SMS");
        new Select(chrome.visible("#new-messageType")).selectByValue("UPCOMING");
        chrome.visible("#new-stepDays").submit();
        chrome.awaitText("body", "After the due date a step can only say that the invoice is overdue.");
        assertEquals("30", chrome.visible("#new-stepDays").getAttribute("value"));
        new Select(chrome.visible("#new-messageType")).selectByValue("OVERDUE_FINAL");
        chrome.visible("#new-stepDays").submit();
        chrome.awaitText(".smsb-page", "30 days after the due date, 10:00");
        chrome.open(demo.web().resolve("/smsbilling/control/SmsDryRun?organizationPartyId=DemoBrightwater&days=60"));
        chrome.awaitText(".smsb-page", "Who would get what and when");
        chrome.awaitText("#smsb-looked", "Complete:");
        chrome.visible(".smsb-dry-run tbody tr");
        chrome.visible(".smsb-dry-run-days tbody tr");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.open(demo.web().resolve("/smsbilling/control/SmsDryRun?organizationPartyId=DemoBrightwater&days=61"));
        chrome.awaitText("body", "Days: a whole number from 1 to 60.");
        office.openSettings("DemoBrightwater");
        chrome.awaitText("#disconnect", "steps by SMS, which become None");
    }

    @Test
    void aClerkPausesAnInvoiceAndLetsItGoOn() {
        office.signIn("clerk", "accounting");
        office.openInvoice("RENT09");
        chrome.awaitText(".smsb-reminders", "Reminders");
        Accessibility.holds(chrome, ".smsb-reminders");
        chrome.click(".smsb-reminders summary");
        chrome.visible("#smsb-note").sendKeys("will pay on Friday");
        chrome.visible("#smsb-note").submit();
        chrome.awaitText(".smsb-reminders .smsb-error", "Enter the day until which reminders are paused.");
        new Select(chrome.visible("#smsb-reason")).selectByValue("DISPUTE");
        chrome.visible("#smsb-note").submit();
        chrome.awaitText(".smsb-reminders", "Reminders of this invoice are paused: Dispute.");
        chrome.click("[data-smsb-resume] button");
        chrome.awaitText(".smsb-reminders", "Pause reminders");
    }
}
