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

/** A sales invoice that becomes READY is texted by itself, once, whatever becomes of its status later; before a trigger is chosen nothing goes. */
final class InvoiceIsAnnouncedOnce implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Announcing Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Announced", number);

        String before = stage.data().invoice(organization, customer, "70.00");
        Happening.outcome(stage, before, "NOT_WANTED");
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "invoiceTrigger", "INVOICE_READY");
        String invoiceId = stage.data().invoice("SALES_INVOICE", organization, customer, "71.00", "USD", "INVOICE_IN_PROCESS");
        GenericValue system = stage.data().system();
        stage.call(system, "setInvoiceStatus", "invoiceId", invoiceId, "statusId", "INVOICE_APPROVED");
        stage.call(system, "setInvoiceStatus", "invoiceId", invoiceId, "statusId", "INVOICE_READY");
        String text = stage.outside().text(number, 1);
        Expect.contains("71.00", text, "the announcement");
        Expect.contains(invoiceId, text, "the announcement");

        Paying.pay(stage, OutsideWorldClient.tokenIn(text), Paying.CARD, "71.00");
        Expect.soon("paid", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        stage.call(system, "voidPayment", "paymentId", stage.now("PaymentApplication", "paymentId", "invoiceId", invoiceId));
        Expect.equal("INVOICE_READY", stage.now("Invoice", "statusId", "invoiceId", invoiceId), "status after the payment was voided");
        Happening.outcome(stage, invoiceId, "ALREADY_PLANNED");
        stage.advanceClock(Duration.ofSeconds(10));
        Expect.equal(1L, stage.outside().texts(number).stream().filter(each -> each.contains("/pay/control/p/")).count(), "announcements");
    }
}
