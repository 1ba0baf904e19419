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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The settings pages in a browser. */
@ExtendWith(BrowserTests.class)
class AdministratorIT {
    private static Chrome chrome;
    private static BackOffice office;
    private static DemoWorld demo;

    @BeforeAll
    static void signIn(DemoWorld world) {
        demo = world;
        chrome = Chrome.desktop();
        office = new BackOffice(chrome, world);
        office.signIn("boss", "smsbilling");
    }

    @AfterAll
    static void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void anAdministratorSeesTheOrganizationsAndOpensOne() {
        chrome.open(demo.web().resolve("/smsbilling/control/main"));
        chrome.awaitText(".smsb-page", "Harbor View Properties");
        Accessibility.holds(chrome, ".smsb-page");
        chrome.click("a[href*='organizationPartyId=DemoHarborView']");
        chrome.awaitText(".smsb-standing", "Ready: clerks can send invoices by SMS.");
        Accessibility.holds(chrome, ".smsb-page");
        assertEquals("", chrome.visible("#smsb-twilioAuthToken").getAttribute("value"));
        assertFalse(chrome.driver().getPageSource().contains("test-token-a"), "a secret is only ever written");
    }

    @Test
    void wrongCredentialsAreRefusedInWordsAndNothingIsStored() {
        office.openSettings("DemoHarborView");
        chrome.visible("#smsb-twilioAuthToken").sendKeys("wrong");
        chrome.visible("#smsb-twilioAuthToken").submit();
        chrome.awaitText("body", "Twilio does not accept this account SID and auth token.");
        office.openSettings("DemoHarborView");
        chrome.awaitText(".smsb-standing", "Ready: clerks can send invoices by SMS.");
    }

    @Test
    void disconnectingNeedsTheTick() {
        office.openSettings("DemoBrightwater");
        chrome.visible("#disconnect");
        assertFalse(chrome.visible("#disconnect button").isEnabled());
        chrome.click("#smsb-confirmed");
        assertTrue(chrome.visible("#disconnect button").isEnabled());
    }
}
