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
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** The pay page as a customer uses it, with the account typed into the processor's own frame. */
final class PayForm {
    private final Chrome chrome;

    PayForm(Chrome chrome) {
        this.chrome = chrome;
    }

    /** Has a text sent and opens its link. @return the link */
    String open(DemoWorld world, String invoiceId) throws Exception {
        Clerk clerk = new Clerk(world.web());
        clerk.signIn();
        clerk.openInvoice(invoiceId);
        String link = new Phone(world.outside()).newestLink(clerk.send(invoiceId));
        chrome.open(URI.create(link));
        return link;
    }

    void choose(String method) {
        chrome.driver().findElement(By.cssSelector("input[name=method][value=" + method + "]")).sendKeys(Keys.SPACE);
        chrome.visible(".panel[data-method=" + method + "]");
    }

    void typeCard(String number) {
        chrome.await(ExpectedConditions.frameToBeAvailableAndSwitchToIt("frame-CARD"));
        chrome.visible("#ccnumfield").sendKeys(number);
        new Select(chrome.visible("#ccexpirymonth")).selectByValue("12");
        new Select(chrome.visible("#ccexpiryyear")).selectByValue("2030");
        chrome.visible("#cccvvfield").sendKeys("123");
        chrome.driver().switchTo().defaultContent();
    }

    void typeBankAccount(String account) {
        chrome.await(ExpectedConditions.frameToBeAvailableAndSwitchToIt("frame-CHECKING"));
        chrome.visible("#ccnumfield").sendKeys(account);
        chrome.driver().switchTo().defaultContent();
    }

    void fill(String id, String value) {
        chrome.visible("#" + id).clear();
        chrome.visible("#" + id).sendKeys(value);
    }

    void authorize(String method) {
        chrome.driver().findElement(By.id("authorize-" + method)).sendKeys(Keys.SPACE);
    }

    void pay() {
        chrome.click("#submit");
    }

    void payByCard(String number) {
        typeCard(number);
        fill("name-CARD", "Maria Gonzalez");
        fill("postal-CARD", "10004");
        authorize("CARD");
        pay();
    }
}
