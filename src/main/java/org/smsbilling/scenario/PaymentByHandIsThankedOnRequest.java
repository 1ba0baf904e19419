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

/**
 * A payment that somebody recorded is thanked for when a clerk asks for it, again only when confirmed; or by itself where the setting says so: one
 * text for a payment of two invoices, with the sum and what is still open, and none for a payment that was voided.
 */
final class PaymentByHandIsThankedOnRequest implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("By Hand Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Cash", number);

        String first = stage.data().invoice(organization, customer, "40.00");
        String paymentId = Happening.payment(stage, customer, organization, "40.00", first);
        stage.advanceClock(Duration.ofSeconds(6));
        Happening.outcome(stage, first, "ASK");
        Map<?, ?> onInvoice = (Map<?, ?>) stage.call(administrator, "getSmsInvoiceThanks", "invoiceId", first).get("thanks");
        Expect.equal(true, onInvoice.get("canSend"), "whether the page of the invoice offers to thank");
        Expect.equal("", onInvoice.get("earlierText"), "what it says of earlier thanks");
        stage.call(administrator, "sendPaymentThankYouSms", "paymentId", onInvoice.get("paymentId"));
        Expect.contains("40.00", stage.outside().text(number, 1), "the receipt");
        Expect.contains("thanked", stage.refused(administrator, "sendPaymentThankYouSms", "paymentId", paymentId), "asking before another one");
        stage.call(administrator, "sendPaymentThankYouSms", "paymentId", paymentId, "confirmed", "Y");
        stage.outside().text(number, 2);
        GenericValue stranger = stage.data().user("SMSBILLING_ADMIN");
        stage.refused(stranger, "sendPaymentThankYouSms", "paymentId", paymentId, "confirmed", "Y");

        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "receiptManual", "AUTOMATIC");
        String second = stage.data().invoice(organization, customer, "30.00");
        String third = stage.data().invoice(organization, customer, "50.00");
        String both = Happening.payment(stage, customer, organization, "60.00", second, third);
        stage.advanceClock(Duration.ofSeconds(6));
        String together = stage.outside().text(number, 3);
        Expect.contains("60.00", together, "received for both");
        Expect.contains("20.00", together, "what is still open");
        stage.refused(administrator, "sendPaymentThankYouSms", "paymentId", both);

        String fourth = stage.data().invoice(organization, customer, "33.00");
        String voided = Happening.payment(stage, customer, organization, "33.00", fourth);
        stage.call(stage.data().system(), "voidPayment", "paymentId", voided);
        stage.advanceClock(Duration.ofSeconds(6));
        Expect.soon("the voided payment was looked at", () -> EntityQuery.use(stage.delegator()).from("SmsEvent")
                .where("paymentId", voided, "outcome", "PAYMENT_VOIDED").queryCount(), looked -> looked >= 2);
        stage.refused(administrator, "sendPaymentThankYouSms", "paymentId", voided);
        Expect.equal(3, stage.outside().texts(number).size(), "texts");
    }
}
