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
import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/**
 * A text to whose request the carrier did not answer is found at the carrier, or tried once more when it surely is not there: never two, never none.
 */
final class AmbiguousIsResolved implements Scenario {
    private static final String SEND = "/2010-04-01/Accounts/*/Messages.json";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Ambiguous Is Resolved Ltd", administrator);

        String taken = stage.data().mobile();
        Object accepted = ambiguous(stage, administrator, organization, taken, "DROP_AFTER");
        resolve(stage);
        Expect.equal("AMBIGUOUS", Sending.status(stage, accepted), "status before two minutes are over");
        stage.advanceClock(Duration.ofMinutes(3));
        resolve(stage);
        Expect.equal("SENT", Sending.status(stage, accepted), "status of a text that the carrier has");
        Expect.isTrue(stage.now("SmsMessage", "providerMessageId", "messageId", accepted) != null, "its id at the carrier is known");
        Expect.isTrue(stage.now("SmsPayLink", "activeDate", "messageId", accepted) != null, "its link works");
        Expect.equal(1, stage.outside().texts(taken).size(), "texts to the first phone");

        String lost = stage.data().mobile();
        Object missing = ambiguous(stage, administrator, organization, lost, "DROP_BEFORE");
        stage.outside().post("/control/faults", Map.of("kind", "STATUS", "method", "GET", "path", SEND, "times", 1));
        stage.advanceClock(Duration.ofMinutes(3));
        // the job of the host may ask as well: of two questions one is answered
        resolve(stage);
        Expect.equal("AMBIGUOUS", Sending.status(stage, missing), "status after the carrier was asked once with an answer");
        stage.advanceClock(Duration.ofMinutes(3));
        resolve(stage);
        stage.advanceClock(Duration.ofMinutes(3));
        resolve(stage);
        Expect.soon("the second try", () -> Sending.status(stage, missing), "SENT"::equals);
        Expect.equal(1, stage.outside().texts(lost).size(), "texts to the second phone");
    }

    private static Object ambiguous(Stage stage, GenericValue administrator, String organization, String number, String fault) throws Exception {
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Ambiguous", number), "35.00");
        // only this text: others of earlier scenarios may be on their way
        stage.outside().post("/control/faults", Map.of("kind", fault, "path", SEND, "times", 1, "bodyContains", number.substring(1)));
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.soon("message without an answer", () -> Sending.status(stage, messageId), "AMBIGUOUS"::equals);
        return messageId;
    }

    private static void resolve(Stage stage) throws Exception {
        stage.call(stage.data().system(), "resolveAmbiguousSmsMessages");
    }
}
