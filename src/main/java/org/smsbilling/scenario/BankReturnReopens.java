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
import org.apache.ofbiz.entity.util.EntityQuery;

/** A bank returns a payment days later: OFBiz's payment is void, the invoice is open again, the clerk is told, and the same link pays it again. */
final class BankReturnReopens implements Scenario {

    private static final String RETURNED_ACCOUNT = "036001808/1234567899901";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Returned Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "failedPaymentEnabled", "N");
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Returned", number), "91.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        Object attemptId = Paying.tap(stage, token, "CHECKING", RETURNED_ACCOUNT, "91.00").get("attemptId");
        Expect.equal(Boolean.TRUE, Paying.finished(stage, token, attemptId).get("success"), "paying by bank account");
        Expect.soon("posted", () -> stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptId), "POSTED"::equals);
        Expect.equal("INVOICE_PAID", stage.now("Invoice", "statusId", "invoiceId", invoiceId), "status before the bank's answer");

        boolean settling = false;
        Object state = "POSTED";
        for (int halfDays = 0; halfDays < 20 && !"RETURNED".equals(state); halfDays++) {
            stage.advanceClock(Duration.ofHours(13));
            stage.call(stage.data().system(), "followSmsSettlements");
            state = stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptId);
            settling |= "SETTLING".equals(state);
        }
        Expect.equal("RETURNED", state, "what became of the payment");
        Expect.isTrue(settling, "the payment was SETTLING in between");
        Expect.equal("R01", stage.now("SmsPaymentAttempt", "returnCode", "attemptId", attemptId), "why");
        Expect.equal("INVOICE_READY", stage.now("Invoice", "statusId", "invoiceId", invoiceId), "status after the return");
        Expect.equal(0L, EntityQuery.use(stage.delegator()).from("PaymentApplication").where("invoiceId", invoiceId).queryCount(), "applications");
        Object paymentId = stage.now("SmsPaymentAttemptInvoice", "paymentId", "attemptId", attemptId);
        Expect.equal("PMNT_VOID", stage.now("Payment", "statusId", "paymentId", paymentId), "status of the payment");
        Expect.isTrue(stage.find("SmsEvent", "eventKind", "PAYMENT_RETURNED", "invoiceId", invoiceId) != null, "the event that tells the customer");
        Expect.contains("insufficient funds", notices(stage, administrator, invoiceId), "what the clerk is told");

        stage.clockToHour(10);
        Expect.equal("PAYABLE", Paying.state(stage, token), "the link that was used before");
        Paying.pay(stage, token, Paying.CARD, "91.00");
        Expect.soon("paid again", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        Expect.equal("[]", notices(stage, administrator, invoiceId), "what the clerk is told after that");
    }

    private static String notices(Stage stage, GenericValue administrator, String invoiceId) throws Exception {
        Map<String, Object> overview = stage.call(administrator, "getInvoiceSmsOverview", "invoiceId", invoiceId);
        return String.valueOf(((Map<?, ?>) overview.get("overview")).get("paymentNotices"));
    }
}
