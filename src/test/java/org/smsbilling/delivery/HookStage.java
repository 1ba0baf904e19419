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
package org.smsbilling.delivery;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.OutsideProperties;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.outside.twilio.Signature;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StageData;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.web.WebHost;

/** An organization whose webhooks are open over HTTP, with the emulated carrier, and calls of the carrier and of strangers. */
public final class HookStage implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final OutsideWorld outside = OutsideWorld.start(0);
    private final Testbed testbed;
    private final WebHost web;
    private final Stage stage;
    private final GenericValue administrator;
    private final String organization;
    private final String address;

    /** @param hook status or inbound */
    public HookStage(String hook) throws Exception {
        OutsideProperties.pointAt(outside.baseUri());
        testbed = Testbed.start(TestbedConfig.inMemory("hook-" + hook, outside.clock(), Path.of("../..").toAbsolutePath().normalize()));
        web = WebHost.start(testbed, 0);
        stage = new Stage(testbed.dispatcher(), outside.baseUri());
        stage.clockToHour(10);
        administrator = stage.data().user("SMSBILLING_ADMIN");
        organization = stage.data().connectedOrganization("Hooked Ltd", administrator);
        address = open(organization, hook);
    }

    /** Lets the carrier reach an organization's hook. @return its address */
    public String open(String organizationPartyId, String hook) throws Exception {
        GenericValue row = stage.find("SmsOrganization", "organizationPartyId", organizationPartyId);
        row.set("publicBaseUrl", web.baseUri().toString().replaceAll("/$", ""));
        row.store();
        return row.getString("publicBaseUrl") + "/pay/hook/" + hook + "/" + row.getString("hookToken");
    }

    @Override
    public void close() {
        web.close();
        testbed.close();
        outside.close();
        OutsideProperties.forget();
    }

    public OutsideWorld outside() {
        return outside;
    }

    public Stage stage() {
        return stage;
    }

    public Delegator delegator() {
        return testbed.delegator();
    }

    public URI web() {
        return web.baseUri();
    }

    public GenericValue administrator() {
        return administrator;
    }

    public String organization() {
        return organization;
    }

    public String address() {
        return address;
    }

    /** A call and the header that proves it. */
    public record Signed(Map<String, String> parameters, String signature) { }

    /** @return a call of {@link #address} that the carrier has signed */
    public Signed signed(Map<String, String> parameters) {
        return new Signed(parameters, Signature.of(StageData.TWILIO_TOKEN, address, parameters));
    }

    /** @return the status of the answer */
    public int post(String to, Signed call) throws Exception {
        return call(to, call).statusCode();
    }

    public HttpResponse<String> call(String to, Signed call) throws Exception {
        return send(to, "application/x-www-form-urlencoded; charset=UTF-8", form(call.parameters()), call.signature());
    }

    public HttpResponse<String> send(String to, String contentType, String body, String signature) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(to)).header("Content-Type", contentType).header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A request without a body. */
    public HttpResponse<String> request(String method, String to, String signature) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(to)).header("X-Twilio-Signature", signature)
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    public static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
