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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Two tabs that tap Pay at the same moment charge once; what was paid by hand in the meantime is not charged again. */
final class PaidOnce implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Paid Once Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Tabs", number);
        String invoiceId = stage.data().invoice(organization, customer, "61.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));

        Expect.equal("AMOUNT_CHANGED", Paying.tap(stage, token, Paying.CARD, "1.00").get("reason"), "tapping with another amount");
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService tabs = Executors.newFixedThreadPool(2);
        try {
            List<Future<Map<String, Object>>> taps = List.of(tabs.submit(() -> together(start, stage, token)),
                    tabs.submit(() -> together(start, stage, token)));
            long started = 0;
            for (Future<Map<String, Object>> tap : taps) {
                started += Boolean.TRUE.equals(tap.get().get("accepted")) ? 1 : 0;
            }
            Expect.equal(1L, started, "taps that started a payment");
        } finally {
            tabs.shutdownNow();
        }
        Expect.soon("paid", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        Expect.equal(1L, EntityQuery.use(stage.delegator()).from("PaymentApplication").where("invoiceId", invoiceId).queryCount(), "payments");

        String byHand = stage.data().invoice(organization, customer, "62.00");
        String handToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, byHand, number));
        stage.call(stage.data().system(), "createPaymentAndApplication", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "currencyUomId", "USD",
                "amount", new BigDecimal("62.00"), "invoiceId", byHand);
        Expect.equal("PAID", Paying.state(stage, handToken), "link of what was paid by hand");
        Expect.equal("LINK_NOT_PAYABLE", Paying.tap(stage, handToken, Paying.CARD, "62.00").get("reason"), "paying it again");
    }

    private static Map<String, Object> together(CyclicBarrier start, Stage stage, String token) throws Exception {
        start.await();
        return Paying.tap(stage, token, Paying.CARD, "61.00");
    }
}
