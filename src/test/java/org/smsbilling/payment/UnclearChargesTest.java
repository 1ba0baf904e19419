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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.smsbilling.provider.SettlementReport;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.Test;
import org.smsbilling.payment.ChargeDecision.Word;
import org.smsbilling.payment.UnclearCharges.Outcome;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;

/** People end charges of which the gateway does not tell: one of them, once, and never against the gateway's word. */
class UnclearChargesTest extends PayingCase {

    @Test
    void whatAPersonFoundIsPostedOnceForWhatWasAsked() throws Exception {
        GenericValue attempt = silent();
        assertEquals(Outcome.DONE, charged(attempt, "123456789012"));
        assertEquals(Outcome.Settled, notCharged(attempt));
        charge();
        charge();
        assertEquals("POSTED", state(attempt));
        assertOpen("0.00", invoiceId());
        assertEquals(1, stage().count("PaymentApplication", "invoiceId", invoiceId()));
        assertEquals("123456789012", stage().field("Payment", "paymentRefNum", "paymentId", paymentId(attempt)));
        assertEquals("Seen there", stage().field("SmsAttemptDecision", "reason", "attemptId", attempt.get("attemptId")));
        assertEquals("N", stage().field("SmsAttemptDecision", "gatewayConfirmed", "attemptId", attempt.get("attemptId")));
        assertEquals(1, audited("PAYMENT_DECIDED_CHARGED", invoiceId()));
    }

    @Test
    void theAmountIsTheOneThatTheGatewayApproved() throws Exception {
        GenericValue attempt = silent();
        gateway().knows("REFPART", FakeGateway.approved("60.00"));
        assertEquals(Outcome.DONE, charged(attempt, "REFPART"));
        assertEquals("PARTIAL", state(attempt));
        assertEquals(0, new BigDecimal("60.00").compareTo(attempt(attempt.getString("attemptId")).getBigDecimal("approvedAmount")));
        gateway().willConfirmVoids();
        charge();
        assertEquals("VOIDED", state(attempt));
    }

    @Test
    void aReferenceOfNothingOrOfAnotherPaymentIsRefused() throws Exception {
        GenericValue attempt = silent();
        gateway().knows("NOSUCH", new ChargeResult.NotFound());
        assertEquals(Outcome.WrongReference, charged(attempt, "NOSUCH"));
        String other = stage().link(List.of(stage().invoice("7.00")));
        GenericValue paid = pay(other, MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("7.00")));
        assertEquals(Outcome.OthersReference, charged(attempt, attempt(paid.getString("attemptId")).getString("gatewayReference")));
        assertEquals("UNKNOWN", state(attempt));
        assertEquals(0, stage().count("SmsAttemptDecision", "attemptId", attempt.get("attemptId")));
        notCharged(attempt);
    }

    @Test
    void whatTheGatewayDoesNotHaveMayBePaidAgain() throws Exception {
        GenericValue attempt = silent();
        assertEquals(Outcome.DONE, notCharged(attempt));
        assertEquals("DECLINED", state(attempt));
        assertEquals(0, stage().count("SmsInvoicePaying", "invoiceId", invoiceId()));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_FAILED", "invoiceId", invoiceId()));
        assertEquals("POSTED", state(pay(MethodType.CARD)));
    }

    @Test
    void theGatewaysAnswerCountsMoreThanAPersons() throws Exception {
        GenericValue attempt = silent();
        gateway().willSayWhenAsked(FakeGateway.approved("100.00"));
        assertEquals(Outcome.Answered, notCharged(attempt));
        charge();
        assertEquals("POSTED", state(attempt));
        assertEquals(0, stage().count("SmsAttemptDecision", "attemptId", attempt.get("attemptId")));
    }

    @Test
    void askingNeverVoidsAndNothingIsDecidedWhileTheComponentStillAsks() throws Exception {
        gateway().willAnswer(new ChargeResult.NoAnswer("timed out"));
        GenericValue attempt = pay(MethodType.CARD);
        UnclearCharges charges = charges();
        for (int i = 0; i < 5; i++) {
            assertEquals(false, charges.ask(attempt, "admin"));
        }
        assertEquals(0, gateway().voids());
        stage().advance(60);
        assertEquals(Outcome.TooEarly, notCharged(attempt));
        gateway().willSayWhenAsked(new ChargeResult.NotFound());
        assertEquals(true, charges.ask(attempt, "admin"));
        assertEquals("RETRY_LATER", state(attempt));
        assertEquals(6, audited("PAYMENT_ASKED_ABOUT", invoiceId()));
    }

    @Test
    void ofTwoPeopleAtOnceOneDecides() throws Exception {
        GenericValue attempt = silent();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Callable<Outcome>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean even = i % 2 == 0;
            clicks.add(() -> even ? charged(attempt, "123456789013") : notCharged(attempt));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> click : people.invokeAll(clicks)) {
            outcomes.add(click.get());
        }
        people.shutdown();
        assertEquals(1, Collections.frequency(outcomes, Outcome.DONE), outcomes.toString());
        assertEquals(7, Collections.frequency(outcomes, Outcome.Settled), outcomes.toString());
        assertEquals(1, stage().count("SmsAttemptDecision", "attemptId", attempt.get("attemptId")));
        charge();
        boolean posted = "POSTED".equals(state(attempt));
        assertEquals(posted ? 1 : 0, stage().count("PaymentApplication", "invoiceId", invoiceId()));
    }

    @Test
    void aPartThatDoesNotGoBackIsListedAndKeptByAPersonsWord() throws Exception {
        GenericValue attempt = partly();
        assertEquals(List.of("Part"), listed(attempt));
        assertEquals(1, notices("approved only $60.00"));
        assertEquals(Outcome.Settled, notCharged(attempt));
        assertEquals(Outcome.DONE, decide(attempt, Word.KEPT));
        charge();
        assertEquals("POSTED", state(attempt));
        assertOpen("40.00", invoiceId());
        assertEquals(0, stage().count("SmsInvoicePaying", "invoiceId", invoiceId()));
        assertEquals(1, audited("PAYMENT_DECIDED_KEPT", invoiceId()));
        assertEquals(List.of(), listed(attempt));
    }

    @Test
    void aPartThatAPersonGaveBackLetsTheInvoiceBePaidAgain() throws Exception {
        GenericValue attempt = partly();
        assertEquals(Outcome.DONE, decide(attempt, Word.GIVEN_BACK));
        assertEquals(Outcome.Settled, decide(attempt, Word.KEPT));
        assertEquals("VOIDED", state(attempt));
        assertEquals("GIVEN_BACK", stage().field("SmsAttemptDecision", "decision", "attemptId", attempt.get("attemptId")));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_FAILED", "referenceId", attempt.get("attemptId")));
        assertEquals("POSTED", state(pay(MethodType.CARD)));
        assertOpen("0.00", invoiceId());
    }

    @Test
    void aPartThatIsVoidAtTheGatewayIsNotKept() throws Exception {
        GenericValue attempt = partly();
        gateway().says(SettlementReport.Status.VOIDED);
        assertEquals(Outcome.Answered, decide(attempt, Word.KEPT));
        assertEquals("VOIDED", state(attempt));
        GenericValue another = pay(MethodType.CARD);
        assertEquals("POSTED", state(another));
    }

    @Test
    void aPartThatSomebodyVoidedAtTheGatewayEndsByItself() throws Exception {
        GenericValue attempt = partly();
        gateway().says(SettlementReport.Status.VOIDED);
        stage().advance(3700);
        charge();
        assertEquals("VOIDED", state(attempt));
        assertEquals(3, gateway().voids());
    }

    @Test
    void aPersonMayTryToGiveAPartBackAgain() throws Exception {
        GenericValue attempt = partly();
        assertEquals(false, charges().ask(attempt, "admin"));
        gateway().willConfirmVoids();
        assertEquals(true, charges().ask(attempt(attempt.getString("attemptId")), "admin"));
        assertEquals("VOIDED", state(attempt));
    }

    @Test
    void anotherMerchantAccountIsNotAskedAboutACharge() throws Exception {
        gateway().willAnswer(new ChargeResult.NoAnswer("timed out"));
        GenericValue attempt = pay(MethodType.CARD);
        Object before = stage().field("SmsOrganization", "cardMerchantId", "organizationPartyId", stage().organization());
        stage().set("cardMerchantId", "999999999999");
        gateway().willSayWhenAsked(new ChargeResult.NotFound());
        stage().advance(3700);
        charge();
        assertEquals("UNKNOWN", state(attempt));
        assertEquals(false, charges().ask(attempt(attempt.getString("attemptId")), "admin"));
        stage().set("cardMerchantId", before);
        stage().advance(3700);
        charge();
        assertEquals("RETRY_LATER", state(attempt));
        assertEquals(1, stage().count("SmsEvent", "eventKind", "PAYMENT_FAILED", "referenceId", attempt.get("attemptId")));
    }

    @Test
    void anApprovedChargeThatIsNotBookedIsListedUntilItIs() throws Exception {
        StartOutcome outcome = start(token(), MethodType.CARD, PaymentOrder.Choice.all(new BigDecimal("100.00")));
        PaymentProcessor dying = new PaymentProcessor(stage().delegator(), stage().clock(), gateway(), (place, attemptId) -> {
            if (place == Failpoint.Place.AFTER_APPROVAL_BEFORE_POSTING) {
                throw new AssertionError("The process ends");
            }
        });
        assertThrows(AssertionError.class, dying::resolveDue);
        GenericValue attempt = attempt(outcome.attemptId());
        assertEquals(List.of(), listed(attempt));
        stage().advance(301);
        assertEquals(List.of("NotPosted"), listed(attempt));
        assertEquals(1, notices("is not booked yet"));
        assertEquals(true, charges().ask(attempt, "admin"));
        assertEquals("POSTED", state(attempt));
        assertEquals(List.of(), listed(attempt));
    }

    /** A charge that the gateway approved in part and does not give back. */
    private GenericValue partly() throws Exception {
        gateway().willAnswer(FakeGateway.approved("60.00"));
        GenericValue attempt = pay(MethodType.CARD);
        for (int i = 0; i < 3; i++) {
            stage().advance(301);
            charge();
        }
        assertEquals("PARTIAL", state(attempt));
        assertEquals(3, gateway().voids());
        return attempt(attempt.getString("attemptId"));
    }

    /** A charge about which the gateway stays silent until the component has tried everything. */
    private GenericValue silent() throws Exception {
        gateway().willAnswer(new ChargeResult.NoAnswer("timed out"));
        GenericValue attempt = pay(MethodType.CARD);
        for (int i = 0; i < 7; i++) {
            stage().advance(301);
            charge();
        }
        assertEquals("UNKNOWN", state(attempt));
        assertEquals(3, gateway().voids());
        return attempt(attempt.getString("attemptId"));
    }

    /** @return why the attempt is in the list of what needs a person; empty when it is not */
    private List<Object> listed(GenericValue attempt) throws GenericEntityException {
        return new UnclearChargeList(stage().delegator(), new AttemptResolution(stage().delegator(), stage().clock(), gateway()),
                new PaymentWords(Locale.US, ZoneOffset.UTC), stage().now()).list(List.of(stage().organization()), Set.of(stage().organization()))
                .stream().filter(row -> attempt.get("attemptId").equals(row.get("attemptId"))).map(row -> row.get("kind")).toList();
    }

    /** @return how many notices on the page of the invoice say that and lead to the list */
    private long notices(String words) throws GenericEntityException {
        return PaymentNotices.read(stage().delegator(), invoiceId(), Locale.US, ZoneOffset.UTC).stream()
                .filter(notice -> String.valueOf(notice.get("text")).contains(words) && Boolean.TRUE.equals(notice.get("unclear"))).count();
    }

    private Outcome decide(GenericValue attempt, Word word) throws GenericEntityException {
        return charges().decide(attempt(attempt.getString("attemptId")), new ChargeDecision(word, "", "Seen there", "admin"));
    }

    private UnclearCharges charges() {
        return new UnclearCharges(stage().delegator(), stage().clock(), gateway());
    }

    private Outcome charged(GenericValue attempt, String reference) throws GenericEntityException {
        return charges().decide(attempt(attempt.getString("attemptId")), new ChargeDecision(Word.CHARGED, reference, "Seen there", "admin"));
    }

    private Outcome notCharged(GenericValue attempt) throws GenericEntityException {
        return charges().decide(attempt(attempt.getString("attemptId")), new ChargeDecision(Word.NOT_CHARGED, "", "Not there", "admin"));
    }
}
