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

/** A person decides what became of texts to which the carrier did not answer: nobody without the permission, and each once. */
final class AmbiguousIsDecided implements Scenario {

    private static final String SEND = "/2010-04-01/Accounts/*/Messages.json";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Ambiguous Is Decided Ltd", administrator);

        String arrived = stage.data().mobile();
        Object there = ambiguous(stage, administrator, organization, arrived, "DROP_AFTER");
        Object missing = ambiguous(stage, administrator, organization, stage.data().mobile(), "DROP_BEFORE");
        Expect.isTrue(listed(stage, administrator).contains(there) && listed(stage, administrator).contains(missing), "both are listed");
        GenericValue stranger = stage.data().user("SMSBILLING_ADMIN");
        Expect.isTrue(!listed(stage, stranger).contains(there), "who has nothing to do with the organization does not see them");
        stage.refused(stranger, "decideAmbiguousSmsMessage", "messageId", there, "decision", "SENT");
        viewerSeesNoNumbers(stage, organization, there, arrived);

        stage.call(administrator, "decideAmbiguousSmsMessage", "messageId", there, "decision", "LEAVE");
        Expect.equal("AMBIGUOUS", Sending.status(stage, there), "status of a text that was left");
        stage.call(administrator, "decideAmbiguousSmsMessage", "messageId", there, "decision", "SENT");
        Expect.equal("SENT", Sending.status(stage, there), "status of a text that was sent");
        Expect.isTrue(stage.now("SmsPayLink", "activeDate", "messageId", there) != null, "its link works");
        Expect.equal(List.of("SMS_QUEUED", "SMS_AMBIGUOUS", "SMS_LEFT_UNCLEAR", "SMS_SENT"), history(stage, there), "its history");
        stage.refused(administrator, "decideAmbiguousSmsMessage", "messageId", there, "decision", "NOT_SENT");
        Expect.equal(1, stage.outside().texts(arrived).size(), "texts to the phone that had it");

        stage.call(administrator, "decideAmbiguousSmsMessage", "messageId", missing, "decision", "NOT_SENT");
        Expect.soon("the second try", () -> Sending.status(stage, missing), status -> "SENT".equals(status) || "DELIVERED".equals(status));
        Object number = stage.now("SmsMessage", "contactNumber", "messageId", missing);
        Expect.equal(1, stage.outside().texts(String.valueOf(number)).size(), "texts to the phone that had none");
    }

    private static void viewerSeesNoNumbers(Stage stage, String organization, Object messageId, String number) throws Exception {
        GenericValue viewer = stage.data().user("SMSBILLING_VIEWER");
        stage.data().employ(organization, viewer);
        Map<?, ?> shown = ((List<?>) stage.call(viewer, "findAmbiguousSmsMessages").get("messages")).stream().<Map<?, ?>>map(each -> (Map<?, ?>) each)
                .filter(each -> messageId.equals(each.get("messageId"))).findFirst().orElseThrow();
        Expect.equal(false, shown.get("maySend"), "whether who may only look may decide");
        Expect.equal("+1 ••• ••• " + number.substring(number.length() - 4), shown.get("number"), "the number for who may only look");
        Expect.equal("The request went out, and the connection ended before the carrier answered.", shown.get("knownText"), "what is known");
        stage.refused(viewer, "decideAmbiguousSmsMessage", "messageId", messageId, "decision", "LEAVE");
    }

    private static Object ambiguous(Stage stage, GenericValue administrator, String organization, String number, String fault) throws Exception {
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Unclear", number), "35.00");
        // only this text: others of earlier scenarios may be on their way
        stage.outside().post("/control/faults", Map.of("kind", fault, "path", SEND, "times", 1, "bodyContains", number.substring(1)));
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.soon("message without an answer", () -> Sending.status(stage, messageId), "AMBIGUOUS"::equals);
        return messageId;
    }

    private static List<Object> listed(Stage stage, GenericValue user) throws Exception {
        List<?> messages = (List<?>) stage.call(user, "findAmbiguousSmsMessages").get("messages");
        return messages.stream().<Object>map(message -> ((Map<?, ?>) message).get("messageId")).toList();
    }

    private static List<String> history(Stage stage, Object messageId) throws Exception {
        return EntityQuery.use(stage.delegator()).from("SmsAuditEvent").where("messageId", messageId).orderBy("auditEventId")
                .queryList().stream().map(event -> event.getString("auditKind")).toList();
    }
}
