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
    static void take_the_phone(DemoWorld world) {
        demo = world;
        chrome = Chrome.phone();
        form = new PayForm(chrome);
    }

    @AfterAll
    static void put_it_away() {
        if (chrome != null) {
            chrome.close();
        }
    }

    @Test
    void a_declined_card_is_explained_and_another_one_pays() throws Exception {
        form.open(demo, "RENT03");
        assertEquals("Pay $1,675.50", chrome.text("#submit"));
        assertTrue(chrome.text(".summary").contains("Was due February 1, 2026"));
        fits_and_is_accessible();
        form.typeCard(DECLINED_CARD);
        form.fill("name-CARD", "Aisha Rahman");
        form.fill("postal-CARD", "10004");
        form.pay();
        chrome.awaitText("#errors-list", "Tick the box to authorize the payment");
        fits_and_is_accessible();
        form.authorize("CARD");
        form.pay();
        chrome.awaitText("#errors", "Your bank declined this payment. You have not been charged. Please try another card or account.");
        fits_and_is_accessible();
        form.authorize("CARD");
        form.typeCard(GOOD_CARD);
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        assertTrue(chrome.text(".receipt").contains("Card ending in 1443"));
        assertEquals("$1,675.50", chrome.text(".amount"));
        fits_and_is_accessible();
    }

    @Test
    void a_bank_account_pays() throws Exception {
        form.open(demo, "RENT13");
        form.choose("CHECKING");
        assertEquals(0, chrome.driver().findElements(By.id("frame-CARD")).stream().filter(frame -> frame.isDisplayed()).count());
        form.typeBankAccount("036001808/12345678");
        form.fill("name-CHECKING", "Aisha Rahman");
        form.authorize("CHECKING");
        fits_and_is_accessible();
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        assertTrue(chrome.text(".receipt").contains("Checking account ending in 5678"));
        assertEquals("$25.00", chrome.text(".amount"));
    }

    @Test
    void a_second_tab_learns_that_it_is_paid() throws Exception {
        String link = form.open(demo, "RENT04");
        fill_card();
        String first = chrome.driver().getWindowHandle();
        String second = chrome.driver().switchTo().newWindow(WindowType.TAB).getWindowHandle();
        chrome.open(URI.create(link));
        fill_card();
        chrome.driver().switchTo().window(first);
        form.pay();
        chrome.awaitText(".state-paid", "Payment received");
        chrome.driver().switchTo().window(second);
        form.pay();
        chrome.awaitText("main", "Nothing left to pay");
        fits_and_is_accessible();
        chrome.driver().close();
        chrome.driver().switchTo().window(first);
    }

    private static void fill_card() {
        form.typeCard(GOOD_CARD);
        form.fill("name-CARD", "Tom O'Neil");
        form.fill("postal-CARD", "10004");
        form.authorize("CARD");
    }

    @Test
    void the_page_speaks_spanish_and_french() throws Exception {
        form.open(demo, "RENT05");
        assertEquals("Pay Now", chrome.driver().getTitle());
        chrome.click("a[hreflang=es]");
        chrome.awaitText("html", "Seleccione la forma de pago");
        assertEquals("Pagar ahora", chrome.driver().getTitle());
        fits_and_is_accessible();
        chrome.click("a[hreflang=fr]");
        chrome.awaitText("html", "Choisissez le mode de paiement");
        assertEquals("Payer maintenant", chrome.driver().getTitle());
        fits_and_is_accessible();
    }

    @Test
    void an_unknown_link_says_nothing_but_that_it_does_not_work() {
        chrome.open(demo.web().resolve("/pay/control/p/AAAAAAAAAAAAAAAAAAAAAA"));
        assertEquals("This link does not work", chrome.text("h1"));
        assertEquals(0, chrome.count("form"));
        fits_and_is_accessible();
    }

    @Test
    void an_expired_link_offers_a_fresh_one() throws Exception {
        String link = form.open(demo, "RENT11");
        new Browser().sendJson(demo.outside().resolve("/clock"), Map.of("advance", "P61D"));
        chrome.await(driver -> {
            chrome.open(URI.create(link));
            return "This link has expired".equals(chrome.text("h1"));
        });
        assertEquals(List.of(), chrome.driver().findElements(By.cssSelector(".amount, .number")));
        assertTrue(chrome.text("footer").contains("+1 212 555 0142"));
        fits_and_is_accessible();
        chrome.click("main button");
        assertEquals("A fresh link is on its way", chrome.text("h1"));
        fits_and_is_accessible();
    }

    private static void fits_and_is_accessible() {
        assertEquals(0, chrome.overhang(), "no horizontal scrolling at 360 points");
        Accessibility.holds(chrome);
    }
}
