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

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.GenericValue;

/** A permission and a relationship that is current by the component's clock: both are needed, in the right direction, whoever it is. */
final class AccessNeedsRelationship implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        String organization = stage.data().organization("Access Ltd");
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        String asked = stage.refused(administrator, "getSmsOrganization", "organizationPartyId", organization);
        Expect.contains("relationship from organization " + organization, asked, "what to ask for");
        Map<String, Object> none = stage.call(administrator, "findSmsOrganizations");
        Expect.equal(List.of(), none.get("organizations"), "organizations of somebody who works for none");
        Expect.contains("relationship", (String) none.get("explanation"), "why there are none");

        stage.data().employ(organization, clerk);
        Expect.contains("SMSBILLING_ADMIN", stage.refused(clerk, "getSmsOrganization", "organizationPartyId", organization), "permission to ask for");
        Expect.equal(1, ((List<?>) stage.call(clerk, "findSmsOrganizations").get("organizations")).size(), "organizations of the clerk");

        Timestamp now = Timestamp.from(stage.component().clock().instant());
        Timestamp inAnHour = Timestamp.from(now.toInstant().plus(Duration.ofHours(1)));
        Timestamp inTwoHours = Timestamp.from(now.toInstant().plus(Duration.ofHours(2)));
        String person = administrator.getString("partyId");
        stage.delegator().createOrStore(stage.delegator().makeValue("PartyRole", UtilMisc.toMap("partyId", person, "roleTypeId", "EMPLOYEE")));
        relate(stage, person, "EMPLOYEE", organization, "INTERNAL_ORGANIZATIO", now, null);
        stage.refused(administrator, "getSmsOrganization", "organizationPartyId", organization);
        relate(stage, organization, "INTERNAL_ORGANIZATIO", person, "EMPLOYEE", inAnHour, inTwoHours);
        stage.refused(administrator, "getSmsOrganization", "organizationPartyId", organization);
        stage.advanceClock(Duration.ofMinutes(61));
        stage.call(administrator, "getSmsOrganization", "organizationPartyId", organization);
        stage.advanceClock(Duration.ofMinutes(61));
        stage.refused(administrator, "getSmsOrganization", "organizationPartyId", organization);

        String customer = stage.data().customer("No organization");
        relate(stage, customer, "BILL_TO_CUSTOMER", person, "EMPLOYEE", now, null);
        Expect.contains("not an internal organization", stage.refused(administrator, "updateSmsOrganization", "organizationPartyId", customer,
                "brandName", "Mine"), "a party that is no internal organization");
        Expect.equal(null, stage.find("SmsOrganization", "organizationPartyId", customer), "settings of a customer");
    }

    private static void relate(Stage stage, String from, String roleFrom, String to, String roleTo, Timestamp fromDate, Timestamp thruDate)
            throws Exception {
        stage.delegator().create(stage.delegator().makeValue("PartyRelationship", UtilMisc.toMap("partyIdFrom", from, "roleTypeIdFrom", roleFrom,
                "partyIdTo", to, "roleTypeIdTo", roleTo, "fromDate", fromDate, "thruDate", thruDate)));
    }
}
