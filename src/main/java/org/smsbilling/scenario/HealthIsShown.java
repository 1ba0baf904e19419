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
package org.smsbilling.scenario;

import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;

/** The health of an organization is counted from what happened, and whoever may not see the organization does not see it. */
final class HealthIsShown implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Health Ltd", administrator);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Healthy", number), "80.00");
        Sending.send(stage, administrator, invoiceId, number);
        stage.outside().text(number, 1);
        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "told us on the phone");

        Map<String, Object> health = Expect.soon("the sent text in the figures", () -> health(stage, administrator, organization),
                seen -> text(seen, "Delivery").startsWith("1 sent"));
        Expect.equal("GREEN", light(health, "Connection"), "light of the connection");
        Expect.equal("1 so far.", text(health, "OptOuts"), "opt-outs of today");
        Expect.equal("AMBER", light(health, "CheckCARRIER"), "light of a check that was never made");

        stage.call(administrator, "checkSmsHealthNow", "organizationPartyId", organization);
        health = health(stage, administrator, organization);
        Expect.equal("GREEN", light(health, "CheckCARRIER"), "light of the carrier after a real call");
        Expect.equal("GREEN", light(health, "CheckPROCESSOR"), "light of the processor after a real call");
        String metrics = (String) stage.call(administrator, "getSmsHealthMetrics", "organizationPartyId", organization).get("metrics");
        Expect.contains("smsbilling_opt_outs_today{organization=\"" + organization + "\"} 1\n", metrics, "figures for monitoring");

        GenericValue stranger = stage.data().user("SMSBILLING_ADMIN");
        Expect.contains(organization, stage.refused(stranger, "getSmsHealth", "organizationPartyId", organization), "what a stranger is told");
    }

    private static Map<String, Object> health(Stage stage, GenericValue user, String organization) throws Exception {
        return stage.call(user, "getSmsHealth", "organizationPartyId", organization);
    }

    private static String light(Map<String, Object> health, String name) {
        return (String) item(health, name).get("light");
    }

    private static String text(Map<String, Object> health, String name) {
        return (String) item(health, name).get("text");
    }

    private static Map<?, ?> item(Map<String, Object> health, String name) {
        return ((List<?>) health.get("items")).stream().map(item -> (Map<?, ?>) item).filter(item -> name.equals(item.get("name"))).findFirst()
                .orElseThrow(() -> new ScenarioFailure("No item " + name));
    }
}
