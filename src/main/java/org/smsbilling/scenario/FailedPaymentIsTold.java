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

/**
 * A declined card is told of by text with a fresh link, but only when the customer does not pay within five minutes; an automatic charge of OFBiz
 * that a gateway declined is told of at once. Each once.
 */
final class FailedPaymentIsTold implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Declined Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "receiptOnline", "N");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Declined", number);

        String retried = stage.data().invoice(organization, customer, "81.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, retried, number));
        decline(stage, token, "81.00");
        Happening.outcome(stage, retried, "MAY_TRY_AGAIN");
        Paying.pay(stage, token, Paying.CARD, "81.00");

        String left = stage.data().invoice(organization, customer, "82.00");
        String leftToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, left, number));
        decline(stage, leftToken, "82.00");
        Expect.equal(2, stage.outside().texts(number).size(), "texts before five minutes are over");
        stage.advanceClock(Duration.ofMinutes(5).plusSeconds(2));
        String failed = stage.outside().text(number, 3);
        Expect.contains("82.00", failed, "text about the failed payment");
        Expect.contains(left, failed, "text about the failed payment");
        Expect.isTrue(!leftToken.equals(OutsideWorldClient.tokenIn(failed)), "its link is a fresh one");
        Happening.outcome(stage, retried, "TRIED_AGAIN");

        String charged = stage.data().invoice(organization, customer, "83.00");
        String responseId = stage.delegator().getNextSeqId("PaymentGatewayResponse");
        stage.delegator().create("PaymentGatewayResponse", "paymentGatewayResponseId", responseId, "resultDeclined", "Y", "resultNsf", "N");
        GenericValue payment = stage.find("Payment", "paymentId", Happening.payment(stage, customer, organization, "10.00", charged));
        payment.set("paymentGatewayResponseId", responseId);
        payment.store();
        stage.advanceClock(Duration.ofSeconds(31));
        Expect.contains("73.00", stage.outside().text(number, 4), "text about the declined charge");
        stage.advanceClock(Duration.ofMinutes(10));
        Expect.equal(4, stage.outside().texts(number).size(), "texts");
    }

    private static void decline(Stage stage, String token, String amount) throws Exception {
        Object attemptId = Paying.tap(stage, token, Paying.DECLINED_CARD, amount).get("attemptId");
        Expect.equal(Boolean.FALSE, Paying.finished(stage, token, attemptId).get("success"), "the card is declined");
    }
}
