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
import java.util.Map;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** What the carrier reports is believed only when it is signed, counts once in whatever order it comes, and what its error codes mean is done. */
final class DeliveryIsReported implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        stage.outside().post("/control/webhooks", Map.of("mode", "OFF"));
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Delivery Is Reported Ltd", administrator);

        GenericValue delivered = sent(stage, administrator, organization, stage.data().mobile());
        Object sid = delivered.get("providerMessageId");
        Expect.equal(403, new CarrierReport(sid, "undelivered", "30006").handIn(stage, organization, "another token"), "answer to a forged report");
        Expect.equal(null, stage.find("SmsWebhookReceipt", "providerMessageId", sid), "trace of a forged report");
        for (String status : List.of("delivered", "sent", "delivered", "sent", "a_new_word", "undelivered")) {
            Expect.equal(200, new CarrierReport(sid, status, null).handIn(stage, organization, StageData.TWILIO_TOKEN), "answer to " + status);
        }
        Expect.soon("report of undelivered", () -> stage.now("SmsWebhookReceipt", "handledDate", "providerMessageId", sid,
                "providerStatus", "undelivered"), handled -> handled != null);
        Expect.equal("DELIVERED", Sending.status(stage, delivered.get("messageId")), "status after all of them");
        Expect.equal(List.of("SMS_QUEUED", "SMS_SENT", "SMS_DELIVERED"), history(stage, delivered), "history of the delivered text");

        String landline = stage.data().mobile();
        GenericValue unusable = sent(stage, administrator, organization, landline);
        new CarrierReport(unusable.get("providerMessageId"), "undelivered", "30006").handIn(stage, organization, StageData.TWILIO_TOKEN);
        becomes(stage, unusable, "UNDELIVERED");
        Expect.equal("UNUSABLE", stage.now("SmsConsent", "consentState", "organizationPartyId", organization, "contactNumber", landline),
                "state of a number that texts cannot reach");
        Expect.equal(null, stage.find("SmsMessageRepeat", "messageId", unusable.get("messageId")), "another attempt to an unusable number");

        stage.refused(administrator, "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", landline, "reason", " ");
        stage.refused(stage.data().user("SMSBILLING_CLERK"), "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", landline,
                "reason", "moved to a mobile phone");
        stage.call(administrator, "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", landline, "reason",
                "moved to a mobile phone");
        stage.refused(administrator, "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", landline, "reason", "again");
        Expect.equal(null, stage.find("SmsConsent", "organizationPartyId", organization, "contactNumber", landline), "consent of a number of which "
                + "nothing was said but that it was unusable");
        Expect.equal("moved to a mobile phone", stage.now("SmsConsentRecord", "evidence", "organizationPartyId", organization, "contactNumber",
                landline, "consentState", "REACHABLE", "userLoginId", administrator.get("userLoginId")), "line of the ledger");
        sent(stage, administrator, organization, landline);

        GenericValue switchedOff = sent(stage, administrator, organization, stage.data().mobile());
        new CarrierReport(switchedOff.get("providerMessageId"), "undelivered", "30003").handIn(stage, organization, StageData.TWILIO_TOKEN);
        becomes(stage, switchedOff, "UNDELIVERED");
        Object repeat = stage.now("SmsMessageRepeat", "repeatMessageId", "messageId", switchedOff.get("messageId"));
        Expect.equal("QUEUED", Sending.status(stage, repeat), "the next attempt for a phone that was switched off");
        Expect.equal(repeat, stage.now("SmsStepRun", "messageId", "invoiceId", switchedOff.get("invoiceId")), "message of the step run");
        stage.advanceClock(Duration.ofHours(1));
        becomes(stage, stage.find("SmsMessage", "messageId", repeat), "SENT");
        Expect.equal(2, stage.outside().texts(switchedOff.getString("contactNumber")).size(), "texts to the phone");
        stage.outside().post("/control/webhooks", Map.of("mode", "NORMAL"));
    }

    private static GenericValue sent(Stage stage, GenericValue administrator, String organization, String number) throws Exception {
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Reported", number), "25.00");
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.soon("text to be sent", () -> Sending.status(stage, messageId), "SENT"::equals);
        return stage.find("SmsMessage", "messageId", messageId);
    }

    private static void becomes(Stage stage, GenericValue message, String status) throws Exception {
        Expect.soon("message to be " + status, () -> Sending.status(stage, message.get("messageId")), status::equals);
    }

    private static List<String> history(Stage stage, GenericValue message) throws GenericEntityException {
        return EntityQuery.use(stage.delegator()).from("SmsAuditEvent").where("messageId", message.get("messageId")).orderBy("auditEventId")
                .queryList().stream().map(event -> event.getString("auditKind")).toList();
    }
}
