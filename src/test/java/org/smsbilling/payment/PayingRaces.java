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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.junit.jupiter.api.Test;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.payment.PaymentOrder.Choice;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** Two tabs, two payers, a clerk's own payment, an automatic charge: together they never take more off an invoice than is open. */
abstract class PayingRaces extends PayingCase {

    private static final int ROUNDS = 8;
    private static final int TRIES = 5;

    @Test
    void ofManyPayersWithLinksOfTheirOwnOneIsCharged() throws Exception {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            links.add(stage().link(List.of(invoiceId(), stage().invoice("1.00"))));
        }
        List<Callable<Reason>> taps = links.stream().<Callable<Reason>>map(link -> () -> start(link, MethodType.CARD,
                new Choice(List.of(invoiceId()), new BigDecimal("100.00"), new BigDecimal("100.00"))).reason()).toList();
        List<Reason> reasons = together(taps);
        assertEquals(1, reasons.stream().filter(Reason.STARTED::equals).count(), reasons.toString());
        charge();
        assertEquals(1, gateway().charges().size());
        assertOpen("0.00", invoiceId());
    }

    @Test
    void aPaymentMadeElsewhereAtTheSameMomentLeavesACreditAndNoOverpayment() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String invoice = stage().invoice("100.00");
            StartOutcome outcome = start(stage().link(List.of(invoice)), MethodType.CARD, Choice.all(new BigDecimal("100.00")));
            assertEquals(Reason.STARTED, outcome.reason());
            together(List.of(() -> {
                charge();
                return true;
            }, () -> {
                return byHand(invoice, "100.00");
            }));
            untilPosted(outcome.attemptId());
            assertOpen("0.00", invoice);
            assertEquals("INVOICE_PAID", status(invoice), "round " + round);
            GenericValue attempt = attempt(outcome.attemptId());
            String state = attempt.getString("attemptState");
            assertTrue("POSTED".equals(state) || "RETRY_LATER".equals(state), state);
            if ("POSTED".equals(state)) {
                String payment = paymentId(attempt);
                BigDecimal applied = EntityQuery.use(stage().delegator()).from("PaymentApplication").where("paymentId", payment).queryList().stream()
                        .map(each -> each.getBigDecimal("amountApplied")).reduce(BigDecimal.ZERO, BigDecimal::add);
                assertEquals(0, new BigDecimal("100.00").compareTo(applied.add(new InvoicePayments(stage().delegator()).credit(payment))));
            }
        }
    }

    @Test
    void aLowerAmountAndAManualPaymentNeverTakeMoreThanIsOpen() throws Exception {
        stage().set("partialPaymentAllowed", "Y");
        for (int round = 0; round < ROUNDS; round++) {
            String invoice = stage().invoice("100.00");
            StartOutcome outcome = start(stage().link(List.of(invoice)), MethodType.CARD,
                    new Choice(List.of(), new BigDecimal("100.00"), new BigDecimal("70.00")));
            together(List.of(() -> {
                charge();
                return true;
            }, () -> {
                return byHand(invoice, "60.00");
            }));
            untilPosted(outcome.attemptId());
            BigDecimal open = InvoiceFactsReader.read(stage().delegator(), List.of(invoice), stage().now()).get(invoice)
                    .outstanding();
            assertTrue(open.signum() >= 0, "open: " + open);
        }
    }

    /** The database may choose a clerk's payment as the victim of a deadlock; then the clerk enters it again. */
    private boolean byHand(String invoice, String amount) throws Exception {
        for (int tries = 1;; tries++) {
            try {
                stage().payByHand(invoice, amount);
                return true;
            } catch (GenericServiceException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** What was approved is posted by a later look when this one met another transaction. */
    private void untilPosted(String attemptId) throws Exception {
        for (int looks = 0; looks < TRIES; looks++) {
            charge();
            stage().advance(61);
            settle();
            if (!"APPROVED".equals(attempt(attemptId).getString("attemptState"))) {
                return;
            }
        }
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> call : calls) {
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
