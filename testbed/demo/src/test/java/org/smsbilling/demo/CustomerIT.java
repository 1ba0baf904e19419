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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;

/** The pay page on a phone of 360 by 740 points, with numbers typed into the processor's frame. */
@ExtendWith(BrowserTests.class)
class CustomerIT {
    private static final String GOOD_CARD = "4788250000121443";
    private static final String DECLINED_CARD = "4387751111111053";
    private static Chrome chrome;
    private static PayForm form;
    private static DemoWorld demo;

    @BeforeAll
    static void takeThePhone(DemoWorld world) {
        demo = world;
        chrome = Chrome.phone();
        form = new PayForm(chrome);
    }

    @AfterAll
    static void putItAway() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void aDeclinedCardIsExplainedAndAnotherOnePays() throws Exception {
        form.open(demo, "RENT03");
        assertEquals("Pay $1,675.50", chrome.text("#submit"));
        assertTrue(chrome.text(".summary").contains("Was due February 1, 2026"));
        fitsAndIsAccessible();
        form.typeCard(DECLINED_CARD);
        form.fill("name-CARD", "Aisha Rahman");
        form.fill("postal-CARD", "10004");
        form.pay();
        chrome.awaitText("#errors-list", "Tick the box to authorize the payment");
        assertEquals("Tick the box to authorize the payment", chrome.text(".panel:not([hidden]) .authorize + .field-error"));
        fitsAndIsAccessible();
        form.authorize("CARD");
        form.pay();
        chrome.awaitText("#errors", "Your bank declined this payment. You have not been charged. Please try another card or account.");
        fitsAndIsAccessible();
        form.authorize("CARD");
        form.typeCard(GOOD_CARD);
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        assertTrue(chrome.text(".receipt").contains("Card ending in 1443"));
        assertEquals("$1,675.50", chrome.text(".amount"));
        fitsAndIsAccessible();
    }

    @Test
    void aBankAccountPays() throws Exception {
        form.open(demo, "RENT13");
        form.choose("CHECKING");
        assertEquals(0, chrome.driver().findElements(By.id("frame-CARD")).stream().filter(frame -> frame.isDisplayed()).count());
        form.typeBankAccount("036001808/12345678");
        form.fill("name-CHECKING", "Aisha Rahman");
        form.authorize("CHECKING");
        fitsAndIsAccessible();
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        assertTrue(chrome.text(".receipt").contains("Checking account ending in 5678"));
        assertEquals("$25.00", chrome.text(".amount"));
    }

    @Test
    void aSecondTabLearnsThatItIsPaid() throws Exception {
        String link = form.open(demo, "RENT04");
        fillCard();
        String first = chrome.driver().getWindowHandle();
        String second = chrome.driver().switchTo().newWindow(WindowType.TAB).getWindowHandle();
        chrome.open(URI.create(link));
        fillCard();
        chrome.driver().switchTo().window(first);
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        chrome.driver().switchTo().window(second);
        form.pay();
        chrome.awaitText("main", "Nothing left to pay");
        fitsAndIsAccessible();
        chrome.driver().close();
        chrome.driver().switchTo().window(first);
    }

    private static void fillCard() {
        form.typeCard(GOOD_CARD);
        form.fill("name-CARD", "Tom O'Neil");
        form.fill("postal-CARD", "10004");
        form.authorize("CARD");
    }

    @Test
    void thePageSpeaksSpanishAndFrench() throws Exception {
        form.open(demo, "RENT05");
        assertEquals("Pay Now", chrome.driver().getTitle());
        chrome.click("a[hreflang=es]");
        chrome.awaitText("html", "Seleccione la forma de pago");
        assertEquals("Pagar ahora", chrome.driver().getTitle());
        fitsAndIsAccessible();
        chrome.click("a[hreflang=fr]");
        chrome.awaitText("html", "Choisissez le mode de paiement");
        assertEquals("Payer maintenant", chrome.driver().getTitle());
        fitsAndIsAccessible();
    }

    @Test
    void anUnknownLinkSaysNothingButThatItDoesNotWork() {
        chrome.open(demo.web().resolve("/pay/control/p/AAAAAAAAAAAAAAAAAAAAAA"));
        assertEquals("This link does not work", chrome.text("h1"));
        assertEquals(0, chrome.count("form"));
        fitsAndIsAccessible();
    }

    @Test
    void anExpiredLinkOffersAFreshOne() throws Exception {
        String link = form.open(demo, "RENT11");
        new Browser().sendJson(demo.outside().resolve("/clock"), Map.of("advance", "P61D"));
        chrome.await(driver -> {
            chrome.open(URI.create(link));
            return "This link has expired".equals(chrome.text("h1"));
        });
        assertEquals(List.of(), chrome.driver().findElements(By.cssSelector(".amount, .number")));
        assertTrue(chrome.text("footer").contains("+1 212 555 0142"));
        fitsAndIsAccessible();
        chrome.click("main button");
        assertEquals("A fresh link is on its way", chrome.text("h1"));
        fitsAndIsAccessible();
    }

    private static void fitsAndIsAccessible() {
        assertEquals(0, chrome.overhang(), "no horizontal scrolling at 360 points");
        Accessibility.holds(chrome);
    }
}
