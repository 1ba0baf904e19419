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
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** A person ends charges of which the gateway never tells: nobody without the permission, each once, with a reason. */
final class UnclearChargeIsDecided implements Scenario {

    private static final String SERVICE = "decideUnclearSmsPayment";
    private static final String PARTIAL_CARD = "4387750101010101";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Never Told Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Untold", number);
        String there = stage.data().invoice(organization, customer, "83.00");
        String missing = stage.data().invoice(organization, customer, "84.00");
        String thereToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, there, number));
        String missingToken = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, missing, number));
        String charged = silent(stage, thereToken, "DROP_AFTER", "83.00");
        stage.refused(administrator, SERVICE, "attemptId", charged, "decision", "NOT_CHARGED", "reason", "Not there", "confirmed", "Y");
        askedInVain(stage, charged);
        String lost = silent(stage, missingToken, "DROP_BEFORE", "84.00");
        askedInVain(stage, lost);
        Expect.isTrue(listed(stage, administrator).containsAll(List.of(charged, lost)), "both are listed");
        onlyAdministratorsOfTheOrganization(stage, organization, charged);

        stage.call(administrator, SERVICE, "attemptId", charged, "decision", "ASK");
        Expect.equal("UNKNOWN", state(stage, charged), "after asking in vain");
        String reference = String.valueOf(stage.outside().transactions(orderId(stage, charged)).get(0).path("retref").asText());
        stage.refused(administrator, SERVICE, "attemptId", charged, "decision", "CHARGED", "gatewayReference", reference, "reason", "",
                "confirmed", "Y");
        stage.refused(administrator, SERVICE, "attemptId", charged, "decision", "CHARGED", "gatewayReference", reference, "reason", "Seen");
        stage.refused(administrator, SERVICE, "attemptId", charged, "decision", "CHARGED", "gatewayReference", "999999999999", "reason", "Seen",
                "confirmed", "Y");
        stage.call(administrator, SERVICE, "attemptId", charged, "decision", "CHARGED", "gatewayReference", reference, "reason", "Seen in CardPointe",
                "confirmed", "Y");
        Expect.soon("posted", () -> state(stage, charged), "POSTED"::equals);
        Expect.equal("INVOICE_PAID", stage.now("Invoice", "statusId", "invoiceId", there), "the invoice that was charged");
        Expect.equal(1L, EntityQuery.use(stage.delegator()).from("PaymentApplication").where("invoiceId", there).queryCount(), "its payments");
        Expect.equal("Y", stage.now("SmsAttemptDecision", "gatewayConfirmed", "attemptId", charged), "the gateway knew the reference");

        stage.call(administrator, SERVICE, "attemptId", lost, "decision", "NOT_CHARGED", "reason", "CardPointe has nothing", "confirmed", "Y");
        Expect.equal("DECLINED", state(stage, lost), "a charge that never was");
        Expect.equal("PAYABLE", Paying.state(stage, missingToken), "its page");
        Expect.equal(administrator.get("userLoginId"), stage.now("SmsAttemptDecision", "userLoginId", "attemptId", lost), "who decided");
        stage.refused(administrator, SERVICE, "attemptId", lost, "decision", "CHARGED", "gatewayReference", "1", "reason", "No", "confirmed", "Y");
        stage.outside().clearFaults();
        Paying.pay(stage, missingToken, Paying.CARD, "84.00");
        aPartThatDoesNotGoBackIsKept(stage, administrator, organization, customer, number);
        stage.outside().clearFaults();
    }

    private static void aPartThatDoesNotGoBackIsKept(Stage stage, GenericValue administrator, String organization, String customer, String number)
            throws Exception {
        String invoiceId = stage.data().invoice(organization, customer, "85.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/voidByOrderId", 1_000);
        String attemptId = String.valueOf(Paying.tap(stage, token, PARTIAL_CARD, "85.00").get("attemptId"));
        askedInVain(stage, attemptId);
        Expect.equal("PARTIAL", state(stage, attemptId), "a part that does not go back");
        Expect.isTrue(listed(stage, administrator).contains(attemptId), "it is listed");
        stage.refused(administrator, SERVICE, "attemptId", attemptId, "decision", "KEPT", "reason", "Customer agrees");
        stage.refused(administrator, SERVICE, "attemptId", attemptId, "decision", "NOT_CHARGED", "reason", "Wrong", "confirmed", "Y");
        stage.call(administrator, SERVICE, "attemptId", attemptId, "decision", "KEPT", "reason", "Customer agrees", "confirmed", "Y");
        Expect.soon("the part to be posted", () -> state(stage, attemptId), "POSTED"::equals);
        Expect.equal("PAYABLE", Paying.state(stage, token), "the page for the rest");
    }

    private static void onlyAdministratorsOfTheOrganization(Stage stage, String organization, String attemptId) throws Exception {
        GenericValue stranger = stage.data().user("SMSBILLING_ADMIN");
        Expect.isTrue(!listed(stage, stranger).contains(attemptId), "who has nothing to do with the organization does not see it");
        stage.refused(stranger, SERVICE, "attemptId", attemptId, "decision", "ASK");
        GenericValue viewer = stage.data().user("SMSBILLING_VIEWER");
        stage.data().employ(organization, viewer);
        Expect.isTrue(listed(stage, viewer).contains(attemptId), "who may look sees it");
        stage.refused(viewer, SERVICE, "attemptId", attemptId, "decision", "NOT_CHARGED", "reason", "No", "confirmed", "Y");
    }

    /** Pays with a card while the gateway does not answer, and keeps it silent about that order. */
    private static String silent(Stage stage, String token, String fault, String amount) throws Exception {
        stage.outside().fault(fault, "/cardconnect/rest/auth", 1);
        String attemptId = String.valueOf(Paying.tap(stage, token, Paying.CARD, amount).get("attemptId"));
        String orderId = orderId(stage, attemptId);
        stage.outside().fault("DROP_BEFORE", "/cardconnect/rest/inquireByOrderid/" + orderId + "/*", 1_000);
        stage.outside().post("/control/faults", Map.of("kind", "DROP_BEFORE", "path", "/cardconnect/rest/voidByOrderId", "times", 1_000,
                "bodyContains", orderId));
        Expect.soon("outcome unknown", () -> state(stage, attemptId), "UNKNOWN"::equals);
        return attemptId;
    }

    private static void askedInVain(Stage stage, String attemptId) throws Exception {
        Expect.soon("three voids in vain", () -> {
            stage.advanceClock(Duration.ofMinutes(6));
            stage.call(stage.data().system(), "resolveOpenSmsPayments");
            return stage.now("SmsPaymentAttempt", "voids", "attemptId", attemptId);
        }, Long.valueOf(3)::equals);
    }

    private static List<String> listed(Stage stage, GenericValue user) throws Exception {
        List<?> payments = (List<?>) stage.call(user, "findUnclearSmsPayments").get("payments");
        return payments.stream().map(payment -> String.valueOf(((Map<?, ?>) payment).get("attemptId"))).toList();
    }

    private static String orderId(Stage stage, String attemptId) throws Exception {
        return String.valueOf(stage.now("SmsPaymentAttempt", "orderId", "attemptId", attemptId));
    }

    private static Object state(Stage stage, String attemptId) throws Exception {
        return stage.now("SmsPaymentAttempt", "attemptState", "attemptId", attemptId);
    }
}
