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
import org.smsbilling.message.MessageType;

/** While an organization is in its pilot only listed numbers and parties are texted; of the others it is recorded that they would have been. */
final class PilotOnlyListed implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Pilot Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "pilotEnabled", "Y");
        String listed = stage.data().mobile();
        String other = stage.data().mobile();
        String customer = stage.data().customer("Other", other);
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Listed", listed), "47.00");
        String otherInvoice = stage.data().invoice(organization, customer, "48.00");
        stage.clockToHour(10);
        stage.refused(administrator, "addSmsPilotMember", "organizationPartyId", organization, "member", "no such party");
        stage.call(administrator, "addSmsPilotMember", "organizationPartyId", organization, "member", listed, "note", "our own phone");

        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1");
        ByItself.plan(stage, otherInvoice, MessageType.UPCOMING, "1");
        Expect.contains("47.00", stage.outside().text(listed, 1), "text to the listed number");
        Expect.equal("PILOT", ByItself.outcome(stage, otherInvoice, "1", customer), "outcome for the others");
        Expect.contains("pilot", stage.refused(administrator, "sendInvoiceSms", "invoiceId", otherInvoice, "contactNumber", other,
                "occurrence", "1"), "why the clerk cannot send");
        Map<String, Object> pilot = stage.call(administrator, "getSmsPilot", "organizationPartyId", organization);
        Expect.equal(1, ((List<?>) pilot.get("wouldHaveSent")).size(), "who would have been texted");

        stage.call(administrator, "addSmsPilotMember", "organizationPartyId", organization, "member", customer);
        ByItself.plan(stage, otherInvoice, MessageType.UPCOMING, "2");
        Expect.contains("48.00", stage.outside().text(other, 1), "text to the listed party");
        stage.call(administrator, "removeSmsPilotMember", "organizationPartyId", organization, "memberType", "PARTY", "memberValue", customer);
        ByItself.plan(stage, otherInvoice, MessageType.UPCOMING, "3");
        Expect.equal("PILOT", ByItself.outcome(stage, otherInvoice, "3", customer), "outcome after it was taken off the list");
    }
}
