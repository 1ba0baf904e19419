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

/** Screens, menus, forms and grids as pages. */
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
        assertEquals("&lt;script&gt;alert&#x28;1&#x29;&lt;&#x2f;script&gt;", RunningHost.element("each", page));
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
        assertEquals("seed from a service 1 by admin 8 green", RunningHost.element("thing", page));
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
        assertTrue(page.body().contains("<hr id=\"notLess\"/>"));
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

    @Test
    void aGridShowsOnePageOfItsListWithTitlesLinksAndRowActions() throws Exception {
        String page = browser.get("/desk/control/show?word=w").body();
        assertTrue(page.contains("<table cellspacing=\"0\" class=\"basic-table hover-bar\">"));
        assertTrue(page.contains("<tr class=\"header-row-2\"><td>Status</td><td>Description</td><td>Mark</td></tr>"), page);
        assertTrue(page.contains("<a href=\"/desk/control/show?word=INVOICE_APPROVED\">INVOICE_APPROVED</a>"));
        assertTrue(page.contains("<tr class=\"alternate-row\">"));
        assertTrue(page.replaceAll("\\s+", " ").contains("<td class=\"align-text\"><span>row 1</span>"), page);
        assertFalse(page.contains("row 2"));
        String next = page.replaceAll("(?s).*<li class=\"nav-next\"><a href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        String second = browser.get(next).body();
        assertTrue(second.contains("row 2") && second.contains("row 3") && !second.contains("row 1"));
        assertFalse(second.contains("INVOICE_PAID"));
    }

    @Test
    void aFormShowsTheValuesOfItsMapWithTitlesAndOptions() throws Exception {
        String page = browser.get("/desk/control/form").body().replaceAll("\\s+", " ");
        assertTrue(page.contains("<form method=\"post\" action=\"/desk/control/echoPage\" class=\"basic-form\""), page);
        assertTrue(page.contains("<input type=\"hidden\" name=\"thingId\" value=\"seeded\"/>"));
        assertTrue(page.contains("<label for=\"Thing_text\" id=\"Thing_text_title\">Text *</label>"));
        assertTrue(page.contains("<input type=\"text\" name=\"text\" id=\"Thing_text\" value=\"hello\" class=\"required\" size=\"30\" "
                + "maxlength=\"60\" required/>"));
        assertTrue(page.contains("<span class=\"tooltip\">What to say</span>"));
        assertTrue(page.contains("id=\"Thing_nickName_title\">Nickname</label></td> <td><span>seed</span>"));
        assertTrue(page.contains("id=\"Thing_unitPrice_title\">Unit Price</label></td> <td><span>$12.34</span>"), page);
        assertTrue(page.contains("<option value=\"\">&nbsp;</option><option value=\"N\">No</option>"
                + "<option value=\"Y\" selected>Yes &amp; sure</option>"));
        assertTrue(page.contains("<input type=\"password\" name=\"secret\" id=\"Thing_secret\" autocomplete=\"off\" size=\"12\"/>"));
        assertTrue(page.contains("rows=\"3\">Two lines</textarea>"));
        assertTrue(page.contains("<input type=\"submit\" name=\"save\" value=\"Save\" class=\"smallSubmit\"/>"));
        assertFalse(page.contains("neverSeen"));
    }

    @Test
    void afterAnErrorAFormShowsWhatWasTyped() throws Exception {
        String page = browser.post("/desk/control/echoPage", "text", "", "longText", "my own", "secret", "hush", "choice", "N").body();
        assertTrue(page.contains(">my own</textarea>"), page);
        assertTrue(page.contains("<option value=\"N\" selected>"));
        assertFalse(page.contains("hush"));
    }
}
