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
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.invoice.InvoiceFactsReader;

/** From OFBiz's page of a payment: before the batch closes the charge is voided, afterwards refunded, whole or in part. */
final class VoidAndRefund implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue clerk = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Refund Ltd", clerk);
        GenericValue accountant = stage.data().accountant("SMSBILLING_ADMIN");
        stage.data().employ(organization, accountant);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Refund", number);
        String invoiceId = stage.data().invoice(organization, customer, "120.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, clerk, invoiceId, number));

        String paymentId = pay(stage, token, invoiceId);
        Expect.equal(Boolean.FALSE, overview(stage, clerk, paymentId).get("canVoid"), "void without a permission of accounting");
        stage.refused(clerk, "reverseSmsPayment", "paymentId", paymentId, "kind", "VOID", "confirmed", "Y");
        stage.refused(accountant, "reverseSmsPayment", "paymentId", paymentId, "kind", "VOID");
        Expect.equal(Boolean.TRUE, overview(stage, accountant, paymentId).get("canVoid"), "void right after the payment");
        Expect.equal("POSTED", reverse(stage, accountant, "paymentId", paymentId, "kind", "VOID", "confirmed", "Y"), "void");
        Expect.equal("INVOICE_READY", stage.now("Invoice", "statusId", "invoiceId", invoiceId), "status after the void");
        Expect.equal("PMNT_VOID", stage.now("Payment", "statusId", "paymentId", paymentId), "payment after the void");
        open(stage, invoiceId, "120.00");

        String again = pay(stage, token, invoiceId);
        Expect.contains("only be voided", stage.refused(accountant, "reverseSmsPayment", "paymentId", again, "kind", "REFUND", "amount", "20.00",
                "confirmed", "Y"), "refund before the batch closes");
        stage.advanceClock(Duration.ofDays(1));
        stage.outside().fault("DROP_AFTER", "/cardconnect/rest/refund", 1);
        Expect.equal("UNKNOWN", reverse(stage, accountant, "paymentId", again, "kind", "REFUND", "amount", "20.00", "confirmed", "Y"),
                "a refund whose answer is lost");
        stage.refused(accountant, "reverseSmsPayment", "paymentId", again, "kind", "REFUND", "amount", "20.00", "confirmed", "Y");
        stage.advanceClock(Duration.ofMinutes(1));
        stage.call(stage.data().system(), "resolveOpenSmsPayments");
        open(stage, invoiceId, "20.00");
        stage.refused(accountant, "reverseSmsPayment", "paymentId", again, "kind", "REFUND", "amount", "100.01", "confirmed", "Y");
        Expect.equal("POSTED", reverse(stage, accountant, "paymentId", again, "kind", "REFUND", "reopenInvoice", "N", "confirmed", "Y"),
                "refund of all that is left");
        open(stage, invoiceId, "20.00");
        Expect.equal("REFUNDED", stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptOf(stage, again)), "attempt in the end");
        Object orderId = stage.now("SmsPaymentReversal", "orderId", "paymentId", again, "amount", new BigDecimal("20.00"),
                "reversalState", "POSTED");
        Expect.equal(1, stage.outside().transactions(String.valueOf(orderId)).size(), "refunds of 20.00 at the gateway");
    }

    private static String pay(Stage stage, String token, String invoiceId) throws Exception {
        Object attemptId = Paying.tap(stage, token, Paying.CARD, "120.00").get("attemptId");
        Expect.equal(Boolean.TRUE, Paying.finished(stage, token, attemptId).get("success"), "paying by card");
        Expect.soon("paid", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        return (String) stage.now("SmsPaymentAttemptInvoice", "paymentId", "attemptId", attemptId);
    }

    private static Object attemptOf(Stage stage, String paymentId) throws Exception {
        return stage.now("SmsPaymentAttemptInvoice", "attemptId", "paymentId", paymentId);
    }

    private static void open(Stage stage, String invoiceId, String amount) throws Exception {
        Expect.equal(new BigDecimal(amount), InvoiceFactsReader.read(stage.delegator(), List.of(invoiceId)).get(invoiceId).outstanding(),
                "open on the invoice");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> overview(Stage stage, GenericValue user, String paymentId) throws Exception {
        return (Map<String, Object>) stage.call(user, "getSmsPaymentOverview", "paymentId", paymentId).get("overview");
    }

    @SuppressWarnings("unchecked")
    private static Object reverse(Stage stage, GenericValue user, Object... values) throws Exception {
        return ((Map<String, Object>) stage.call(user, "reverseSmsPayment", values).get("outcome")).get("reversalState");
    }
}
