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

/** When the gateway approved but its answer was lost, the payer is told that it is being checked, and the charge is found, not repeated. */
final class NoAnswerFromGateway implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("No Answer Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Silent", number);
        String lost = stage.data().invoice(organization, customer, "81.00");
        String never = stage.data().invoice(organization, customer, "82.00");
        String lostToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, lost, number));
        String neverToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, never, number));

        stage.outside().fault("DROP_AFTER", "/cardconnect/rest/auth", 1);
        Object attemptId = Paying.tap(stage, lostToken, Paying.CARD, "81.00").get("attemptId");
        Expect.soon("outcome unknown", () -> stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptId), s -> !"AUTHORIZING".equals(s)
                && !"CREATED".equals(s));
        resolve(stage, attemptId, "POSTED");
        Expect.equal("INVOICE_PAID", stage.now("Invoice", "statusId", "invoiceId", lost), "status after the inquiry");
        Expect.equal(1L, EntityQuery.use(stage.delegator()).from("PaymentApplication").where("invoiceId", lost).queryCount(), "payments");
        String orderId = (String) stage.now("SmsPaymentAttempt", "orderId", "attemptId", attemptId);
        Expect.equal(1, stage.outside().transactions(orderId).size(), "charges at the gateway");

        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/auth", 1);
        Object lostRequest = Paying.tap(stage, neverToken, Paying.CARD, "82.00").get("attemptId");
        resolve(stage, lostRequest, "RETRY_LATER");
        Expect.equal("PAYABLE", Paying.state(stage, neverToken), "page when nothing was charged");
        Map<String, Object> again = Paying.tap(stage, neverToken, Paying.CARD, "82.00");
        Expect.equal(Boolean.TRUE, Paying.finished(stage, neverToken, again.get("attemptId")).get("success"), "the second try");
    }

    private static void resolve(Stage stage, Object attemptId, String state) throws Exception {
        Expect.soon("attempt " + attemptId + " is " + state, () -> {
            Object now = stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptId);
            if ("UNKNOWN".equals(now)) {
                stage.advanceClock(Duration.ofMinutes(2));
                stage.call(stage.data().system(), "resolveOpenSmsPayments");
            }
            return now;
        }, state::equals);
    }
}
