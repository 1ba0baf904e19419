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

import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/** Settings are stored all or none, each wrong field says what is wrong, and secrets go in but never come out. */
final class SettingsAreChecked implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().organization("Settings Ltd");
        stage.data().employ(organization, administrator);
        Map<?, ?> defaults = settings(stage, administrator, organization);
        Expect.equal("US", defaults.get("defaultCountry"), "default country");
        Expect.equal("60", defaults.get("linkLifetimeDays"), "default lifetime");
        Expect.equal(false, defaults.get("hasTwilioAuthToken"), "token before connecting");

        String wrong = stage.refused(administrator, "updateSmsOrganization", "organizationPartyId", organization, "brandName", "Right",
                "publicBaseUrl", "http://pay.example.com", "timeZoneId", "Mars", "linkLifetimeDays", "0");
        for (String field : new String[] {"Public address", "Time zone", "Link lifetime"}) {
            Expect.contains(field, wrong, "message of a wrong field");
        }
        Expect.equal("", settings(stage, administrator, organization).get("brandName"), "a right field beside wrong ones");

        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "brandName", "Zoë’s & Sons 😀",
                "publicBaseUrl", "https://Pay.Example.com/", "timeZoneId", "Europe/London", "linkLifetimeDays", "30", "sendFromHour", "9");
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "linkLifetimeDays", "");
        Map<?, ?> stored = settings(stage, administrator, organization);
        Expect.equal("Zoë’s & Sons 😀", stored.get("brandName"), "brand name");
        Expect.equal("https://pay.example.com", stored.get("publicBaseUrl"), "public address");
        Expect.equal("60", stored.get("linkLifetimeDays"), "lifetime after it was emptied");
        Expect.equal("9", stored.get("sendFromHour"), "first hour, which the second update left out");

        connect(stage, administrator, organization, StageData.TWILIO_TOKEN);
        connect(stage, administrator, organization, "");
        stage.call(administrator, "connectSmsCardProcessor", "organizationPartyId", organization, "cardSite", "fts-uat", "cardMerchantId",
                "800000009102", "cardUser", "testing", "cardPassword", "testing123");
        Map<String, Object> connected = stage.call(administrator, "getSmsOrganization", "organizationPartyId", organization);
        Expect.isTrue(!connected.toString().contains(StageData.TWILIO_TOKEN) && !connected.toString().contains("testing123"), "no secret is shown");
        Expect.equal(true, ((Map<?, ?>) connected.get("settings")).get("hasTwilioAuthToken"), "token is set");
        Expect.equal(true, ((Map<?, ?>) connected.get("settings")).get("hasCardPassword"), "password is set");
        Expect.equal(StageData.TWILIO_TOKEN, stage.now("SmsOrganization", "twilioAuthToken", "organizationPartyId", organization), "decrypted token");
        Expect.isTrue(stage.refused(administrator, "updateSmsOrganization", "organizationPartyId", organization, "sender", "+12125559999")
                .contains("connect again"), "a new sender is checked by connecting");

        stage.call(administrator, "disconnectSmsOrganization", "organizationPartyId", organization, "confirmed", "Y");
        Expect.equal(null, stage.now("SmsOrganization", "twilioAuthToken", "organizationPartyId", organization), "token after disconnecting");
        Expect.equal("testing123", stage.now("SmsOrganization", "cardPassword", "organizationPartyId", organization), "the processor stays");
    }

    private static Map<?, ?> settings(Stage stage, GenericValue administrator, String organization) throws Exception {
        return (Map<?, ?>) stage.call(administrator, "getSmsOrganization", "organizationPartyId", organization).get("settings");
    }

    private static void connect(Stage stage, GenericValue administrator, String organization, String token) throws Exception {
        stage.call(administrator, "connectSmsOrganization", "organizationPartyId", organization, "twilioAccountSid", StageData.TWILIO_SID,
                "twilioAuthToken", token, "sender", StageData.TWILIO_SENDER);
    }
}
