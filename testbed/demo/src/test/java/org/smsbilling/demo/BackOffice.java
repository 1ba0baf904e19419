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

import java.net.URI;
import java.util.Map;
import org.openqa.selenium.By;

/** The pages of the back office as a person signed in sees them. */
final class BackOffice {
    private final Chrome chrome;
    private final URI web;

    BackOffice(Chrome chrome, DemoWorld world) {
        this.chrome = chrome;
        web = world.web();
    }

    /** @param application accounting, or smsbilling for the settings */
    void signIn(String user, String application) {
        chrome.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
        chrome.open(web.resolve("/" + application + "/control/main"));
        chrome.visible("input[name=USERNAME]").clear();
        chrome.visible("input[name=USERNAME]").sendKeys(user);
        chrome.visible("input[name=PASSWORD]").sendKeys("ofbiz");
        chrome.visible("input[name=PASSWORD]").submit();
        chrome.await(driver -> driver.findElements(By.cssSelector("input[name=PASSWORD]")).isEmpty());
    }

    void openInvoice(String invoiceId) {
        chrome.open(web.resolve("/accounting/control/viewInvoice?invoiceId=" + invoiceId));
    }

    void openDialog() {
        chrome.click("[data-smsb-send]");
        chrome.visible("#smsb-send[data-state=entry]");
    }

    /** Sends an invoice to the number that the dialog is filled with. */
    void send(String invoiceId) {
        openInvoice(invoiceId);
        openDialog();
        chrome.click("#smsb-send [data-part=send]");
        goOn();
        chrome.awaitText("#smsb-send [data-part=progress]", "Invoice SMS sent successfully");
        chrome.click("#smsb-send [data-part=done]");
        chrome.awaitText("#smsb-audit-title", "Audit History");
    }

    /** Answers the question that is asked when a test before has let days pass, and a reminder was texted. */
    void goOn() {
        chrome.await(driver -> chrome.count("#smsb-confirm[open]") > 0 || chrome.count("#smsb-send:not([data-state=entry])") > 0);
        if (chrome.count("#smsb-confirm[open]") > 0) {
            chrome.click("#smsb-confirm [data-smsb-yes]");
        }
    }

    void openSettings(String organizationPartyId) {
        chrome.open(web.resolve("/smsbilling/control/EditSmsOrganization?organizationPartyId=" + organizationPartyId));
    }
}
