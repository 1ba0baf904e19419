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

import java.time.Duration;

import org.apache.ofbiz.entity.GenericValue;

/** The words of texts go after the set time, everything else stays; a person's data is exported and erased, and an opt-out outlives it. */
final class BodiesAreRedacted implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Short Memory Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "redactAfterDays", "30");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Private Person", number);
        String invoiceId = stage.data().invoice(organization, customer, "51.00");
        stage.clockToHour(10);
        Object old = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        stage.outside().text(number, 1);
        Expect.soon("the old text is SENT", () -> stage.now("SmsMessage", "communicationEventId", "messageId", old), id -> id != null);
        Object event = stage.now("SmsMessage", "communicationEventId", "messageId", old);
        Expect.soon("its communication", () -> stage.find("CommunicationEvent", "communicationEventId", event), found -> found != null);
        stage.advanceClock(Duration.ofDays(31));
        stage.clockToHour(10);
        Object recent = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        stage.outside().text(number, 2);

        stage.call(stage.data().system(), "redactSmsBodies");
        Expect.equal(null, stage.now("SmsMessage", "body", "messageId", old), "words of the old text");
        Expect.equal(null, stage.now("CommunicationEvent", "content", "communicationEventId", event), "its copy");
        Expect.equal(number, stage.now("SmsMessage", "contactNumber", "messageId", old), "its number");
        Expect.isTrue(stage.now("SmsMessage", "body", "messageId", recent) != null, "the recent text keeps its words");

        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "called us");
        Expect.contains(number, (String) stage.call(administrator, "exportSmsPersonalData", "organizationPartyId", organization,
                "partyId", customer).get("json"), "the export");
        stage.refused(administrator, "eraseSmsPersonalData", "organizationPartyId", organization, "partyId", customer);
        Expect.equal(2, stage.call(administrator, "eraseSmsPersonalData", "organizationPartyId", organization, "partyId", customer,
                "confirmed", "Y").get("erasedTexts"), "erased texts");
        Expect.equal("erased", stage.now("SmsMessage", "contactNumber", "messageId", recent), "number of an erased text");
        Expect.equal(null, stage.now("SmsMessage", "body", "messageId", recent), "words of an erased text");
        Expect.equal(null, stage.find("SmsConsentRecord", "organizationPartyId", organization, "contactNumber", number), "number in the ledger");
        Expect.contains("opted out", stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number,
                "occurrence", "3", "confirmedResend", "Y"), "the opt-out after the erasure");
    }
}
