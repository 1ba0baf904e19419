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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who gets in, and where they come out. */
final class LoginContractTest {

    private final RunningHost browser = new RunningHost();

    @Test
    void aPageForUsersAsksForTheLoginAndThenShowsWhatWasAskedFor() throws Exception {
        HttpResponse<String> refused = browser.get("/desk/control/show?word=asked");
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("name=\"USERNAME\""));
        HttpResponse<String> in = browser.post("/desk/control/login", "USERNAME", "admin", "PASSWORD", "ofbiz");
        assertEquals(303, in.statusCode());
        assertEquals("/desk/control/show?word=asked", in.headers().firstValue("Location").orElseThrow());
        assertEquals("asked", RunningHost.element("word", browser.get("/desk/control/show?word=asked")));
    }

    @Test
    void aLoginWithoutARequestBeforeItShowsMainInASessionWithANewId() throws Exception {
        String before = browser.get("/desk/control/main").headers().firstValue("Set-Cookie").orElseThrow();
        new RunningHost().signIn();
        HttpResponse<String> in = browser.post("/desk/control/login", "USERNAME", "admin", "PASSWORD", "ofbiz");
        assertNotEquals(before, in.headers().firstValue("Set-Cookie").orElseThrow());
        assertTrue(before.contains("SameSite=Strict") && before.contains("HttpOnly"));
        assertEquals(200, browser.get("/desk/control/main").statusCode());
    }

    @Test
    void aWrongPasswordAndMissingNamesAreToldOnTheLoginPage() throws Exception {
        assertTrue(browser.post("/desk/control/login", "USERNAME", "admin", "PASSWORD", "wrong").body().contains("content-messages errorMessage"));
        HttpResponse<String> empty = browser.post("/desk/control/login", "USERNAME", "", "PASSWORD", "");
        assertTrue(empty.body().contains("Username was empty, please re-enter."));
        assertTrue(empty.body().contains("password was empty, please re-enter."));
        assertEquals(401, browser.get("/desk/control/show").statusCode());
    }

    @Test
    void aUserWithoutTheBasePermissionDoesNotGetIn() throws Exception {
        RunningHost.createGuest();
        HttpResponse<String> page = browser.post("/desk/control/login", "USERNAME", "guest", "PASSWORD", "ofbiz");
        assertTrue(page.body().contains("Unable to login in this application."));
        assertEquals(401, browser.get("/desk/control/show").statusCode());
    }

    @Test
    void scriptsAreToldInWordsInsteadOfALoginPage() throws Exception {
        HttpResponse<String> answer = browser.send(browser.request("/desk/control/echo").header("X-Requested-With", "XMLHttpRequest").GET());
        assertEquals(401, answer.statusCode());
        assertTrue(answer.body().contains("You are not logged in."));
        assertFalse(answer.body().contains("USERNAME"));
    }

    @Test
    void aLinkIntoAnotherApplicationSignsInThereAsTheSameUserUntilTheNextPage() throws Exception {
        String page = browser.signIn().get("/desk/control/show").body();
        Matcher key = Pattern.compile("/street/control/lost\\?externalLoginKey=(EL[0-9a-f-]+)").matcher(page);
        assertTrue(key.find());
        RunningHost other = new RunningHost();
        assertEquals(200, other.get("/desk/control/show?externalLoginKey=" + key.group(1)).statusCode());
        browser.get("/desk/control/show");
        assertEquals(401, new RunningHost().get("/desk/control/show?externalLoginKey=" + key.group(1)).statusCode());
    }

    @Test
    void logoutEndsTheSession() throws Exception {
        assertEquals(200, browser.signIn().get("/desk/control/show").statusCode());
        assertEquals(303, browser.get("/desk/control/logout").statusCode());
        assertEquals(401, browser.get("/desk/control/show").statusCode());
    }
}
