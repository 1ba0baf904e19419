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

import java.math.BigDecimal;
import java.util.List;

import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.payment.PaymentOrder.Choice;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** One link, several invoices, lower amounts, parts that a gateway approves. */
class ChosenAmountTest extends PayingCase {

    private String second;
    private String both;

    @BeforeEach
    void secondInvoice() throws Exception {
        second = stage().invoice("40.00");
        both = stage().link(List.of(invoiceId(), second));
        stage().set("partialPaymentAllowed", "Y", "partialPaymentMinimum", new BigDecimal("10.00"), "partialApproval", "VOID");
    }

    @Test
    void oneOfSeveralInvoicesIsPaid() throws Exception {
        pay(both, MethodType.CARD, choice(List.of(second), "40.00", "40.00"));
        assertOpen("100.00", invoiceId());
        assertEquals("INVOICE_PAID", status(second));
        LinkSnapshot link = LinkSnapshot.find(stage().delegator(), both, stage().now()).orElseThrow();
        assertEquals(LinkState.PAYABLE, link.state());
        assertEquals(0, new BigDecimal("100.00").compareTo(link.due().total()));
        assertEquals(Reason.AMOUNT_CHANGED, start(both, MethodType.CARD, choice(List.of(second), "40.00", "40.00")).reason());
        pay(both, MethodType.CARD, choice(List.of(invoiceId()), "100.00", "100.00"));
        assertEquals(LinkState.PAID, LinkSnapshot.find(stage().delegator(), both, stage().now()).orElseThrow().state());
    }

    @Test
    void aLowerAmountPaysWhatWasDueFirst() throws Exception {
        GenericValue attempt = pay(both, MethodType.CARD, choice(List.of(), "140.00", "120.00"));
        assertEquals("I authorize Harbor to charge this card once for $120.00.", attempt.getString("authorizationText"));
        assertOpen("0.00", invoiceId());
        assertOpen("20.00", second);
        assertEquals(0, new BigDecimal("120.00").compareTo(gateway().charges().get(0).amount()));
    }

    @Test
    void amountsThatCannotBePaidAreRefused() throws Exception {
        assertEquals(Reason.AMOUNT_TOO_LOW, start(both, MethodType.CARD, choice(List.of(), "140.00", "9.99")).reason());
        assertEquals(Reason.AMOUNT_NOT_VALID, start(both, MethodType.CARD, choice(List.of(), "140.00", "140.01")).reason());
        assertEquals(Reason.AMOUNT_NOT_VALID, start(both, MethodType.CARD, choice(List.of(), "140.00", "-20.00")).reason());
        assertEquals(Reason.AMOUNT_NOT_VALID, start(both, MethodType.CARD, choice(List.of(), "140.00", "20.005")).reason());
        assertEquals(Reason.AMOUNT_CHANGED, start(both, MethodType.CARD, choice(List.of(), "150.00", "20.00")).reason());
        assertEquals(Reason.AMOUNT_CHANGED, start(both, MethodType.CARD, choice(List.of("10000000"), "140.00", "140.00")).reason());
        stage().set("partialPaymentAllowed", "N");
        assertEquals(Reason.AMOUNT_CHANGED, start(both, MethodType.CARD, choice(List.of(), "140.00", "20.00")).reason());
    }

    @Test
    void aPartIsStillChargedWhenLessIsOpenMeanwhile() throws Exception {
        StartOutcome outcome = start(token(), MethodType.CARD, choice(List.of(), "100.00", "30.00"));
        stage().payByHand(invoiceId(), "60.00");
        charge();
        assertEquals(Reason.STARTED, outcome.reason());
        assertEquals("POSTED", attempt(outcome.attemptId()).getString("attemptState"));
        assertOpen("10.00", invoiceId());
        outcome = start(token(), MethodType.CARD, choice(List.of(), "10.00", "10.00"));
        assertEquals(Reason.STARTED, outcome.reason());
        stage().payByHand(invoiceId(), "5.00");
        charge();
        assertEquals("AMOUNT_CHANGED", attempt(outcome.attemptId()).getString("responseCode"));
    }

    @Test
    void anotherInvoiceOfTheLinkIsFreeWhileOneIsPaid() throws Exception {
        assertEquals(Reason.STARTED, start(token(), MethodType.CARD, choice(List.of(), "100.00", "100.00")).reason());
        String alone = stage().link(List.of(second));
        assertEquals(Reason.STARTED, start(alone, MethodType.CARD, choice(List.of(), "40.00", "40.00")).reason());
        assertEquals(Reason.UNDER_WAY, start(both, MethodType.CARD, choice(List.of(second), "40.00", "40.00")).reason());
        charge();
        assertEquals(2, gateway().charges().size());
    }

    @Test
    void aPartThatTheGatewayApprovedIsAppliedWhereTheOrganizationWantsSo() throws Exception {
        stage().set("partialApproval", "APPLY");
        gateway().willAnswer(FakeGateway.approved("105.00"));
        GenericValue attempt = pay(both, MethodType.CARD, choice(List.of(), "140.00", "140.00"));
        assertEquals("POSTED", attempt.getString("attemptState"));
        assertEquals(0, gateway().voids());
        assertOpen("0.00", invoiceId());
        assertOpen("35.00", second);
        assertEquals(LinkState.PAYABLE, LinkSnapshot.find(stage().delegator(), both, stage().now()).orElseThrow().state());
        assertEquals(PaymentProgress.Step.PART_PAID, PaymentProgress.step(AttemptState.POSTED, "002", Attempts.approvedInPart(attempt)));
    }

    private static Choice choice(List<String> invoiceIds, String due, String amount) {
        return new Choice(invoiceIds, new BigDecimal(due), new BigDecimal(amount));
    }
}
