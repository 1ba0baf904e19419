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

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** One host with the contract's and the web tests' components for all tests, and a browser with its own cookies for each. */
final class RunningHost {

    private static Testbed testbed;
    private static WebHost web;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private static synchronized URI base() {
        if (web == null) {
            Clock clock = Clock.fixed(Instant.parse("2026-03-04T16:00:00Z"), ZoneOffset.UTC);
            Path components = Path.of("src/test/resources");
            testbed = Testbed.start(TestbedConfig.inMemory("web", clock, components.resolve("contract"), components.resolve("webtest")));
            web = WebHost.start(testbed, 0);
        }
        return web.baseUri();
    }

    static Delegator delegator() {
        base();
        return testbed.delegator();
    }

    /** A user without any permission, whose password is ofbiz like that of admin. */
    static void createGuest() throws GenericEntityException {
        if (delegator().findOne("UserLogin", false, "userLoginId", "guest") == null) {
            delegator().create("UserLogin", "userLoginId", "guest", "enabled", "Y",
                    "currentPassword", "{SHA}47b56994cbc2b6d10aa1be30f70165adb305a41a");
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base().resolve(path)).GET());
    }

    HttpResponse<String> post(String path, String... namesAndValues) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=');
            form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    RunningHost signIn() throws IOException, InterruptedException {
        post("/desk/control/login", "USERNAME", "admin", "PASSWORD", "ofbiz");
        return this;
    }

    /** @return what is between the tags of the element with that id */
    static String element(String id, HttpResponse<String> page) {
        Matcher match = Pattern.compile("<(\\w+) id=\"" + id + "\"[^>]*>(.*?)</\\1>", Pattern.DOTALL).matcher(page.body());
        return match.find() ? match.group(2) : "no element " + id;
    }
}
