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
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageType;

/** A contact person gets the texts in place of the billing contact, then beside it, in a language of its own. */
final class ContactPersonInPlace implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Contacts Ltd", administrator);
        String billing = stage.data().mobile();
        String own = stage.data().mobile();
        String customer = stage.data().customer("Tenant Company", billing);
        String person = stage.data().contactPerson(customer, "Ana", "Ruiz", own);
        String invoiceId = stage.data().invoice(organization, customer, "43.00");
        stage.clockToHour(10);

        save(stage, administrator, organization, customer, person, "IN_PLACE");
        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1");
        Expect.contains("Pague en", stage.outside().text(own, 1), "the contact person's text, in Spanish");
        save(stage, administrator, organization, customer, person, "BESIDE");
        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "2");
        Expect.contains("43.00", stage.outside().text(billing, 1), "the billing contact's text");
        Expect.contains("Pague en", stage.outside().text(own, 2), "the contact person's second text");
        Expect.equal(1, stage.outside().texts(billing).size(), "texts to the billing contact");
        for (GenericValue run : EntityQuery.use(stage.delegator()).from("SmsStepRun").where("invoiceId", invoiceId, "occurrence", "2").queryList()) {
            Object messageId = run.get("messageId");
            Expect.soon("the link to be the working one", () -> stage.now("SmsPayLink", "activeDate", "messageId", messageId), date -> date != null);
        }
        Expect.equal(2L, EntityQuery.use(stage.delegator()).from("SmsPayLink").where("organizationPartyId", organization, "closedDate", null)
                .queryCount(), "links that work: that of each of the two, and not that of the step before");

        stage.refused(administrator, "saveSmsPreference", "organizationPartyId", organization, "customerPartyId", customer, "partyId", "nobody",
                "recipientRole", "BESIDE");
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> profiles = (List<Map<String, Object>>) stage.call(administrator, "getSmsContactProfile", "partyId", customer)
                .get("profiles");
        Expect.equal(1, profiles.size(), "profiles");
        Expect.equal(2, ((List<?>) profiles.get(0).get("people")).size(), "people in the profile");
        Expect.equal(3, ((List<?>) profiles.get(0).get("texts")).size(), "texts in the profile");
    }

    private static void save(Stage stage, GenericValue clerk, String organization, String customer, String person, String role) throws Exception {
        stage.call(clerk, "saveSmsPreference", "organizationPartyId", organization, "customerPartyId", customer, "partyId", person,
                "recipientRole", role, "invoices", "Y", "reminders", "Y", "receipts", "Y", "localeString", "es");
    }
}
