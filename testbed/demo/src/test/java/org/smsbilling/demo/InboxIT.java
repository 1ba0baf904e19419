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

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.smsbilling.scenario.OutsideWorldClient;

/** The inbox in a browser: reading, answering and opting out, with the keyboard and on a narrow screen. */
@ExtendWith(BrowserTests.class)
class InboxIT {
    private static final String SENDER = "+15005550006";
    private static Chrome chrome;
    private static OutsideWorldClient outside;
    private static DemoWorld demo;

    @BeforeAll
    static void signIn(DemoWorld world) {
        demo = world;
        outside = new OutsideWorldClient(world.outside());
        chrome = Chrome.desktop();
        new BackOffice(chrome, world).signIn("clerk", "smsbilling");
    }

    @AfterAll
    static void leave() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aQuestionIsReadAndAnsweredWithTheKeyboardOnly() throws Exception {
        String number = "+16465550143";
        open(number, "Can I pay <b>half</b> now & the rest on Friday? \ud83d\ude42");
        assertTrue(chrome.text("#smsb-conversation-title").startsWith("Aisha Rahman"));
        assertEquals("Can I pay <b>half</b> now & the rest on Friday? \ud83d\ude42", chrome.text(".smsb-theirs:last-child .smsb-bubble"));
        assertTrue(chrome.text(".smsb-invoices").contains("RENT13"));
        Accessibility.holds(chrome, "#smsb");
        chrome.tabTo("#smsb-reply");
        chrome.press("<3");
        chrome.awaitText("#smsb-reply-size", "OFBiz refuses the character <. Say it in words.");
        chrome.tabTo(".smsb-answer button[value=N]");
        chrome.press(Keys.ENTER);
        assertEquals("OFBiz refuses the character <. Say it in words.",
                chrome.driver().switchTo().activeElement().getDomProperty("validationMessage"));
        chrome.press(Keys.BACK_SPACE.toString().repeat(2));
        chrome.press("Yes, half is fine. It\u2019s OK until Friday");
        chrome.awaitText("#smsb-reply-size", "39 of 1600 characters, 1 segment (GSM-7)");
        chrome.tabTo(".smsb-answer button[value=N]");
        chrome.press(Keys.ENTER);
        chrome.awaitText("body", "Your answer is on its way.");
        assertEquals("Yes, half is fine. It's OK until Friday", outside.texts(number).get(outside.texts(number).size() - 1));
        chrome.click("[data-smsb-done]");
        chrome.awaitText("body", "Marked as done.");
        chrome.visible("[data-smsb-open]");
        assertEquals("Done", chrome.text("#smsb-conversation-title .smsb-state"));
    }

    @Test
    void whatMayBeAnOptOutIsDecidedWithOneClick() throws Exception {
        open("+12125550198", "stop by my office, will you?");
        chrome.awaitText(".smsb-notice", "This may be an opt-out.");
        Accessibility.holds(chrome, "#smsb");
        chrome.click("[data-smsb-opt-out]");
        chrome.awaitText("body", "Opted out. Nothing more is texted to this number");
        assertEquals("Opted out", chrome.text("#smsb-conversation-title .smsb-state"));
        assertEquals(0, chrome.count("#smsb-reply"));
        assertTrue(chrome.text(".smsb-thread-box").contains("It can opt in again by texting START."));
    }

    @Test
    void onANarrowScreenListAndConversationTakeTurns() throws Exception {
        try (Chrome phone = Chrome.phone()) {
            new BackOffice(phone, demo).signIn("clerk", "smsbilling");
            outside.post("/control/inbound", Map.of("from", "+12125550197", "to", SENDER, "body", "A".repeat(160) + " \ud83d\ude42"));
            phone.await(driver -> {
                phone.open(demo.web().resolve("/smsbilling/control/SmsInbox"));
                return driver.getPageSource().contains("+1 212-555-0197");
            });
            assertEquals(0, phone.overhang());
            phone.driver().findElement(By.partialLinkText("+1 212-555-0197")).click();
            phone.visible(".smsb-conversation");
            assertFalse(phone.driver().findElement(By.cssSelector(".smsb-conversations")).isDisplayed());
            assertEquals(0, phone.overhang());
            Accessibility.holds(phone, "#smsb");
            phone.click(".smsb-back a");
            phone.visible(".smsb-conversations");
        }
    }

    @Test
    void whoMayNotSeeTextsSeesNone() {
        try (Chrome other = Chrome.desktop()) {
            new BackOffice(other, demo).signIn("nosms", "accounting");
            other.open(demo.web().resolve("/smsbilling/control/SmsInbox"));
            assertEquals(0, other.count("#smsb"));
        }
    }

    private static void open(String number, String body) throws Exception {
        outside.post("/control/inbound", Map.of("from", number, "to", SENDER, "body", body));
        String shown = body.substring(0, 12);
        chrome.await(driver -> {
            chrome.open(demo.web().resolve("/smsbilling/control/SmsInbox"));
            return driver.findElements(By.cssSelector(".smsb-last")).stream().anyMatch(last -> last.getText().startsWith(shown));
        });
        chrome.driver().findElements(By.cssSelector(".smsb-list a")).stream().filter(link -> link.getText().contains(shown)).findFirst().orElseThrow()
                .click();
        chrome.visible(".smsb-conversation");
    }
}
