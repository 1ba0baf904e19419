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
import java.util.List;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.CarrierConsequences;

/** STOP ends all texts at once, as far as the organization's scope reaches, is answered by nobody but the carrier, and START takes it back. */
final class StopStops implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Stop Stops Ltd", administrator);
        String other = stage.data().connectedOrganization("Other Stop Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Stopping", number);
        String invoiceId = stage.data().invoice(organization, customer, "25.00");
        Sending.sendAndRead(stage, administrator, invoiceId, number);
        Sending.closeWindow(stage);
        Object queued = send(stage, administrator, stage.data().invoice(organization, customer, "26.00"), number);
        Object ofOther = send(stage, administrator, stage.data().invoice(other, customer, "27.00"), number);

        CustomerText stop = CustomerText.throughCarrier(stage, number, "Stop");
        Expect.equal("OPT_OUT", stop.handIn(stage, organization), "STOP");
        stop.handIn(stage, organization);
        Expect.equal(1L, EntityQuery.use(stage.delegator()).from("SmsConsentRecord").where("organizationPartyId", organization,
                "contactNumber", number).queryCount(), "lines of the ledger after STOP came twice");
        for (Object messageId : List.of(queued, ofOther)) {
            Expect.equal("CANCELLED", Sending.status(stage, messageId), "a text that was queued");
            Expect.equal("OPTED_OUT", stage.now("SmsMessage", "errorCode", "messageId", messageId), "why it was cancelled");
        }
        String later = stage.data().connectedOrganization("Later Stop Ltd", administrator);
        for (String reached : List.of(organization, other, later)) {
            Expect.equal(ConsentState.OPTED_OUT, consent(stage, reached, number), "consent towards " + reached);
        }
        Expect.equal(2, stage.outside().texts(number).size(), "texts to the phone: the invoice, and the carrier's own answer");
        List<String> customers = List.of("SMS_RECEIVED", "CUSTOMER_OPTED_OUT");
        Expect.equal(customers, EntityQuery.use(stage.delegator()).from("SmsAuditEvent").where("invoiceId", invoiceId).orderBy("auditEventId")
                .queryList().stream().map(event -> event.getString("auditKind")).filter(customers::contains).toList(), "history of the invoice");
        Expect.equal("OPTED_OUT", CustomerText.conversation(stage, organization, number).getString("conversationState"), "state in the inbox");
        communication(stage, stop, customer, organization);

        Expect.equal("OPT_IN", CustomerText.throughCarrier(stage, number, "START").handIn(stage, organization), "START");
        Expect.equal(ConsentState.OPTED_IN, consent(stage, organization, number), "consent after START");
        Expect.equal(null, consent(stage, other, number), "consent of the other organization after START");
        Expect.equal(3, stage.outside().texts(number).size(), "texts after START");
        refusedByCarrier(stage, List.of(organization, other), number);
        scopes(stage, administrator);
    }

    /** Both text from one sender, and were told by the carrier one after the other that its texts are not wanted. */
    private static void refusedByCarrier(Stage stage, List<String> organizations, String number) throws Exception {
        stage.advanceClock(Duration.ofMinutes(1));
        for (String organization : organizations) {
            new CarrierConsequences(stage.delegator(), stage.component().clock()).follow(organization, number, "M1", "21610", "");
            Expect.equal(ConsentState.OPTED_OUT, consent(stage, organization, number), "consent after the carrier's refusal");
        }
        stage.advanceClock(Duration.ofMinutes(1));
        Expect.equal("OPT_IN", CustomerText.throughCarrier(stage, number, "START").handIn(stage, organizations.get(0)), "START after a refusal");
        for (String organization : organizations) {
            Expect.equal(ConsentState.OPTED_IN, consent(stage, organization, number), "consent after START, on one sender");
        }
    }

    private static void scopes(Stage stage, GenericValue administrator) throws Exception {
        for (String scope : List.of("ORGANIZATION", "SENDER")) {
            String organization = stage.data().connectedOrganization("Scope " + scope, administrator);
            String neighbour = stage.data().connectedOrganization("Beside " + scope, administrator);
            String unrelated = stage.data().organization("Unrelated " + scope);
            stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "optOutScope", scope);
            String number = stage.data().mobile();
            CustomerText.of(number, "STOP").handIn(stage, organization);
            Expect.equal(ConsentState.OPTED_OUT, consent(stage, organization, number), "own consent, scope " + scope);
            Expect.equal("SENDER".equals(scope) ? ConsentState.OPTED_OUT : null, consent(stage, neighbour, number), "same sender, scope " + scope);
            Expect.equal(null, consent(stage, unrelated, number), "another sender, scope " + scope);
        }
        stage.refused(administrator, "updateSmsOrganization", "organizationPartyId", stage.data().connectedOrganization("No Scope", administrator),
                "optOutScope", "GALAXY");
    }

    private static void communication(Stage stage, CustomerText text, String customer, String organization) throws Exception {
        Object id = stage.now("SmsInboundText", "communicationEventId", "providerMessageId", text.sid());
        GenericValue event = stage.find("CommunicationEvent", "communicationEventId", id);
        Expect.equal(List.of(customer, organization, "SMS_COMMUNICATION", "Stop"), List.of(event.getString("partyIdFrom"),
                event.getString("partyIdTo"), event.getString("communicationEventTypeId"), event.getString("content")), "communication event");
    }

    private static Object send(Stage stage, GenericValue administrator, String invoiceId, String number) throws Exception {
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.equal("QUEUED", Sending.status(stage, messageId), "a text outside the hours");
        return messageId;
    }

    private static ConsentState consent(Stage stage, String organization, String number) throws Exception {
        return ConsentLedger.current(stage.delegator(), organization, List.of(number)).get(number);
    }
}
