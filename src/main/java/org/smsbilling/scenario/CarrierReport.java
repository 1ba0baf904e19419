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
import java.util.TreeMap;

/** A status report that a scenario hands in itself, signed as the carrier does it, so that order and number of reports are the scenario's choice. */
final class CarrierReport {
    private final Map<String, String> parameters = new TreeMap<>();

    CarrierReport(Object providerMessageId, String status, String errorCode) {
        parameters.put("AccountSid", StageData.TWILIO_SID);
        parameters.put("MessageSid", String.valueOf(providerMessageId));
        parameters.put("MessageStatus", status);
        parameters.put("From", StageData.TWILIO_SENDER);
        if (errorCode != null) {
            parameters.put("ErrorCode", errorCode);
        }
    }

    /** @param authToken with which it is signed. @return the HTTP status of the answer */
    Object handIn(Stage stage, String organizationPartyId, String authToken) throws Exception {
        String hookToken = (String) stage.now("SmsOrganization", "hookToken", "organizationPartyId", organizationPartyId);
        String address = StageData.PUBLIC_BASE + "/pay/hook/status/" + hookToken;
        return stage.callPublic("receiveSmsStatusReport", "hookToken", hookToken, "signature",
                SignedForm.signature(authToken, address, parameters), "report", parameters).get("httpStatus");
    }
}
