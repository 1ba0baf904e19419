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
import java.util.UUID;

import org.apache.ofbiz.entity.GenericValue;

/** A text that a customer sends, handed in by the scenario itself as the carrier does it, so that order and number of calls are its choice. */
final class CustomerText {
    private final Map<String, String> parameters = new TreeMap<>();

    private CustomerText(String sid, String from, String body) {
        parameters.put("AccountSid", StageData.TWILIO_SID);
        parameters.put("MessageSid", sid);
        parameters.put("From", from);
        parameters.put("To", StageData.TWILIO_SENDER);
        parameters.put("Body", body);
        parameters.put("NumMedia", "0");
    }

    /** One that the carrier sees as well: it obeys and answers its own words. */
    static CustomerText throughCarrier(Stage stage, String from, String body) throws Exception {
        String sid = stage.outside().post("/control/inbound", Map.of("from", from, "to", StageData.TWILIO_SENDER, "body", body)).path("sid").asText();
        return new CustomerText(sid, from, body);
    }

    /** One of a carrier that answers nothing by itself. */
    static CustomerText of(String from, String body) {
        return new CustomerText("SM" + UUID.randomUUID().toString().replace("-", ""), from, body);
    }

    String sid() {
        return parameters.get("MessageSid");
    }

    /** Hands it in once and waits until it was looked at. @return what it was taken for */
    String handIn(Stage stage, String organizationPartyId) throws Exception {
        String hookToken = (String) stage.now("SmsOrganization", "hookToken", "organizationPartyId", organizationPartyId);
        String address = StageData.PUBLIC_BASE + "/pay/hook/inbound/" + hookToken;
        Object status = stage.callPublic("receiveSmsText", "hookToken", hookToken,
                "signature", SignedForm.signature(StageData.TWILIO_TOKEN, address, parameters), "text", parameters).get("httpStatus");
        Expect.equal(200, status, "answer to a text");
        return Expect.soon("text to be looked at", () -> stage.find("SmsInboundText", "providerMessageId", sid()),
                text -> text != null && text.getTimestamp("handledDate") != null).getString("intent");
    }

    static GenericValue conversation(Stage stage, String organizationPartyId, String number) throws Exception {
        return stage.find("SmsConversation", "organizationPartyId", organizationPartyId, "contactNumber", number);
    }
}
