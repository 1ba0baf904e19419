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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.ClosedReason;
import org.smsbilling.paylink.LinkClosing;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;

/** Payments in a database, with a gateway and crashes on demand: charged at most once, posted exactly once for what was approved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayingOnH2Test {

    private final PayingStage stage = new PayingStage();
    private final FakeGateway gateway = new FakeGateway();
    private String token;
    private String invoiceId;

    @BeforeAll
    void open() throws Exception {
        stage.open();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @BeforeEach
    void newLink() throws Exception {
        invoiceId = stage.invoice("100.00");
        token = stage.link(List.of(invoiceId));
        gateway.reset();
    }

    @Test
    void anApprovedChargeIsOnePaymentOfTheInvoice() throws Exception {
        String attemptId = started(start("100.00"));
        assertEquals("9478825443011443", attempt(attemptId).getString("accountToken"));
        work(Failpoint.NONE);
        GenericValue attempt = attempt(attemptId);
        assertEquals("POSTED", attempt.getString("attemptState"));
        assertNull(attempt.get("accountToken"));
        assertEquals("I authorize Harbor to charge this card once for $100.00.", attempt.getString("authorizationText"));
        assertEquals(1, gateway.charges().size());
        GenericValue payment = payment(attemptId);
        assertEquals(0, new BigDecimal("100.00").compareTo(payment.getBigDecimal("amount")));
        assertEquals("REF100.00", payment.getString("paymentRefNum"));
        assertEquals("PMNT_RECEIVED", payment.getString("statusId"));
        assertEquals("CREDIT_CARD", payment.getString("paymentMethodTypeId"));
        assertEquals("INVOICE_PAID", stage.field("Invoice", "statusId", "invoiceId", invoiceId));
        assertEquals("PAID", stage.field("SmsPayLink", "closedReason", "linkId", attempt.getString("linkId")));
        assertEquals(LinkState.PAID, state());
        assertEquals(0, stage.count("SmsInvoicePaying", "invoiceId", invoiceId));
    }

    @Test
    void twoTabsAtOnceChargeOnce() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(8);
        List<Callable<StartOutcome>> taps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            taps.add(() -> start("100.00"));
        }
        List<Reason> reasons = new ArrayList<>();
        for (Future<StartOutcome> tap : tabs.invokeAll(taps)) {
            reasons.add(tap.get().reason());
        }
        tabs.shutdown();
        assertEquals(1, reasons.stream().filter(Reason.STARTED::equals).count(), reasons.toString());
        assertEquals(7, reasons.stream().filter(Reason.UNDER_WAY::equals).count(), reasons.toString());
        work(Failpoint.NONE);
        assertEquals(1, gateway.charges().size());
        assertEquals(Reason.LINK_NOT_PAYABLE, start("100.00").reason());
    }

    @Test
    void aLinkThatALaterOneReplacesAfterTheTapStillPays() throws Exception {
        String attemptId = started(start("100.00"));
        close(attemptId, ClosedReason.REPLACED);
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
    }

    @Test
    void aLinkThatAClerkEndsAfterTheTapDoesNot() throws Exception {
        String attemptId = started(start("100.00"));
        close(attemptId, ClosedReason.EXPIRED_BY_CLERK);
        work(Failpoint.NONE);
        assertEquals("LINK_CLOSED", attempt(attemptId).getString("responseCode"));
        assertEquals(List.of(), gateway.charges());
    }

    private void close(String attemptId, ClosedReason reason) throws GenericEntityException {
        LinkClosing.close(stage.delegator(), List.of(attempt(attemptId).getString("linkId")), reason, null, stage.now());
    }

    @Test
    void twoLinksOfOneInvoiceChargeOnce() throws Exception {
        String other = stage.link(List.of(invoiceId));
        started(start("100.00"));
        assertEquals(Reason.UNDER_WAY, start(other, "100.00", true).reason());
        work(Failpoint.NONE);
        assertEquals(1, gateway.charges().size());
        assertEquals(1, stage.count("PaymentApplication", "invoiceId", invoiceId));
    }

    @Test
    void aCrashBetweenApprovalAndPostingPostsOnce() throws Exception {
        String attemptId = started(start("100.00"));
        assertThrows(Killed.class, () -> work(killAt(Failpoint.Place.AFTER_APPROVAL_BEFORE_POSTING, attemptId)));
        assertEquals("APPROVED", attempt(attemptId).getString("attemptState"));
        assertEquals(LinkState.PAID, state());
        assertEquals(0, stage.count("PaymentApplication", "invoiceId", invoiceId));
        work(Failpoint.NONE);
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
        assertEquals(1, stage.count("PaymentApplication", "invoiceId", invoiceId));
        assertEquals(1, gateway.charges().size());
    }

    @Test
    void aCrashDuringTheCallIsAskedAboutAndNeverChargedAgain() throws Exception {
        String attemptId = started(start("100.00"));
        assertThrows(Killed.class, () -> work(killAt(Failpoint.Place.DURING_CALL, attemptId)));
        assertEquals("AUTHORIZING", attempt(attemptId).getString("attemptState"));
        work(Failpoint.NONE);
        assertEquals("AUTHORIZING", attempt(attemptId).getString("attemptState"));
        assertEquals(LinkState.CHECKING, state());
        stage.advance(91);
        work(Failpoint.NONE);
        assertEquals("UNKNOWN", attempt(attemptId).getString("attemptState"));
        gateway.willSayWhenAsked(FakeGateway.approved("100.00"));
        stage.advance(10);
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
        assertEquals(1, gateway.charges().size());
        assertEquals(1, stage.count("PaymentApplication", "invoiceId", invoiceId));
    }

    @Test
    void aCrashAfterTheClaimChargesNothingAndLetsThePayerTryAgain() throws Exception {
        String attemptId = started(start("100.00"));
        assertThrows(Killed.class, () -> work(killAt(Failpoint.Place.AFTER_CLAIM, attemptId)));
        stage.advance(91);
        gateway.willSayWhenAsked(new ChargeResult.NotFound());
        work(Failpoint.NONE);
        stage.advance(10);
        work(Failpoint.NONE);
        assertEquals("RETRY_LATER", attempt(attemptId).getString("attemptState"));
        assertEquals(0, gateway.charges().size());
        started(start("100.00"));
        work(Failpoint.NONE);
        assertEquals(1, gateway.charges().size());
    }

    @Test
    void notFoundProvesNothingWhileTheGatewayMayStillBeAtWork() throws Exception {
        gateway.willAnswer(new ChargeResult.NoAnswer("connection reset"));
        String attemptId = started(start("100.00"));
        work(Failpoint.NONE);
        assertEquals("UNKNOWN", attempt(attemptId).getString("attemptState"));
        gateway.willSayWhenAsked(new ChargeResult.NotFound());
        stage.advance(6);
        work(Failpoint.NONE);
        assertEquals("UNKNOWN", attempt(attemptId).getString("attemptState"));
        gateway.willSayWhenAsked(FakeGateway.approved("100.00"));
        stage.advance(40);
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
        assertEquals(1, gateway.charges().size());
    }

    @Test
    void aSilentGatewayIsToldToVoidThreeTimesAndThenAPersonDecides() throws Exception {
        gateway.willAnswer(new ChargeResult.NoAnswer("timed out"));
        String attemptId = started(start("100.00"));
        work(Failpoint.NONE);
        for (int i = 0; i < 20; i++) {
            stage.advance(301);
            work(Failpoint.NONE);
        }
        assertEquals("UNKNOWN", attempt(attemptId).getString("attemptState"));
        assertEquals(3, gateway.voids());
        assertEquals(1, gateway.charges().size());
        assertEquals(LinkState.CHECKING, state());
        gateway.willSayWhenAsked(FakeGateway.approved("100.00"));
        stage.advance(3_601);
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
    }

    @Test
    void aConfirmedVoidEndsTheAttempt() throws Exception {
        gateway.willAnswer(new ChargeResult.NoAnswer("timed out"));
        gateway.willConfirmVoids();
        String attemptId = started(start("100.00"));
        work(Failpoint.NONE);
        for (int i = 0; i < 4; i++) {
            stage.advance(301);
            work(Failpoint.NONE);
        }
        assertEquals("VOIDED", attempt(attemptId).getString("attemptState"));
        assertEquals(1, gateway.voids());
        assertEquals(LinkState.PAYABLE, state());
    }

    @Test
    void declinedThenApproved() throws Exception {
        gateway.willAnswer(new ChargeResult.Declined("REF", "116", "Not sufficient funds"));
        String declined = started(start("100.00"));
        work(Failpoint.NONE);
        assertEquals("DECLINED", attempt(declined).getString("attemptState"));
        assertNull(attempt(declined).get("accountToken"));
        assertEquals(LinkState.PAYABLE, state());
        String approved = started(start("100.00"));
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(approved).getString("attemptState"));
        assertEquals(2, gateway.charges().stream().map(charge -> charge.orderId()).distinct().count());
    }

    @Test
    void aPartialApprovalIsTakenBack() throws Exception {
        gateway.willAnswer(FakeGateway.approved("5.00"));
        gateway.willConfirmVoids();
        String attemptId = started(start("100.00"));
        work(Failpoint.NONE);
        assertEquals("VOIDED", attempt(attemptId).getString("attemptState"));
        assertEquals(0, stage.count("PaymentApplication", "invoiceId", invoiceId));
        assertEquals(LinkState.PAYABLE, state());
    }

    @Test
    void anAmountThatIsNotTheOutstandingOneIsNotCharged() throws Exception {
        StartOutcome outcome = start("99.99");
        assertEquals(Reason.AMOUNT_CHANGED, outcome.reason());
        assertEquals(0, new BigDecimal("100.00").compareTo(outcome.due().total()));
        assertEquals(0, gateway.charges().size());
    }

    @Test
    void anAmountThatChangesAfterTheTapIsNotCharged() throws Exception {
        String attemptId = started(start("100.00"));
        stage.payByHand(invoiceId, "40.00");
        work(Failpoint.NONE);
        assertEquals("RETRY_LATER", attempt(attemptId).getString("attemptState"));
        assertEquals("AMOUNT_CHANGED", attempt(attemptId).getString("responseCode"));
        assertEquals(0, gateway.charges().size());
        assertEquals(0, new BigDecimal("60.00").compareTo(start("100.00").due().total()));
    }

    @Test
    void nobodyIsChargedLongAfterTheTap() throws Exception {
        String attemptId = started(start("100.00"));
        stage.advance(121);
        work(Failpoint.NONE);
        assertEquals("TOO_LATE", attempt(attemptId).getString("responseCode"));
        assertEquals(0, gateway.charges().size());
    }

    @Test
    void whatSlipsThroughStaysAsTheCustomersCredit() throws Exception {
        String attemptId = started(start("100.00"));
        assertThrows(Killed.class, () -> work(killAt(Failpoint.Place.AFTER_APPROVAL_BEFORE_POSTING, attemptId)));
        stage.payByHand(invoiceId, "100.00");
        work(Failpoint.NONE);
        assertEquals("POSTED", attempt(attemptId).getString("attemptState"));
        assertEquals(0, new BigDecimal("100.00").compareTo(payment(attemptId).getBigDecimal("amount")));
        assertEquals(0, stage.count("PaymentApplication", "paymentId", payment(attemptId).getString("paymentId")));
    }

    @Test
    void severalInvoicesGetAPaymentEach() throws Exception {
        String second = stage.invoice("23.45");
        String both = stage.link(List.of(invoiceId, second));
        String attemptId = started(start(both, "123.45", true));
        work(Failpoint.NONE);
        assertEquals(1, gateway.charges().size());
        assertEquals(2, stage.count("SmsPaymentAttemptInvoice", "attemptId", attemptId));
        assertEquals("INVOICE_PAID", stage.field("Invoice", "statusId", "invoiceId", invoiceId));
        assertEquals("INVOICE_PAID", stage.field("Invoice", "statusId", "invoiceId", second));
    }

    @Test
    void withoutTheTickOrAnAccountNothingStarts() throws Exception {
        assertEquals(Reason.NOT_AUTHORIZED, start(token, "100.00", false).reason());
        PaymentOrder cardNumber = new PaymentOrder(token, MethodType.CARD, new PaymentAccount("4788250000121443", "1230"), "Rosa", "10001",
                PaymentOrder.Choice.all(new BigDecimal("100.00")), true, null, "192.0.2.7", "Test", Locale.US);
        assertEquals(Reason.ACCOUNT_MISSING, new PaymentStart(stage.delegator(), stage.now()).start(cardNumber).reason());
        assertEquals(0, stage.count("SmsInvoicePaying", "invoiceId", invoiceId));
    }

    @Test
    void anHourHasTenTries() throws Exception {
        for (int i = 0; i < 10; i++) {
            gateway.willAnswer(new ChargeResult.Declined("REF", "500", "Decline"));
            started(start("100.00"));
            work(Failpoint.NONE);
        }
        assertEquals(Reason.TOO_MANY_TRIES, start("100.00").reason());
        stage.advance(3_601);
        started(start("100.00"));
        work(Failpoint.NONE);
    }

    private StartOutcome start(String amount) throws GenericEntityException {
        return start(token, amount, true);
    }

    private StartOutcome start(String link, String amount, boolean authorized) throws GenericEntityException {
        return new PaymentStart(stage.delegator(), stage.now()).start(new PaymentOrder(link, MethodType.CARD,
                new PaymentAccount("9478825443011443", "1230"), "Rosa Delgado", "10001",
                PaymentOrder.Choice.all(new BigDecimal(amount)), authorized, null, "192.0.2.7", "Test",
                Locale.US));
    }

    private static String started(StartOutcome outcome) {
        assertEquals(Reason.STARTED, outcome.reason());
        assertNotNull(outcome.attemptId());
        return outcome.attemptId();
    }

    private void work(Failpoint failpoint) throws GenericEntityException {
        new PaymentProcessor(stage.delegator(), stage.clock(), gateway, failpoint).resolveDue();
    }

    private LinkState state() throws GenericEntityException {
        return LinkSnapshot.find(stage.delegator(), token, stage.now()).orElseThrow().state();
    }

    private GenericValue attempt(String attemptId) throws GenericEntityException {
        return Attempts.find(stage.delegator(), attemptId);
    }

    private GenericValue payment(String attemptId) throws GenericEntityException {
        GenericValue row = EntityQuery.use(stage.delegator()).from("SmsPaymentAttemptInvoice").where("attemptId", attemptId).queryFirst();
        assertTrue(row.get("paymentId") != null, "no payment");
        return EntityQuery.use(stage.delegator()).from("Payment").where("paymentId", row.get("paymentId")).queryOne();
    }

    private static Failpoint killAt(Failpoint.Place where, String victim) {
        return (place, attemptId) -> {
            if (place == where && attemptId.equals(victim)) {
                throw new Killed();
            }
        };
    }

    /** The process ends here. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
