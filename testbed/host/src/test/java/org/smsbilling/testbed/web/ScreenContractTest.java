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
package org.smsbilling.testbed.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screens and menus as pages. */
final class ScreenContractTest {

    private final RunningHost browser = new RunningHost();

    @BeforeEach
    void signIn() throws Exception {
        browser.signIn();
    }

    @Test
    void stringsInAnHtmlTemplateAreEncodedUnlessTheyAreWrapped() throws Exception {
        HttpResponse<String> page = browser.get("/desk/control/show");
        assertEquals("&lt;script&gt;alert&#x28;1&#x29;&lt;&#x2f;script&gt;", RunningHost.element("word", page));
        assertTrue(page.body().contains("<p id=\"raw\"><script>alert(1)</script></p>"));
        assertFalse(page.body().replace("<p id=\"raw\"><script>alert(1)</script></p>", "").contains("<script>"));
    }

    @Test
    void accentsAndEmojiSurviveTheEncoding() throws Exception {
        assertEquals("Zo&#xeb; &#x1f600;", RunningHost.element("word", browser.get("/desk/control/show?word=Zo%C3%AB%20%F0%9F%98%80")));
    }

    @Test
    void sectionsGoThroughTwoDecoratorsAndSeeTheVariablesOfTheirOwnScreenOnly() throws Exception {
        HttpResponse<String> page = browser.get("/desk/control/show?word=w");
        assertTrue(page.body().contains("<div id=\"before\">\n<h2>Desk &amp; chair</h2>\n</div>"), page.body());
        assertTrue(page.body().contains("<div id=\"body\" class=\"wide\">\n<div class=\"screenlet\" id=\"let\">"));
        assertTrue(page.body().contains("<li class=\"h3\">A &lt;title&gt;</li>"));
        assertEquals("not seen", RunningHost.element("outer", page));
        assertEquals("\n", RunningHost.element("never", page));
    }

    @Test
    void actionsAndLabelsAndExpressions() throws Exception {
        HttpResponse<String> page = browser.get("/desk/control/show?word=w");
        assertEquals("seed 1 by admin 8 green", RunningHost.element("thing", page));
        assertEquals("Desk &amp; chair", RunningHost.element("label", page));
        assertEquals("NoSuchLabel", RunningHost.element("missing", page));
        assertEquals("/desk/control/show", RunningHost.element("link", page));
        assertEquals("/desk/css/desk.css", RunningHost.element("css", page));
    }

    @Test
    void anInitializerOnTheClassPathSetsParametersOfAnyApplication() throws Exception {
        assertEquals("by an initializer", RunningHost.element("hook", browser.get("/desk/control/show")));
    }

    @Test
    void conditionsChooseWidgetsOrFailWidgets() throws Exception {
        HttpResponse<String> page = browser.get("/desk/control/show?word=w");
        assertEquals("holds", RunningHost.element("yes", page));
        assertFalse(page.body().contains("does not hold"));
        assertEquals("not less", RunningHost.element("notLess", page));
        assertFalse(page.body().contains("id=\"less\""));
    }

    @Test
    void menusInheritItemsPostToEventsAndHideWhatIsNotPermitted() throws Exception {
        String page = browser.get("/desk/control/show?word=w").body();
        assertTrue(page.contains("<div class=\"button-bar\">\n<ul><li><ul>\n<li class=\"selected\"><a href=\"/desk/control/show?word=a+b\">"));
        assertTrue(page.matches("(?s).*<li><form method=\"post\" action=\"/desk/control/echo\" [^>]*name=\"(link\\w+)\">"
                + "<input name=\"text\" value=\"w\" type=\"hidden\"/></form>"
                + "<a href=\"javascript:document.\\1.submit\\(\\)\">Second</a></li>.*"), page);
        assertTrue(page.matches("(?s).*<a href=\"/street/control/lost\\?externalLoginKey=EL[0-9a-f-]{36}\">Third &lt;</a>.*"));
        assertFalse(page.contains("Hidden"));
    }
}
