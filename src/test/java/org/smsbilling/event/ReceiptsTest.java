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
package org.smsbilling.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thanks for payments that somebody recorded, on H2, in an organization that gives them by themselves. */
class ReceiptsTest {

    private EventFixture world;
    private String organization;
    private String customer;

    @BeforeEach
    void open() throws Exception {
        world = new EventFixture(null);
        organization = world.organization("receiptManual", "AUTOMATIC", "invoiceTrigger", null);
        customer = world.customer();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String invoice(String amount) throws Exception {
        return world.invoice(organization, customer, amount, "INVOICE_READY");
    }

    private void planAfterGathering() throws Exception {
        world.clock().advance(Duration.ofSeconds(6));
        world.plan();
    }

    private long receipts() throws Exception {
        return world.count("SmsMessage", "organizationPartyId", organization, "messageType", "RECEIPT");
    }

    @Test
    void aPaymentOfThreeInvoicesGivesOneText() throws Exception {
        List<String> invoices = List.of(invoice("10.00"), invoice("20.00"), invoice("40.00"));
        String payment = world.payment(customer, organization, "50.00");
        world.apply(payment, invoices.get(0));
        world.plan();
        assertEquals(0, receipts(), "it may be applied to more");
        world.apply(payment, invoices.get(1));
        world.apply(payment, invoices.get(2));
        planAfterGathering();

        assertEquals(1, receipts());
        GenericValue message = world.find("SmsMessage", "messageType", "RECEIPT");
        assertEquals(payment, message.getString("paymentId"));
        assertEquals(invoices, EntityQuery.use(world.delegator()).from("SmsStepRun").where("messageId", message.getString("messageId"), "stepId",
                "RECEIPT", "occurrence", payment).orderBy("invoiceId").queryList().stream().map(run -> run.getString("invoiceId")).toList());
    }

    @Test
    void whatIsAppliedLaterIsThankedForByItself() throws Exception {
        String first = invoice("10.00");
        String payment = world.payment(customer, organization, "50.00");
        world.apply(payment, first);
        planAfterGathering();
        String later = invoice("20.00");
        world.apply(payment, later);
        planAfterGathering();

        assertEquals(2, receipts());
        assertEquals(List.of("RECEIPT QUEUED"), world.told(first));
        assertEquals(List.of("RECEIPT QUEUED"), world.told(later));
    }

    @Test
    void aPaymentIsThankedForWhenItIsReceivedNotBefore() throws Exception {
        String invoiceId = invoice("10.00");
        String payment = world.payment(customer, organization, "10.00");
        GenericValue row = world.find("Payment", "paymentId", payment);
        row.set("statusId", "PMNT_NOT_PAID");
        row.store();
        world.apply(payment, invoiceId);
        planAfterGathering();
        assertEquals(List.of("NOT_WANTED", "NOT_RECEIVED_YET"), world.outcomes(invoiceId));

        row.set("statusId", "PMNT_RECEIVED");
        row.store();
        planAfterGathering();
        assertEquals(List.of("RECEIPT QUEUED"), world.told(invoiceId));
    }

    @Test
    void aPaymentThatIsVoidedOrTakenAwayTakesItsReceiptBack() throws Exception {
        String voided = invoice("10.00");
        String voidedPayment = world.payment(customer, organization, "10.00");
        world.apply(voidedPayment, voided);
        String moved = invoice("20.00");
        String movedPayment = world.payment(customer, organization, "20.00");
        world.apply(movedPayment, moved);
        planAfterGathering();
        assertEquals(2, receipts());

        world.stage().call(world.stage().data().system(), "voidPayment", "paymentId", voidedPayment);
        world.find("PaymentApplication", "paymentId", movedPayment).remove();
        planAfterGathering();
        assertEquals(List.of("RECEIPT CANCELLED"), world.told(voided));
        assertEquals(List.of("RECEIPT CANCELLED"), world.told(moved));
        assertEquals("PAYMENT_TAKEN_BACK", world.messages(moved).get(0).getString("errorCode"));
    }

    @Test
    void unlessSetOtherwiseAPersonIsAsked() throws Exception {
        String asking = world.organization("invoiceTrigger", null);
        String invoiceId = world.invoice(asking, customer, "10.00", "INVOICE_READY");
        world.apply(world.payment(customer, asking, "10.00"), invoiceId);
        planAfterGathering();
        assertTrue(world.outcomes(invoiceId).contains("ASK"), world.outcomes(invoiceId).toString());
        assertEquals(List.of(), world.told(invoiceId));
    }

    @Test
    void aPaymentFromLongAgoIsNotThankedFor() throws Exception {
        String invoiceId = invoice("10.00");
        String payment = world.payment(customer, organization, "10.00");
        GenericValue row = world.find("Payment", "paymentId", payment);
        row.set("effectiveDate", Timestamp.from(EventFixture.NOON.minus(Duration.ofDays(9))));
        row.store();
        world.apply(payment, invoiceId);
        planAfterGathering();
        assertTrue(world.outcomes(invoiceId).contains("TOO_OLD"), world.outcomes(invoiceId).toString());
        assertEquals(0, receipts());
    }

    @Test
    void aClerksThanksComeInPlaceOfThoseThatAreDueByThemselves() throws Exception {
        String invoiceId = invoice("10.00");
        String payment = world.payment(customer, organization, "10.00");
        world.apply(payment, invoiceId);
        GenericValue clerk = world.stage().data().user("SMSBILLING_ADMIN");
        world.stage().data().employ(organization, clerk);
        Map<?, ?> offered = (Map<?, ?>) world.stage().call(clerk, "getSmsInvoiceThanks", "invoiceId", invoiceId).get("thanks");
        assertEquals(payment + " true Payment " + payment + " of $10.00 was applied last.", offered.get("paymentId") + " " + offered.get("canSend")
                + " " + offered.get("paymentText"));
        world.stage().call(clerk, "sendPaymentThankYouSms", "paymentId", payment);
        planAfterGathering();

        assertEquals(1, receipts());
        assertEquals("THANKS 1", world.find("SmsStepRun", "invoiceId", invoiceId).getString("stepId") + " "
                + world.find("SmsStepRun", "invoiceId", invoiceId).getString("occurrence"));
        world.stage().refused(clerk, "sendPaymentThankYouSms", "paymentId", payment);
        world.stage().call(clerk, "sendPaymentThankYouSms", "paymentId", payment, "confirmed", "Y");
        assertEquals(2, receipts());
    }

    @Test
    void thePageOfAnInvoiceOffersThanksUnlessTheyAreOffAndOnlyToWhoMaySeeThem() throws Exception {
        String off = world.organization("receiptManual", "OFF", "invoiceTrigger", null);
        String quiet = world.invoice(off, customer, "10.00", "INVOICE_READY");
        world.apply(world.payment(customer, off, "10.00"), quiet);
        String paid = invoice("10.00");
        world.apply(world.payment(customer, organization, "10.00"), paid);
        String open = invoice("30.00");
        GenericValue clerk = world.stage().data().user("SMSBILLING_ADMIN");
        world.stage().data().employ(organization, clerk);
        world.stage().data().employ(off, clerk);
        GenericValue stranger = world.stage().data().user("SMSBILLING_ADMIN");
        assertEquals(Map.of("shown", false), world.stage().call(clerk, "getSmsInvoiceThanks", "invoiceId", quiet).get("thanks"));
        assertEquals(Map.of("shown", false), world.stage().call(clerk, "getSmsInvoiceThanks", "invoiceId", open).get("thanks"));
        assertEquals(Map.of("shown", false), world.stage().call(stranger, "getSmsInvoiceThanks", "invoiceId", paid).get("thanks"));
    }
}
