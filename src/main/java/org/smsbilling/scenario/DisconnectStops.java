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

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;

/** Disconnecting cancels what is queued, at once; what was queued does not leave after connecting again. */
final class DisconnectStops implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Disconnect Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "invoiceTrigger", "INVOICE_SENT",
                "receiptManual", "AUTOMATIC");
        String number = stage.data().mobile();
        String left = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Queued", number), "41.00");
        Sending.closeWindow(stage);
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");

        Object cancelled = stage.call(administrator, "disconnectSmsOrganization", "organizationPartyId", organization, "confirmed", "Y")
                .get("cancelledMessages");
        Expect.equal(1, cancelled, "messages that the service reports as cancelled");
        Expect.equal("CANCELLED", Sending.status(stage, messageId), "status of what was queued");
        stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "2", "confirmedResend", "Y");

        CustomerText.throughCarrier(stage, left, "please stop texting me").handIn(stage, organization);
        Expect.equal(ConsentState.OPTED_OUT, ConsentLedger.current(stage.delegator(), organization, List.of(left)).get(left),
                "what a customer says while nobody is connected");

        stage.call(administrator, "connectSmsOrganization", "organizationPartyId", organization, "twilioAccountSid", StageData.TWILIO_SID,
                "twilioAuthToken", StageData.TWILIO_TOKEN, "sender", StageData.TWILIO_SENDER);
        Expect.equal(null, stage.now("SmsOrganization", "invoiceTrigger", "organizationPartyId", organization), "what texts new invoices by itself");
        Expect.equal(null, stage.now("SmsOrganization", "hookAuthToken", "organizationPartyId", organization), "the secret of before");
        stage.clockToHour(10);
        Expect.contains("41.00", Sending.sendAndRead(stage, administrator, invoiceId, number), "a new text after connecting again");
        Expect.equal(1, stage.outside().texts(number).size(), "texts in all");
    }
}
