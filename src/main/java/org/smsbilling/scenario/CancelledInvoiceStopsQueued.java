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

/** What waits for the morning is taken back when its invoice is cancelled or paid meanwhile, and links of such invoices are closed. */
final class CancelledInvoiceStopsQueued implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Cancelling Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Cancelled", number);
        String linked = stage.data().invoice(organization, customer, "90.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, linked, number));
        Sending.closeWindow(stage);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "invoiceTrigger", "INVOICE_READY");

        String cancelled = stage.data().invoice(organization, customer, "91.00");
        String paid = stage.data().invoice(organization, customer, "92.00");
        String open = stage.data().invoice(organization, customer, "93.00");
        for (String invoiceId : new String[] {cancelled, paid, open}) {
            Expect.soon("queued", () -> status(stage, invoiceId), "QUEUED"::equals);
        }
        GenericValue system = stage.data().system();
        stage.call(system, "setInvoiceStatus", "invoiceId", cancelled, "statusId", "INVOICE_CANCELLED");
        stage.call(system, "setInvoiceStatus", "invoiceId", linked, "statusId", "INVOICE_CANCELLED");
        Happening.payment(stage, customer, organization, "92.00", paid);
        Expect.soon("the text about the cancelled one", () -> status(stage, cancelled), "CANCELLED"::equals);
        Expect.soon("the text about the paid one", () -> status(stage, paid), "CANCELLED"::equals);
        Expect.equal("QUEUED", status(stage, open), "the text about the open one");
        Expect.soon("link of the cancelled one", () -> stage.now("SmsPayLink", "closedReason", "linkId",
                stage.now("SmsPayLinkInvoice", "linkId", "invoiceId", linked)), "INVOICE_CANCELLED"::equals);
        Expect.equal("CANCELLED", Paying.state(stage, token), "what the customer sees");

        stage.clockToHour(10);
        Expect.contains("93.00", stage.outside().text(number, 2), "the only text in the morning");
    }

    private static Object status(Stage stage, String invoiceId) throws Exception {
        return stage.now("SmsMessage", "messageStatus", "invoiceId", invoiceId);
    }
}
