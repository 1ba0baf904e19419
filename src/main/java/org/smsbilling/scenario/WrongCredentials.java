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

import org.apache.ofbiz.entity.GenericValue;

/** Connecting with wrong credentials says what is wrong, stores nothing and connects nothing. */
final class WrongCredentials implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().organization("Wrong Credentials Ltd");
        stage.data().employ(organization, administrator);

        String wrongToken = stage.refused(administrator, "connectSmsOrganization", "organizationPartyId", organization,
                "twilioAccountSid", StageData.TWILIO_SID, "twilioAuthToken", "not-the-token", "sender", StageData.TWILIO_SENDER);
        Expect.isTrue(!wrongToken.contains("not-the-token"), "the error does not repeat the secret");
        stage.refused(administrator, "connectSmsOrganization", "organizationPartyId", organization,
                "twilioAccountSid", StageData.TWILIO_SID, "twilioAuthToken", StageData.TWILIO_TOKEN, "sender", "+12125559999");
        stage.refused(administrator, "connectSmsCardProcessor", "organizationPartyId", organization, "cardSite", "fts-uat",
                "cardMerchantId", "800000009102", "cardUser", "testing", "cardPassword", "wrong");

        GenericValue settings = stage.find("SmsOrganization", "organizationPartyId", organization);
        if (settings != null) {
            Expect.isTrue(!"Y".equals(settings.getString("connected")), "not connected");
            Expect.equal(null, settings.getString("twilioAuthToken"), "stored token");
            Expect.equal(null, settings.getString("cardPassword"), "stored password");
        }
    }
}
