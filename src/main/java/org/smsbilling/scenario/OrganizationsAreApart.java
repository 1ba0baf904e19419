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

/** Nobody sees or uses an organization that they do not work for, permission or not; disconnecting one leaves the others alone. */
final class OrganizationsAreApart implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue ours = stage.data().user("SMSBILLING_ADMIN");
        GenericValue theirs = stage.data().user("SMSBILLING_ADMIN");
        GenericValue nobody = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Ours Ltd", ours);
        String other = stage.data().connectedOrganization("Theirs Ltd", theirs);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Apart", number), "25.00");

        for (GenericValue stranger : List.of(theirs, nobody)) {
            stage.refused(stranger, "getSmsOrganization", "organizationPartyId", organization);
            stage.refused(stranger, "updateSmsOrganization", "organizationPartyId", organization, "brandName", "Stolen");
            stage.refused(stranger, "disconnectSmsOrganization", "organizationPartyId", organization, "confirmed", "Y");
            stage.refused(stranger, "prepareInvoiceSms", "invoiceId", invoiceId);
            stage.refused(stranger, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1");
        }
        stage.refused(theirs, "disconnectSmsOrganization", "organizationPartyId", other);
        Expect.equal("Y", stage.now("SmsOrganization", "connected", "organizationPartyId", other), "connected without a confirmation");
        stage.call(theirs, "disconnectSmsOrganization", "organizationPartyId", other, "confirmed", "Y");

        Expect.equal("N", stage.now("SmsOrganization", "connected", "organizationPartyId", other), "connected after disconnecting");
        Expect.equal("Y", stage.now("SmsOrganization", "connected", "organizationPartyId", organization), "the other organization's connection");
        Expect.contains("Pay here: ", Sending.sendAndRead(stage, ours, invoiceId, number), "text of the organization that stayed");
        Expect.equal(List.of(organization), ids(stage.call(ours, "findSmsOrganizations")), "organizations that the administrator sees");
    }

    @SuppressWarnings("unchecked")
    private static List<Object> ids(Map<String, Object> result) {
        return ((List<Map<String, Object>>) result.get("organizations")).stream().map(o -> o.get("organizationPartyId")).toList();
    }
}
