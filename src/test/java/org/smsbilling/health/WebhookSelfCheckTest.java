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

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.Test;
import org.smsbilling.OutsideProperties;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.web.WebHost;

/** The component knocks at its own webhook, at others' and at nobody's. */
class WebhookSelfCheckTest {

    private final WebhookSelfCheck check = new WebhookSelfCheck();

    @Test
    void theRealWebhookTakesWhatIsSignedAndLeavesNoTrace() throws Exception {
        try (OutsideWorld outside = OutsideWorld.start(0)) {
            OutsideProperties.pointAt(outside.baseUri());
            try (Testbed testbed = Testbed.start(TestbedConfig.inMemory("selfcheck", outside.clock(), Path.of("../..").toAbsolutePath().normalize()));
                    WebHost web = WebHost.start(testbed, 0)) {
                Stage stage = new Stage(testbed.dispatcher(), outside.baseUri());
                String organization = stage.data().connectedOrganization("Knock Ltd", stage.data().user("SMSBILLING_ADMIN"));
                GenericValue row = stage.find("SmsOrganization", "organizationPartyId", organization);
                row.set("publicBaseUrl", web.baseUri().toString().replaceAll("/$", ""));
                row.store();
                assertEquals("", check.check(OrganizationSettings.of(row, "Knock Ltd")).problem());
                row.set("hookToken", "another");
                assertEquals("SmsBillingWebhookSignature", check.check(OrganizationSettings.of(row, "Knock Ltd")).problem());
                assertEquals(0, EntityQuery.use(testbed.delegator()).from("SmsWebhookReceipt").queryCount());
            } finally {
                OutsideProperties.forget();
            }
        }
    }

    @Test
    void anAddressThatTakesEverythingIsNotOurs() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        assertEquals("SmsBillingWebhookOpen", answering(200, requests));
        assertEquals(2, requests.get());
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        assertEquals("SmsBillingWebhookStatus", answering(302, requests));
        assertEquals(1, requests.get());
    }

    @Test
    void nobodyAtTheAddressIsUnreachable() {
        assertEquals("SmsBillingWebhookUnreachable", check.check(settings("http://127.0.0.1:1")).problem());
        assertEquals("SmsBillingWebhookNoAddress", check.check(settings("")).problem());
    }

    private String answering(int status, AtomicInteger requests) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            return check.check(settings("http://127.0.0.1:" + server.getAddress().getPort())).problem();
        } finally {
            server.stop(0);
        }
    }

    private static OrganizationSettings settings(String base) {
        return OrganizationSettings.of(Map.of("organizationPartyId", "Company", "connected", "Y", "twilioAccountSid", "AC1", "twilioAuthToken", "t",
                "sender", "+12125550100", "publicBaseUrl", base, "hookToken", "abc"), "Company");
    }
}
