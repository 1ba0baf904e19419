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
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;
import org.smsbilling.planning.PlannedText;

/** What goes beyond the caps of a number and of the organization waits for the next day and is not lost; what a person sends is not counted. */
final class CapsHold implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Caps Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "dailyCapPerNumber", "2");
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Many Texts", number), "44.00");
        stage.clockToHour(9);
        for (int i = 1; i <= 3; i++) {
            List<PlannedText> planned = ByItself.plan(stage, invoiceId, MessageType.UPCOMING, String.valueOf(i));
            Expect.equal(i == 3 ? MessageReason.NUMBER_CAP : null, planned.get(0).waits(), "cap of text " + i);
        }
        stage.outside().text(number, 2);
        Sending.send(stage, administrator, invoiceId, number);
        Expect.contains("44.00", stage.outside().text(number, 3), "the clerk's text");
        Expect.equal(3, stage.outside().texts(number).size(), "texts of the first day");
        stage.clockToHour(8);
        stage.outside().text(number, 4);

        ofOrganization(stage, administrator);
    }

    private static void ofOrganization(Stage stage, GenericValue administrator) throws Exception {
        String organization = stage.data().connectedOrganization("Small Caps Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "dailyCap", "1");
        String first = stage.data().mobile();
        String second = stage.data().mobile();
        stage.clockToHour(10);
        ByItself.plan(stage, stage.data().invoice(organization, stage.data().customer("First", first), "45.00"), MessageType.UPCOMING, "1");
        stage.outside().text(first, 1);
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Second", second), "46.00");
        Object messageId = Sending.send(stage, administrator, invoiceId, second).get("messageId");
        Expect.soon("held by the cap", () -> stage.now("SmsMessage", "errorCode", "messageId", messageId), "ORGANIZATION_CAP"::equals);
        Expect.contains("organization had its most texts", String.valueOf(Sending.outcome(stage, administrator, messageId).get("text")),
                "words for the clerk");
        Expect.contains("1 texts of today", String.valueOf(settings(stage, administrator, organization).get("capNotice")), "warning on the page");
        Expect.equal(0, stage.outside().texts(second).size(), "texts beyond the cap");
        stage.clockToHour(9);
        Expect.contains("46.00", stage.outside().text(second, 1), "the text of the next day");
    }

    private static Map<?, ?> settings(Stage stage, GenericValue administrator, String organization) throws Exception {
        return (Map<?, ?>) stage.call(administrator, "getSmsOrganization", "organizationPartyId", organization).get("settings");
    }
}
