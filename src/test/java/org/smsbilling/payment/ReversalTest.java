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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.payment.ReversalRequest.Kind;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettlementReport.Status;

/** Voids and refunds: the money goes back at most once, and OFBiz's books say so. */
class ReversalTest extends PayingCase {

    @BeforeEach
    void nothingIsLeftOfEarlierTests() throws Exception {
        stage().delegator().storeByCondition("SmsPaymentReversal", Collections.singletonMap("nextActionDate", null),
                EntityCondition.makeCondition("nextActionDate", EntityOperator.NOT_EQUAL, null));
    }

    @Test
    void aVoidTakesTheWholeChargeBack() throws Exception {
        String second = stage().invoice("23.00");
        String both = stage().link(List.of(invoiceId(), second));
        GenericValue attempt = pay(both, MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("123.00")));
        assertEquals("POSTED", reverse(Kind.VOID, paymentId(attempt), null, true));
        assertEquals("VOIDED", state(attempt));
        assertEquals(1, gateway().voids());
        assertOpen("100.00", invoiceId());
        assertOpen("23.00", second);
        assertEquals("INVOICE_READY", status(second));
        assertEquals(1, audited("PAYMENT_VOIDED", second));
        assertEquals("NotVoidable", refusal(Kind.VOID, paymentId(attempt), null));
        assertEquals("NotRefundable", refusal(Kind.REFUND, paymentId(attempt), "1.00"));
    }

    @Test
    void aChargeOfWhichAnotherPaymentIsConfirmedIsNotVoidedAtTheGateway() throws Exception {
        String second = stage().invoice("23.00");
        GenericValue attempt = pay(stage().link(List.of(invoiceId(), second)), MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("123.00")));
        List<GenericValue> shares = Attempts.posted(stage().delegator(), attempt.getString("attemptId"));
        stage().stage().call(stage().stage().data().system(), "setPaymentStatus", "paymentId", shares.get(1).get("paymentId"), "statusId",
                "PMNT_CONFIRMED");
        assertEquals("Confirmed", refusal(Kind.VOID, shares.get(0).getString("paymentId"), null));
        assertEquals(0, gateway().voids());
    }

    @Test
    void aRefundInPartsOpensTheInvoiceByAsMuch() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        assertEquals("POSTED", reverse(Kind.REFUND, paymentId(attempt), "30.00", true));
        assertOpen("30.00", invoiceId());
        assertEquals("INVOICE_READY", status(invoiceId()));
        assertEquals("POSTED", state(attempt));
        GenericValue refund = EntityQuery.use(stage().delegator()).from("Payment").where("paymentRefNum", "REFUND1").queryFirst();
        assertEquals("CUSTOMER_REFUND", refund.getString("paymentTypeId"));
        assertEquals("PMNT_SENT", refund.getString("statusId"));
        assertEquals(stage().organization(), refund.getString("partyIdFrom"));
        for (String wrong : List.of("70.01", "0.00", "-1.00", "10.005")) {
            assertEquals("Amount", refusal(Kind.REFUND, paymentId(attempt), wrong), wrong);
        }
        assertEquals("NotVoidable", refusal(Kind.VOID, paymentId(attempt), null));
        assertEquals("POSTED", reverse(Kind.REFUND, paymentId(attempt), null, true));
        assertOpen("100.00", invoiceId());
        assertEquals("REFUNDED", state(attempt));
        assertEquals(0, new BigDecimal("70.00").compareTo(gateway().refunds().get(1).amount()));
        assertEquals(2, audited("PAYMENT_REFUNDED", invoiceId()));
    }

    @Test
    void whatTheCustomerDoesNotOweAnyMoreStaysPaid() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        assertEquals("POSTED", reverse(Kind.REFUND, paymentId(attempt), "100.00", false));
        assertOpen("0.00", invoiceId());
        assertEquals("INVOICE_PAID", status(invoiceId()));
        assertEquals("REFUNDED", state(attempt));
    }

    @Test
    void creditIsRefundedWithoutTouchingTheInvoice() throws Exception {
        GenericValue attempt = pay(token(), MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("100.00")));
        String paymentId = paymentId(attempt);
        stage().delegator().removeByAnd("PaymentApplication", "paymentId", paymentId);
        String other = stage().freePayment("100.00");
        stage().stage().call(stage().stage().data().system(), "createPaymentApplication", "paymentId", other, "invoiceId", invoiceId());
        assertEquals("POSTED", reverse(Kind.REFUND, paymentId, "100.00", true));
        assertOpen("0.00", invoiceId());
        assertEquals(1, stage().count("PaymentApplication", "paymentId", paymentId));
    }

    @Test
    void whatABankMayStillReturnIsNotRefunded() throws Exception {
        GenericValue attempt = pay(MethodType.CHECKING);
        assertEquals("BankNotSettled", refusal(Kind.REFUND, paymentId(attempt), "10.00"));
        assertEquals(0, gateway().refunds().size());
    }

    @Test
    void aRefusalChangesNothingAndMayBeTriedAgain() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        gateway().willReverse(new ReversalResult.Refused("28", "Txn not settled"));
        assertEquals("REFUSED", reverse(Kind.REFUND, paymentId(attempt), "10.00", true));
        assertOpen("0.00", invoiceId());
        assertEquals(0, stage().count("SmsAttemptReversing", "attemptId", attempt.get("attemptId")));
        assertEquals("POSTED", reverse(Kind.REFUND, paymentId(attempt), "10.00", true));
        assertOpen("10.00", invoiceId());
    }

    @Test
    void anUnknownRefundIsAskedAboutAndNeverMadeAgain() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
        assertEquals("UNKNOWN", reverse(Kind.REFUND, paymentId(attempt), "10.00", true));
        assertEquals("UnderWay", refusal(Kind.REFUND, paymentId(attempt), "10.00"));
        stage().advance(130);
        gateway().willSayWhenAsked(FakeGateway.approved("10.00"));
        work();
        assertEquals(1, gateway().refunds().size());
        assertOpen("10.00", invoiceId());
    }

    @Test
    void refundsOfAnotherMerchantAccountWaitAndKeepNoneFromBeingAskedAbout() throws Exception {
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            GenericValue attempt = pay(stage().link(List.of(stage().invoice("5.00"))), "5.00");
            gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
            reverse(Kind.REFUND, paymentId(attempt), "1.00", true);
            waiting.add(attempt.getString("attemptId"));
        }
        stage().delegator().storeByCondition("SmsPaymentAttempt", Map.of("merchantAccount", "fts/999999999999"),
                EntityCondition.makeCondition("attemptId", EntityOperator.IN, waiting));
        stage().advance(10);
        GenericValue attempt = pay(MethodType.CARD);
        gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
        reverse(Kind.REFUND, paymentId(attempt), "10.00", true);
        gateway().willSayWhenAsked(FakeGateway.approved("10.00"));
        stage().advance(130);
        work();
        work();
        assertOpen("10.00", invoiceId());
        for (String waits : waiting) {
            assertEquals("UNKNOWN", stage().field("SmsPaymentReversal", "reversalState", "attemptId", waits));
        }
        stage().delegator().storeByCondition("SmsPaymentReversal", Map.of("reversalState", "REFUSED"),
                EntityCondition.makeCondition("attemptId", EntityOperator.IN, waiting));
    }

    @Test
    void anUnknownRefundThatTheGatewayNeverSawIsRefused() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
        reverse(Kind.REFUND, paymentId(attempt), "10.00", true);
        gateway().willSayWhenAsked(new org.smsbilling.provider.ChargeResult.NotFound());
        stage().advance(10);
        work();
        assertEquals("UnderWay", refusal(Kind.REFUND, paymentId(attempt), "10.00"));
        gateway().willSayWhenAsked(new org.smsbilling.provider.ChargeResult.NotFound());
        stage().advance(130);
        work();
        assertEquals(1, audited("PAYMENT_REVERSAL_REFUSED", invoiceId()));
        assertNull(refusal(Kind.REFUND, paymentId(attempt), "10.00"));
    }

    @Test
    void anUnknownVoidShowsAtTheCharge() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
        assertEquals("UNKNOWN", reverse(Kind.VOID, paymentId(attempt), null, true));
        gateway().says(Status.VOIDED);
        stage().advance(130);
        work();
        assertEquals("VOIDED", state(attempt));
        assertOpen("100.00", invoiceId());
        assertEquals(1, gateway().voids());
    }

    @Test
    void aRequestWhoseProcessDiedIsMadeByTheJob() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        start(Kind.REFUND, paymentId(attempt), "10.00", true);
        work();
        assertEquals(0, gateway().refunds().size());
        stage().advance(ReversalStart.GRACE_SECONDS + 1);
        work();
        assertEquals(1, gateway().refunds().size());
        assertOpen("10.00", invoiceId());
    }

    @Test
    void twoClerksAtOnceRefundOnce() throws Exception {
        GenericValue attempt = pay(MethodType.CARD);
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> start(Kind.REFUND, paymentId(attempt), "100.00", true).refusal());
        }
        List<String> refusals = new ArrayList<>();
        for (Future<String> click : clerks.invokeAll(clicks)) {
            refusals.add(String.valueOf(click.get()));
        }
        clerks.shutdown();
        assertEquals(1, refusals.stream().filter("null"::equals).count(), refusals.toString());
        assertEquals(7, refusals.stream().filter("UnderWay"::equals).count(), refusals.toString());
    }

    private ReversalStart.Outcome start(Kind kind, String paymentId, String amount, boolean reopen) throws GenericEntityException {
        return new ReversalStart(stage().delegator(), stage().now()).start(new ReversalRequest(paymentId, kind,
                amount == null ? null : new BigDecimal(amount), reopen, "admin"));
    }

    private String refusal(Kind kind, String paymentId, String amount) throws GenericEntityException {
        return start(kind, paymentId, amount, true).refusal();
    }

    private String reverse(Kind kind, String paymentId, String amount, boolean reopen) throws GenericEntityException {
        String reversalId = start(kind, paymentId, amount, reopen).reversalId();
        return new ReversalWork(stage().delegator(), stage().clock(), gateway()).advance(reversalId).name();
    }

    private void work() throws GenericEntityException {
        new ReversalWork(stage().delegator(), stage().clock(), gateway()).advanceDue();
    }
}
