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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;

/** Reports of the carrier that never come: it is asked what became of its texts and what they cost; old reports are removed. */
final class SentIsAskedAbout implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        stage.outside().post("/control/webhooks", Map.of("mode", "OFF"));
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Sent Is Asked About Ltd", administrator);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Silent", number), "25.00");
        Object messageId = Sending.send(stage, administrator, invoiceId, number).get("messageId");
        Expect.soon("text to be sent", () -> Sending.status(stage, messageId), "SENT"::equals);
        Expect.soon("delivery by the carrier", () -> stage.outside().get("/control/messages?to=" + number.replace("+", "%2B"))
                .path("messages").path(0).path("status").asText(), "delivered"::equals);

        stage.call(stage.data().system(), "lookUpSentSmsMessages");
        Expect.equal("SENT", Sending.status(stage, messageId), "status before ten minutes are over");
        stage.advanceClock(Duration.ofMinutes(11));
        stage.call(stage.data().system(), "lookUpSentSmsMessages");
        Expect.soon("what the carrier said", () -> Sending.status(stage, messageId), "DELIVERED"::equals);
        Expect.isTrue(((BigDecimal) stage.now("SmsMessage", "price", "messageId", messageId)).signum() > 0, "the price is known");
        Expect.equal("USD", stage.now("SmsMessage", "priceCurrencyUomId", "messageId", messageId), "its currency");

        Object sid = stage.now("SmsMessage", "providerMessageId", "messageId", messageId);
        stage.call(stage.data().system(), "purgeSmsWorkRows");
        Expect.isTrue(stage.find("SmsWebhookReceipt", "providerMessageId", sid, "providerStatus", "delivered") != null, "the report is kept");
        stage.advanceClock(Duration.ofDays(31));
        stage.call(stage.data().system(), "purgeSmsWorkRows");
        Expect.equal(null, stage.find("SmsWebhookReceipt", "providerMessageId", sid, "providerStatus", "delivered"), "the report after a month");
        stage.outside().post("/control/webhooks", Map.of("mode", "NORMAL"));
    }
}
