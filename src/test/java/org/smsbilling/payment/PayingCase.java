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

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** What tests of payments share: a stage, a gateway that says what it is told to, an invoice of 100.00 with a link. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PayingCase {

    private final PayingStage stage = new PayingStage();
    private final FakeGateway gateway = new FakeGateway();
    private String invoiceId;
    private String token;

    /** Where payments are made; on H2, unless a class takes another database. */
    void openStage() throws Exception {
        stage.open();
    }

    @BeforeAll
    void open() throws Exception {
        openStage();
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

    protected final PayingStage stage() {
        return stage;
    }

    protected final FakeGateway gateway() {
        return gateway;
    }

    /** @return the invoice of 100.00 */
    protected final String invoiceId() {
        return invoiceId;
    }

    /** @return the token of its link */
    protected final String token() {
        return token;
    }

    protected final StartOutcome start(String link, MethodType method, PaymentOrder.Choice choice) throws GenericEntityException {
        return new PaymentStart(stage.delegator(), stage.now()).start(new PaymentOrder(link, method, new PaymentAccount("9478825443011443", "1230"),
                "Rosa Delgado", "10001", choice, true, null, "192.0.2.7", "Test", Locale.US));
    }

    /** Taps and lets the gateway answer. @return the attempt */
    protected final GenericValue pay(String link, MethodType method, PaymentOrder.Choice choice) throws GenericEntityException {
        StartOutcome outcome = start(link, method, choice);
        assertEquals(Reason.STARTED, outcome.reason());
        assertNotNull(outcome.attemptId());
        charge();
        return attempt(outcome.attemptId());
    }

    /** Pays all of a link by card. */
    protected final GenericValue pay(String link, String amount) throws GenericEntityException {
        return pay(link, MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal(amount)));
    }

    protected final GenericValue pay(MethodType method) throws GenericEntityException {
        return pay(token, method, PaymentOrder.Choice.all(new BigDecimal("100.00")));
    }

    protected final void charge() throws GenericEntityException {
        new PaymentProcessor(stage.delegator(), stage.clock(), gateway).resolveDue();
    }

    /** Gives money back, as a clerk does on the payment's page. @return the reversal's id */
    protected final String refund(String paymentId, String amount) throws GenericEntityException {
        String reversalId = new ReversalStart(stage.delegator(), stage.now()).start(new ReversalRequest(paymentId, ReversalRequest.Kind.REFUND,
                new BigDecimal(amount), true, "admin")).reversalId();
        new ReversalWork(stage.delegator(), stage.clock(), gateway).advance(reversalId);
        return reversalId;
    }

    protected final int settle() throws GenericEntityException {
        return new SettlementWork(stage.delegator(), stage.clock(), gateway).advanceDue();
    }

    protected final GenericValue attempt(String attemptId) throws GenericEntityException {
        return Attempts.find(stage.delegator(), attemptId);
    }

    protected final String state(GenericValue attempt) throws GenericEntityException {
        return attempt(attempt.getString("attemptId")).getString("attemptState");
    }

    protected final String paymentId(GenericValue attempt) throws GenericEntityException {
        return EntityQuery.use(stage.delegator()).from("SmsPaymentAttemptInvoice").where("attemptId", attempt.get("attemptId")).orderBy("invoiceId")
                .queryFirst().getString("paymentId");
    }

    protected final String status(String invoice) throws GenericEntityException {
        return (String) stage.field("Invoice", "statusId", "invoiceId", invoice);
    }

    protected final void assertOpen(String amount, String invoice) throws GenericEntityException {
        BigDecimal open = InvoiceFactsReader.read(stage.delegator(), List.of(invoice), stage.now()).get(invoice).outstanding();
        assertEquals(0, new BigDecimal(amount).compareTo(open), "open: " + open);
    }

    protected final long audited(String kind, String invoice) throws GenericEntityException {
        return stage.count("SmsAuditEvent", "invoiceId", invoice, "auditKind", kind);
    }
}
