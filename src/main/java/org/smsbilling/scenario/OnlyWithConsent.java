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
import org.smsbilling.message.MessageType;

/** An organization that wants an explicit consent texts nobody without one, neither by itself nor by a clerk; an opt-in is confirmed by one text. */
final class OnlyWithConsent implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Consent First Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "consentRule", "EXPLICIT");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Careful Customer", number);
        String invoiceId = stage.data().invoice(organization, customer, "41.00");
        stage.clockToHour(10);

        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1");
        Expect.equal("NO_CONSENT", ByItself.outcome(stage, invoiceId, "1", customer), "outcome of the step without a consent");
        Expect.contains("consent", stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number,
                "occurrence", "1"), "why the clerk cannot send");
        Expect.equal(0, stage.outside().texts(number).size(), "texts without a consent");

        stage.call(administrator, "saveSmsPreference", "organizationPartyId", organization, "customerPartyId", customer, "partyId", customer,
                "invoices", "Y", "reminders", "Y", "receipts", "Y", "localeString", "es");
        for (int i = 0; i < 2; i++) {
            stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_IN",
                    "consentSource", "CLERK", "evidence", "signed lease, page 3", "partyId", customer);
        }
        Expect.contains("STOP para no recibir", stage.outside().text(number, 1), "the text that confirms the opt-in, in the customer's language");
        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "2");
        Expect.contains("41.00", stage.outside().text(number, 2), "the text after the consent");
        Sending.send(stage, administrator, invoiceId, number);
        Expect.contains("41.00", stage.outside().text(number, 3), "the clerk's text");
        Expect.equal(3, stage.outside().texts(number).size(), "texts: one confirmation, and the two of the invoice");
    }
}
