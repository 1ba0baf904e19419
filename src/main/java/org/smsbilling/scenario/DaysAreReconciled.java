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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;

/** What the gateway settled is compared with OFBiz's payments: a day balances, and what somebody voided in OFBiz alone is listed. */
final class DaysAreReconciled implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Reconciled Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Reconciled", number);
        String invoiceId = stage.data().invoice(organization, customer, "33.00");
        String day = LocalDate.ofInstant(stage.component().clock().instant(), ZoneId.of("America/New_York")).toString();
        Paying.pay(stage, OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number)), Paying.CARD, "33.00");
        Expect.soon("paid", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);

        Map<String, Object> early = check(stage, administrator, organization, day);
        Expect.equal("BALANCED", early.get("outcome"), "the day while it goes on");
        Expect.equal(1L, early.get("waitingCount"), "charges that are not settled yet");
        stage.advanceClock(Duration.ofDays(1));
        Map<String, Object> balanced = check(stage, administrator, organization, day);
        Expect.equal("BALANCED", balanced.get("outcome"), "the day afterwards");
        Expect.equal(1L, balanced.get("gatewayCount"), "settled charges of the organization");
        Expect.equal(List.of(Map.of("gatewayText", "$33.00", "ofbizText", "$33.00", "gatewayCount", 1L)), balanced.get("totals"), "totals");

        Object paymentId = stage.now("PaymentApplication", "paymentId", "invoiceId", invoiceId);
        stage.call(stage.data().system(), "voidPayment", "paymentId", paymentId);
        Map<String, Object> different = check(stage, administrator, organization, day);
        Expect.equal("DIFFERENCES", different.get("outcome"), "the day after a void in OFBiz alone");
        Map<?, ?> difference = (Map<?, ?>) ((List<?>) different.get("differences")).get(0);
        Expect.equal("VOIDED_IN_OFBIZ", difference.get("kind"), "what is different");
        Expect.equal(paymentId, difference.get("paymentId"), "which payment");
        stage.refused(administrator, "reconcileSmsPayments", "organizationPartyId", organization, "day", "2999-01-01");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> check(Stage stage, GenericValue administrator, String organization, String day) throws Exception {
        stage.call(administrator, "reconcileSmsPayments", "organizationPartyId", organization, "day", day);
        return (Map<String, Object>) stage.call(administrator, "getSmsReconciliation", "organizationPartyId", organization, "day", day)
                .get("checkedDay");
    }
}
