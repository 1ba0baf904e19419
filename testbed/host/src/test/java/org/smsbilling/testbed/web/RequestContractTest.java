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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Requests, events and responses of a controller. */
final class RequestContractTest {

    private final RunningHost browser = new RunningHost();

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void aServiceEventConvertsParametersAndAnswersItsResultsAsJson() throws Exception {
        HttpResponse<String> answer = browser.signIn().post("/desk/control/echo", "text", "Word", "amount", "41.5", "unknown", "left out");
        assertEquals("application/json;charset=UTF-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("Word", json(answer).get("answer").asText());
        assertEquals(42.5, json(answer).get("sum").asDouble());
        assertEquals("2026-03-04 16:00:00.0", json(answer).get("at").asText());
        assertFalse(json(answer).has("userLogin"));
        assertFalse(json(answer).has("_ERROR_MESSAGE_LIST_"));
    }

    /** OFBiz's ControlFilter reads the parameters before its ContextFilter sets the encoding: scripts name it, forms cannot. */
    @Test
    void aPostedFormIsReadAsLatin1UnlessItNamesItsEncoding() throws Exception {
        browser.signIn();
        String form = "text=gr%C3%BC%C3%9F";
        HttpRequest.Builder plain = browser.request("/desk/control/echo").header("Content-Type", "application/x-www-form-urlencoded");
        HttpRequest.Builder named = browser.request("/desk/control/echo").header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
        assertEquals("gr\u00c3\u00bc\u00c3\u009f", json(browser.send(plain.POST(HttpRequest.BodyPublishers.ofString(form)))).get("answer").asText());
        assertEquals("gr\u00fc\u00df", json(browser.send(named.POST(HttpRequest.BodyPublishers.ofString(form)))).get("answer").asText());
    }

    @Test
    void jsonOfAGetBeginsWithTwoSlashes() throws Exception {
        assertTrue(browser.signIn().get("/desk/control/echo?text=a").body().startsWith("//{"));
    }

    @Test
    void whatTheServiceRefusesIsAnErrorListAndWhatCannotBeConvertedToo() throws Exception {
        browser.signIn();
        JsonNode missing = json(browser.post("/desk/control/echo", "amount", "1"));
        assertTrue(missing.get("_ERROR_MESSAGE_LIST_").get(0).asText().endsWith("text"), missing.toString());
        JsonNode wrong = json(browser.post("/desk/control/echo", "text", "a", "amount", "many"));
        assertTrue(wrong.get("_ERROR_MESSAGE_LIST_").get(0).asText().contains("[amount]"), wrong.toString());
    }

    @Test
    void aRedirectCarriesNamedValuesAndMessagesLastForOnePage() throws Exception {
        HttpResponse<String> redirect = browser.signIn().post("/desk/control/echoPage", "text", "a&b");
        assertEquals(303, redirect.statusCode());
        assertEquals("/desk/control/show?word=a%26b", redirect.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> page = browser.post("/desk/control/echoPage", "text", "");
        assertTrue(page.body().contains("content-messages errorMessage"));
        assertFalse(browser.get("/desk/control/form").body().contains("content-messages"));
    }

    @Test
    void anyoneMayAskForAPublicRequestAndTheTemplateNamesARequestAttribute() throws Exception {
        HttpResponse<String> page = browser.get("/street/control/t/abc-DEF_1?twice=1&twice=2");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<p>token abc-DEF_1 colour green twice [1, 2]</p>"), page.body());
        assertTrue(browser.get("/street/control/t/abc/def").body().contains("<p>no word</p>"));
    }

    @Test
    void whatIsNotThereIsTheDefaultRequest() throws Exception {
        assertTrue(browser.get("/street/control/nowhere").body().contains("<p>no word</p>"));
    }

    @Test
    void withoutADefaultRequestTheErrorPageComesWithStatus200() throws Exception {
        HttpResponse<String> page = browser.get("/desk/control/nowhere");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Unknown request"));
        assertTrue(browser.get("/desk/control/json").body().contains("Unknown request"));
        assertTrue(browser.get("/street/control/inside").body().contains("Unknown request"));
    }

    @Test
    void aMethodThatIsNotMappedIsRefused() throws Exception {
        assertEquals(405, browser.get("/street/control/raw").statusCode());
    }

    @Test
    void anEventReadsTheBodyItselfWhereNoFilterDoes() throws Exception {
        HttpResponse<String> answer = browser.send(browser.request("/street/hook/raw").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":\"<\"}")));
        assertEquals("{\"a\":\"<\"} by nobody", answer.body());
    }

    @Test
    void whatAGroovyEventWroteBeforeItFailedIsKept() throws Exception {
        HttpResponse<String> page = browser.get("/street/control/halfDone?thingId=kept");
        assertTrue(page.body().contains("<p>half done</p>"));
        assertNotNull(RunningHost.delegator().findOne("ContractThing", false, "thingId", "kept"));
    }

    @Test
    void filtersUndoEncodingTwiceAndRefuseMarkup() throws Exception {
        assertTrue(browser.get("/street/control/lost?word=a%2526amp%253Bb").body().contains("<p>a&b</p>"));
        assertEquals(500, browser.get("/street/control/lost?word=%3Cb").statusCode());
        assertEquals(500, browser.get("/street/control/lost?word=%26lt%3Bb").statusCode());
    }

    @Test
    void pathsThatAreNotAllowedLeadToTheRedirectPath() throws Exception {
        assertEquals("body { margin: 0; }", browser.get("/desk/css/desk.css").body().trim());
        HttpResponse<String> other = browser.get("/desk/elsewhere");
        assertEquals(302, other.statusCode());
        assertTrue(other.headers().firstValue("Location").orElseThrow().endsWith("/desk/control/main"));
    }

    @Test
    void aViewForUsersIsRefusedEvenWhenItsRequestIsPublic() throws Exception {
        assertTrue(browser.get("/street/control/closed").body().contains("An active login is required"));
    }

    @Test
    void headersAreThoseOfOfbiz() throws Exception {
        HttpResponse<String> page = browser.get("/street/control/lost");
        assertEquals("deny", page.headers().firstValue("x-frame-options").orElseThrow());
        assertEquals("no-referrer-when-downgrade", page.headers().firstValue("Referrer-Policy").orElseThrow());
        assertEquals("default-src 'self'", page.headers().firstValue("Content-Security-Policy-Report-Only").orElseThrow());
        assertEquals("nosniff", page.headers().firstValue("x-content-type-options").orElseThrow());
        assertEquals("text/html;charset=UTF-8", page.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("sameorigin", browser.signIn().get("/desk/control/show").headers().firstValue("x-frame-options").orElseThrow());
    }

    @Test
    void aTemplateThatFailsIsTheErrorPageAndNothingOfTheView() throws Exception {
        String page = browser.get("/street/control/broken").body();
        assertTrue(page.contains("ERROR MESSAGE"));
        assertTrue(page.contains("nothingOfThatName"));
    }
}
