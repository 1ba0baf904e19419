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
package org.smsbilling.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smsbilling.delivery.HookStage;

/** What a monitoring program is told by the status of the answer, over HTTP. */
class HealthMetricsTest {

    private static HookStage hook;
    private static GenericValue monitor;

    @BeforeAll
    static void start() throws Exception {
        hook = new HookStage("metrics");
        monitor = hook.stage().data().user("SMSBILLING_VIEWER");
        hook.stage().data().employ(hook.organization(), monitor);
        password(monitor);
    }

    @AfterAll
    static void stop() {
        hook.close();
    }

    @Test
    void figuresArePlainText() throws Exception {
        HttpResponse<String> answer = ask(monitor, "?organizationPartyId=" + hook.organization());
        assertEquals(200, answer.statusCode());
        assertEquals("text/plain;charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().startsWith("smsbilling_health{organization=\"" + hook.organization() + "\"} "), answer.body());
    }

    @Test
    void withoutAnOrganizationTheRequestIsWrong() throws Exception {
        assertEquals(400, ask(monitor, "").statusCode());
        assertEquals(400, ask(monitor, "?organizationPartyId=").statusCode());
        assertEquals("organizationPartyId is missing\n", ask(monitor, "").body());
    }

    @Test
    void anOrganizationOfOthersAndOneThatDoesNotExistAreForbiddenAlike() throws Exception {
        String others = hook.stage().data().connectedOrganization("Others Ltd", hook.stage().data().user("SMSBILLING_ADMIN"));
        assertEquals(403, ask(monitor, "?organizationPartyId=" + others).statusCode());
        assertEquals(403, ask(monitor, "?organizationPartyId=NOSUCH").statusCode());
    }

    @Test
    void anOwnOrganizationThatNobodySetUpHasNoFigures() throws Exception {
        String plain = hook.stage().data().organization("Plain Ltd");
        hook.stage().data().employ(plain, monitor);
        assertEquals(404, ask(monitor, "?organizationPartyId=" + plain).statusCode());
    }

    @Test
    void whoCannotSignInIsAskedTo() throws Exception {
        assertEquals(401, post("?organizationPartyId=" + hook.organization(), "").statusCode());
        assertEquals(401, post("?organizationPartyId=" + hook.organization(), "USERNAME=nobody&PASSWORD=wrong").statusCode());
    }

    private static void password(GenericValue user) throws GenericEntityException {
        user.set("currentPassword", "{SHA}47b56994cbc2b6d10aa1be30f70165adb305a41a");
        user.store();
    }

    private static HttpResponse<String> ask(GenericValue user, String query) throws Exception {
        return post(query, "USERNAME=" + user.getString("userLoginId") + "&PASSWORD=ofbiz");
    }

    private static HttpResponse<String> post(String query, String form) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(hook.web().toString().replaceAll("/$", "")
                + "/smsbilling/control/smsHealthMetrics" + query)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-Proto", "https").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
