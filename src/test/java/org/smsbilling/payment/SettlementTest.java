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
package org.smsbilling.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;

import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.Test;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.SettlementReport.Status;

/** The money of posted payments, until it has arrived or came back. */
class SettlementTest extends PayingCase {

    @Test
    void whatTheGatewayApprovedBeyondWhatWasAskedIsPostedAsCredit() throws Exception {
        gateway().willAnswer(FakeGateway.approved("103.00"));
        GenericValue attempt = pay(MethodType.CARD);
        assertEquals("POSTED", state(attempt));
        assertOpen("0.00", invoiceId());
        assertEquals(0, new BigDecimal("103.00").compareTo((BigDecimal) stage().field("Payment", "amount", "paymentId", paymentId(attempt))));
        assertEquals(1, audited("PAYMENT_CREDIT", invoiceId()));
    }

    @Test
    void aCardPaymentIsSettledOnceTheBanksHaveIt() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        assertEquals("POSTED", attempt.getString("attemptState"));
        later(Duration.ofMinutes(2));
        assertEquals("POSTED", state(attempt));
        gateway().says(Status.ACCEPTED);
        later(Duration.ofHours(13));
        assertEquals("SETTLED", state(attempt));
        assertNull(attempt(attempt.getString("attemptId")).get("nextActionDate"));
        assertEquals(1, audited("PAYMENT_SETTLED", invoiceId()));
    }

    @Test
    void aBankPaymentSettlesOnlyAfterTheDaysInWhichBanksReturn() throws Exception {
        GenericValue attempt = pay(MethodType.CHECKING);
        gateway().says(Status.ACCEPTED);
        later(Duration.ofMinutes(2));
        later(Duration.ofHours(13));
        assertEquals("SETTLING", state(attempt));
        later(Duration.ofDays(1));
        assertEquals("SETTLING", state(attempt));
        later(Duration.ofDays(7));
        assertEquals("SETTLED", state(attempt));
    }

    @Test
    void whatTheBankReturnsOpensTheInvoiceAgain() throws Exception {
        GenericValue attempt = pay(MethodType.CHECKING);
        assertEquals("INVOICE_PAID", status(invoiceId()));
        later(Duration.ofMinutes(2));
        gateway().says(Status.REJECTED);
        gateway().returns(new ReturnedCharge(attempt.getString("gatewayReference"), attempt.getString("orderId"), "R01"));
        later(Duration.ofHours(13));
        assertEquals("RETURNED", state(attempt));
        assertEquals("R01", attempt(attempt.getString("attemptId")).getString("returnCode"));
        assertEquals("INVOICE_READY", status(invoiceId()));
        assertOpen("100.00", invoiceId());
        assertEquals("PMNT_VOID", stage().field("Payment", "statusId", "paymentId", paymentId(attempt)));
        assertEquals(1, audited("PAYMENT_RETURNED", invoiceId()));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_RETURNED", "invoiceId", invoiceId(), "referenceId",
                attempt.get("attemptId")));
        assertEquals(LinkState.PAYABLE, LinkSnapshot.find(stage().delegator(), token(), stage().now()).orElseThrow().state());
        later(Duration.ofDays(1));
        assertEquals(1, audited("PAYMENT_RETURNED", invoiceId()));
        gateway().says(Status.ACCEPTED);
        assertEquals("POSTED", pay(MethodType.CARD).getString("attemptState"));
        assertEquals("INVOICE_PAID", status(invoiceId()));
    }

    @Test
    void aReturnOfAConfirmedPaymentIsLeftToAPerson() throws Exception {
        GenericValue attempt = pay(MethodType.SAVINGS);
        stage().stage().call(stage().stage().data().system(), "setPaymentStatus", "paymentId", paymentId(attempt), "statusId", "PMNT_CONFIRMED");
        later(Duration.ofMinutes(2));
        gateway().says(Status.REJECTED);
        later(Duration.ofHours(13));
        assertEquals("RETURNED", state(attempt));
        assertEquals("", attempt(attempt.getString("attemptId")).getString("returnCode"));
        assertEquals(1, audited("PAYMENT_RETURNED_BY_HAND", invoiceId()));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_RETURNED", "referenceId", attempt.get("attemptId")));
    }

    @Test
    void asLongAsTheGatewayDoesNotSayNothingChanges() throws Exception {
        GenericValue attempt = pay(MethodType.CHECKING);
        later(Duration.ofMinutes(2));
        for (Status status : new Status[] {Status.WAITING, Status.NO_ANSWER, Status.NOT_FOUND, Status.VOIDED}) {
            gateway().says(status);
            later(Duration.ofHours(13));
            assertEquals("POSTED", state(attempt));
        }
        later(Duration.ofDays(31));
        assertNull(attempt(attempt.getString("attemptId")).get("nextActionDate"));
    }

    @Test
    void aDeclinedPaymentIsAnEvent() throws Exception {
        gateway().willAnswer(new org.smsbilling.provider.ChargeResult.Declined("REF", "116", "Not sufficient funds"));
        GenericValue attempt = pay(MethodType.CARD);
        assertEquals("DECLINED", attempt.getString("attemptState"));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_FAILED", "invoiceId", invoiceId(), "referenceId", attempt.get("attemptId")));
    }

    @Test
    void businessDaysLeaveOutTheWeekend() {
        assertEquals(1, SettlementCalendar.businessDays(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9)));
        assertEquals(5, SettlementCalendar.businessDays(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11)));
        assertEquals(0, SettlementCalendar.businessDays(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 8)));
    }

    @Test
    void whatIsPaidTwiceAtTheSameMomentBecomesCredit() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        String other = stage().freePayment("100.00");
        stage().delegator().create("PaymentApplication", "paymentApplicationId", stage().delegator().getNextSeqId("PaymentApplication"), "paymentId",
                other, "invoiceId", invoiceId(), "amountApplied", new BigDecimal("100.00"));
        assertOpen("-100.00", invoiceId());
        later(Duration.ofMinutes(2));
        assertOpen("0.00", invoiceId());
        assertEquals("INVOICE_PAID", status(invoiceId()));
        assertEquals(0, stage().count("PaymentApplication", "paymentId", paymentId(attempt)));
        assertEquals(1, audited("PAYMENT_CREDIT", invoiceId()));
    }

    private void later(Duration duration) throws Exception {
        stage().advance(duration.toSeconds());
        settle();
    }
}
