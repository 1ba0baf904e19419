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

import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.MessageType;

/** A customer that wants no SMS gets none, even one that was queued before; a topic that is off stays off alone. */
final class SwitchedOffGetsNothing implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Switch Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Quiet Customer", number);
        String invoiceId = stage.data().invoice(organization, customer, "42.00");
        stage.clockToHour(22);
        ByItself.plan(stage, invoiceId, MessageType.UPCOMING, "1");
        Expect.equal("QUEUED", ByItself.outcome(stage, invoiceId, "1", customer), "outcome at night");

        save(stage, administrator, organization, customer, "allOff", "N", "invoices", "Y", "receipts", "Y");
        stage.clockToHour(9);
        Object messageId = stage.now("SmsStepRun", "messageId", "invoiceId", invoiceId, "occurrence", "1");
        Expect.soon("switched off in between", () -> Sending.status(stage, messageId), "CANCELLED"::equals);
        Expect.equal("SWITCHED_OFF", stage.now("SmsMessage", "errorCode", "messageId", messageId), "its reason");
        ByItself.plan(stage, invoiceId, MessageType.NEW_INVOICE, "2");
        Expect.contains("42.00", stage.outside().text(number, 1), "a text of another topic");

        save(stage, administrator, organization, customer, "allOff", "Y", "invoices", "Y", "reminders", "Y", "receipts", "Y");
        ByItself.plan(stage, invoiceId, MessageType.NEW_INVOICE, "3");
        Expect.equal("SWITCHED_OFF", ByItself.outcome(stage, invoiceId, "3", customer), "outcome for who wants nothing");
        Expect.contains("Not texted", audit(stage, administrator, invoiceId), "what the page of the invoice says");
        Expect.contains("switched these texts off (Quiet Customer)", audit(stage, administrator, invoiceId), "and why");
        Expect.contains("no SMS", stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1",
                "confirmedResend", "Y"),
                "why the clerk cannot send");
        Expect.equal(1, stage.outside().texts(number).size(), "texts");
    }

    private static String audit(Stage stage, GenericValue user, String invoiceId) throws Exception {
        return String.valueOf(((Map<?, ?>) stage.call(user, "getInvoiceSmsOverview", "invoiceId", invoiceId).get("overview")).get("audit"));
    }

    private static void save(Stage stage, GenericValue clerk, String organization, String customer, Object... choices) throws Exception {
        Object[] all = new Object[6 + choices.length];
        System.arraycopy(new Object[] {"organizationPartyId", organization, "customerPartyId", customer, "partyId", customer}, 0, all, 0, 6);
        System.arraycopy(choices, 0, all, 6, choices.length);
        stage.call(clerk, "saveSmsPreference", all);
    }
}
