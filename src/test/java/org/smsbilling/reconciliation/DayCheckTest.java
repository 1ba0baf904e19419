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
package org.smsbilling.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.payment.PayingCase;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.ChargeResult;
import org.smsbilling.provider.ReturnedCharge;
import org.smsbilling.provider.ReversalResult;
import org.smsbilling.provider.SettledCharge;
import org.smsbilling.provider.SettlementReport.Status;

/** Each kind of difference between gateway and OFBiz, one payment of 100.00 a day. */
class DayCheckTest extends PayingCase {

    private LocalDate day;
    private GenericValue attempt;

    @BeforeEach
    void aDayOfItsOwn() throws Exception {
        stage().advance(Duration.ofDays(1).toSeconds());
        day = LocalDate.ofInstant(stage().now(), ZoneId.of("America/New_York"));
    }

    @Test
    void whatTheGatewaySettledAndOfbizHasBalances() throws Exception {
        pay();
        gateway().settles(day, row("100.00", true));
        DayResult result = check();
        assertEquals("BALANCED", result.outcome());
        assertEquals(List.of(), result.differences());
        assertEquals(1, result.gatewayCount());
        assertTotals("100.00", "100.00", result);
    }

    @Test
    void currenciesAreNeverAddedTogether() throws Exception {
        pay();
        String yen = stage().link(List.of(stage().invoice("5000", "JPY")));
        GenericValue other = pay(yen, "5000");
        gateway().settles(day, row("100.00", true), new SettledCharge(other.getString("gatewayReference"), other.getString("orderId"),
                new BigDecimal("5000"), true), new SettledCharge("REFLOST", "SABCDEFGHJKLMNPQRSU", new BigDecimal("7.50"), true));
        OrganizationSettings settings = OrganizationSettingsReader.read(stage().delegator(), stage().organization()).orElseThrow();
        Reconciliation reconciliation = new Reconciliation(stage().delegator(), stage().clock(), gateway());
        reconciliation.check(settings, day);
        reconciliation.check(settings, day);
        Map<String, Object> shown = new ReconciliationView(stage().delegator(), stage().organization(), Locale.US, settings.zoneId()).day(day
                .toString());
        assertEquals(List.of(Map.of("gatewayText", "\u00a55,000", "ofbizText", "\u00a55,000", "gatewayCount", 1L),
                Map.of("gatewayText", "7.5", "ofbizText", "0", "gatewayCount", 1L),
                Map.of("gatewayText", "$100.00", "ofbizText", "$100.00", "gatewayCount", 1L)), shown.get("totals"));
        assertEquals(3L, shown.get("gatewayCount"));
    }

    @Test
    void whatOthersSettleUnderTheAccountIsCountedOnly() throws Exception {
        gateway().settles(day, new SettledCharge("TERMINAL1", "4711", new BigDecimal("8.50"), true), new SettledCharge("TERMINAL2", "",
                new BigDecimal("3.00"), false));
        DayResult result = check();
        assertEquals("BALANCED", result.outcome());
        assertEquals(2, result.otherCount());
        assertTotals("0", "0", result);
    }

    @Test
    void anOrderOfOursThatOfbizDoesNotKnowIsMissingInOfbiz() throws Exception {
        gateway().settles(day, new SettledCharge("REFLOST", "SABCDEFGHJKLMNPQRST", new BigDecimal("55.00"), true));
        DayResult result = check();
        assertDifference("NOT_IN_OFBIZ", "55.00", null, result);
        assertTotals("55.00", "0", result);
    }

    @Test
    void aSettledChargeThatWasNotPostedIsMissingInOfbiz() throws Exception {
        gateway().willAnswer(new ChargeResult.NoAnswer("timed out"));
        attempt = pay(MethodType.CARD);
        gateway().settles(day, new SettledCharge("REFX", attempt.getString("orderId"), new BigDecimal("100.00"), true));
        assertDifference("NOT_IN_OFBIZ", "100.00", "0", check());
        forget();
    }

    @Test
    void anOutcomeThatNobodyKnowsIsListed() throws Exception {
        gateway().willAnswer(new ChargeResult.NoAnswer("timed out"));
        attempt = pay(MethodType.CARD);
        assertDifference("OUTCOME_UNKNOWN", null, "0", check());
        forget();
    }

    @Test
    void aPartThatDidNotGoBackIsListedWhetherItIsSettledOrNot() throws Exception {
        gateway().willAnswer(new ChargeResult.Approved("REFPART", new BigDecimal("60.00"), "000", "Approval"));
        attempt = pay(MethodType.CARD);
        assertDifference("PART_NOT_GIVEN_BACK", "60.00", "0", check());
        gateway().settles(day, new SettledCharge("REFPART", attempt.getString("orderId"), new BigDecimal("60.00"), true));
        assertDifference("PART_NOT_GIVEN_BACK", "60.00", "0", check());
        forget();
    }

    @Test
    void aChargeOfAnotherMerchantAccountIsNotAskedAbout() throws Exception {
        pay();
        stage().delegator().storeByCondition("SmsPaymentAttempt", Map.of("merchantAccount", "fts/999999999999"),
                EntityCondition.makeCondition("attemptId", attempt.getString("attemptId")));
        gateway().says(Status.NOT_FOUND);
        DayResult result = check();
        assertEquals(List.of(), result.differences());
        assertEquals("INCOMPLETE", result.outcome());
    }

    @Test
    void anotherAmountAtTheGatewayIsListed() throws Exception {
        pay();
        gateway().settles(day, row("99.00", true));
        assertDifference("AMOUNT_DIFFERS", "99.00", "100.00", check());
    }

    @Test
    void anAmountThatSomebodyChangedInOfbizIsListed() throws Exception {
        pay();
        stage().delegator().storeByCondition("Payment", Map.of("amount", new BigDecimal("90.00")),
                EntityCondition.makeCondition("paymentId", paymentId(attempt)));
        gateway().settles(day, row("100.00", true));
        DayResult result = check();
        assertDifference("AMOUNT_DIFFERS", "100.00", "90.00", result);
        assertTotals("100.00", "90.00", result);
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND, NOT_AT_GATEWAY,", "VOIDED, VOIDED_AT_GATEWAY, 0", "REJECTED, REJECTED, 100.00"})
    void whatTheGatewaySaysOfAChargeThatItDidNotSettleIsListed(Status status, String kind, String gatewayAmount) throws Exception {
        pay();
        gateway().says(status);
        assertDifference(kind, gatewayAmount, "100.00", check());
    }

    @Test
    void aChargeWaitsThreeDaysToBeSettledAndIsListedThen() throws Exception {
        pay();
        DayResult young = check();
        assertEquals("BALANCED", young.outcome());
        assertEquals(1, young.waitingCount());
        stage().advance(Duration.ofDays(4).toSeconds());
        assertDifference("NOT_SETTLED", "100.00", "100.00", check());
    }

    @Test
    void aChargeThatTheBanksRefuseAtSettlementIsListed() throws Exception {
        pay();
        gateway().settles(day, row("100.00", false));
        DayResult result = check();
        assertDifference("REJECTED", "100.00", "100.00", result);
        assertTotals("0", "0", result);
    }

    @Test
    void aSecondChargeUnderTheSameOrderIsListedOnce() throws Exception {
        pay();
        gateway().settles(day, row("100.00", true), new SettledCharge("TWICE", attempt.getString("orderId"), new BigDecimal("100.00"), true));
        DayResult result = check();
        assertDifference("DUPLICATE", "100.00", null, result);
        assertEquals("TWICE", result.differences().get(0).reference());
        assertTotals("200.00", "100.00", result);
    }

    @Test
    void theSameRowInTwoBatchesIsADuplicateAsWell() throws Exception {
        pay();
        gateway().settles(day, row("100.00", true), row("100.00", true));
        assertDifference("DUPLICATE", "100.00", null, check());
    }

    @Test
    void aReferenceThatTheGatewayUsedBeforeMatchesNothing() throws Exception {
        pay();
        gateway().settles(day, row("100.00", true), new SettledCharge(attempt.getString("gatewayReference"), "SZZZZZZZZZZZZZZZZZZ",
                new BigDecimal("5.00"), true));
        assertDifference("NOT_IN_OFBIZ", "5.00", null, check());
    }

    @Test
    void aPaymentThatIsVoidInOfbizAloneIsListed() throws Exception {
        pay();
        stage().stage().call(stage().stage().data().system(), "voidPayment", "paymentId", paymentId(attempt));
        gateway().settles(day, row("100.00", true));
        DayResult result = check();
        assertDifference("VOIDED_IN_OFBIZ", "100.00", "0", result);
        assertTotals("100.00", "0", result);
    }

    @Test
    void aReturnIsBookedAndBalances() throws Exception {
        attempt = pay(MethodType.CHECKING);
        gateway().returns(new ReturnedCharge(attempt.getString("gatewayReference"), attempt.getString("orderId"), "R02"));
        DayResult result = check();
        assertEquals(List.of(), result.differences());
        assertEquals("RETURNED", state(attempt));
        assertEquals("R02", attempt(attempt.getString("attemptId")).getString("returnCode"));
        assertOpen("100.00", invoiceId());
    }

    @Test
    void aReturnThatOfbizDoesNotBookIsListedOnItsDay() throws Exception {
        attempt = pay(MethodType.CHECKING);
        stage().stage().call(stage().stage().data().system(), "setPaymentStatus", "paymentId", paymentId(attempt), "statusId", "PMNT_CONFIRMED");
        gateway().returns(new ReturnedCharge(attempt.getString("gatewayReference"), attempt.getString("orderId"), "R01"));
        for (int time = 0; time < 2; time++) {
            assertDifference("RETURN_NOT_BOOKED", "0", "100.00", check());
        }
    }

    @Test
    void aReturnOfWhatWasRefundedIsListed() throws Exception {
        attempt = pay(MethodType.CHECKING);
        stage().delegator().storeByCondition("SmsPaymentAttempt", Map.of("attemptState", "SETTLED"),
                EntityCondition.makeCondition("attemptId", attempt.getString("attemptId")));
        refund(paymentId(attempt), "100.00");
        assertEquals("REFUNDED", state(attempt));
        gateway().returns(new ReturnedCharge(attempt.getString("gatewayReference"), attempt.getString("orderId"), "R10"));
        DayResult result = check();
        assertEquals(List.of("RETURNED_AFTER_REFUND"), result.differences().stream().map(each -> each.kind().name())
                .filter(kind -> kind.startsWith("RETURN")).toList());
    }

    @Test
    void aRefundThatBothSidesHaveBalances() throws Exception {
        pay();
        GenericValue refund = refunded("30.00");
        gateway().settles(day, row("100.00", true), refundRow(refund, "30.00", true));
        DayResult result = check();
        assertEquals(List.of(), result.differences());
        assertTotals("70.00", "70.00", result);
    }

    @Test
    void aRefundOfAnotherAmountIsListed() throws Exception {
        pay();
        GenericValue refund = refunded("30.00");
        gateway().settles(day, row("100.00", true), refundRow(refund, "31.00", true));
        assertDifference("AMOUNT_DIFFERS", "-31.00", "-30.00", check());
    }

    @Test
    void aRefundWhosePaymentIsVoidInOfbizIsNotBooked() throws Exception {
        pay();
        GenericValue refund = refunded("30.00");
        stage().delegator().storeByCondition("Payment", Map.of("statusId", "PMNT_VOID"),
                EntityCondition.makeCondition("paymentId", refund.getString("refundPaymentId")));
        gateway().settles(day, row("100.00", true), refundRow(refund, "30.00", true));
        assertDifference("REFUND_NOT_BOOKED", "-30.00", "0", check());
    }

    @Test
    void aRefundThatTheGatewayDoesNotKnowIsListed() throws Exception {
        pay();
        refunded("30.00");
        gateway().settles(day, row("100.00", true));
        gateway().willSayWhenAsked(new ChargeResult.NotFound());
        assertDifference("REFUND_NOT_AT_GATEWAY", null, "-30.00", check());
        gateway().willSayWhenAsked(new ChargeResult.NotFound());
        new Reconciliation(stage().delegator(), stage().clock(), gateway())
                .check(OrganizationSettingsReader.read(stage().delegator(), stage().organization()).orElseThrow(), day);
        assertEquals(1, stage().count("SmsReconciliationDiff", "reconciledDay", day.toString(), "differenceKind", "REFUND_NOT_AT_GATEWAY"));
    }

    @Test
    void aRefundThatTheBanksDidNotTakeIsListed() throws Exception {
        pay();
        GenericValue refund = refunded("30.00");
        gateway().settles(day, row("100.00", true), refundRow(refund, "30.00", false));
        assertDifference("REFUND_REJECTED", "-30.00", "-30.00", check());
    }

    @Test
    void aRefundWithoutAnAnswerIsListedUntilItIsKnown() throws Exception {
        pay();
        gateway().willReverse(new ReversalResult.NoAnswer("timed out"));
        refunded("30.00");
        gateway().settles(day, row("100.00", true));
        assertDifference("OUTCOME_UNKNOWN", null, "0", check());
        stage().delegator().storeByCondition("SmsPaymentReversal", Map.of("reversalState", "REFUSED"),
                EntityCondition.makeCondition("attemptId", attempt.getString("attemptId")));
    }

    @Test
    void aSilentGatewayLeavesTheDayIncomplete() throws Exception {
        pay();
        gateway().isSilentAboutDays();
        gateway().says(Status.NO_ANSWER);
        DayResult result = check();
        assertEquals("INCOMPLETE", result.outcome());
        assertEquals(List.of(), result.differences());
    }

    private void pay() throws Exception {
        attempt = pay(MethodType.CARD);
    }

    private GenericValue refunded(String amount) throws Exception {
        return stage().stage().find("SmsPaymentReversal", "reversalId", refund(paymentId(attempt), amount));
    }

    private SettledCharge row(String amount, boolean accepted) {
        return new SettledCharge(attempt.getString("gatewayReference"), attempt.getString("orderId"), new BigDecimal(amount), accepted);
    }

    private static SettledCharge refundRow(GenericValue refund, String amount, boolean accepted) {
        return new SettledCharge(refund.getString("gatewayReference"), refund.getString("orderId"), new BigDecimal(amount), accepted);
    }

    private DayResult check() throws Exception {
        return new DayCheck(stage().delegator(), stage().clock(), gateway(),
                OrganizationSettingsReader.read(stage().delegator(), stage().organization()).orElseThrow(), day).check();
    }

    /** No later test finds it under way. */
    private void forget() throws Exception {
        stage().delegator().storeByCondition("SmsPaymentAttempt", Map.of("attemptState", "DECLINED"),
                EntityCondition.makeCondition("attemptId", attempt.getString("attemptId")));
    }

    private static void assertDifference(String kind, String gateway, String ofbiz, DayResult result) {
        assertEquals(List.of(kind), result.differences().stream().map(difference -> difference.kind().name()).toList());
        assertAmount(gateway, result.differences().get(0).gatewayAmount());
        assertAmount(ofbiz, result.differences().get(0).ofbizAmount());
        assertEquals("DIFFERENCES", result.outcome());
    }

    private static void assertTotals(String gateway, String ofbiz, DayResult result) {
        DayTotal total = result.totals().isEmpty() ? DayTotal.none("USD") : result.totals().get(0);
        assertEquals(true, result.totals().size() <= 1);
        assertAmount(gateway, total.gateway());
        assertAmount(ofbiz, total.ofbiz());
    }

    private static void assertAmount(String expected, BigDecimal actual) {
        if (expected == null) {
            assertNull(actual);
        } else {
            assertEquals(0, new BigDecimal(expected).compareTo(actual), expected + " and not " + actual);
        }
    }
}
