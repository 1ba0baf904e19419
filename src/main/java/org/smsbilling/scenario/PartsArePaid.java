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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.PreparedLink;

/** One link, two invoices: one of them, a lower amount, a part that a card covers; then the rest. */
final class PartsArePaid implements Scenario {

    private static final String PARTIAL_CARD = "4387750101010101";

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Parts Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "partialPaymentAllowed", "Y",
                "partialPaymentMinimum", "10", "partialApproval", "APPLY");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Parts", number);
        String first = stage.data().invoice(organization, customer, "40.00");
        String second = stage.data().invoice(organization, customer, "60.00");
        PreparedLink link = PayLinks.prepare(stage.delegator(), OrganizationSettingsReader.read(stage.delegator(), organization).orElseThrow(),
                "PARTS-" + first, customer, number, List.of(first, second), stage.component().clock().instant());
        String token = link.url().substring(link.url().lastIndexOf('/') + 1);

        Map<String, Object> quote = quote(stage, token, second, "25,50");
        Expect.equal("60", quote.get("due"), "open on the chosen invoice");
        Expect.equal("25.5", quote.get("amount"), "amount typed with a comma");
        Expect.equal("Pay $25.50", quote.get("buttonText"), "button");
        Expect.contains("at least $10.00", String.valueOf(quote(stage, token, second, "9.99").get("problem")), "less than the least amount");
        pay(stage, token, Paying.CARD, second, "60.00", "25.50");
        open(stage, second, "34.50");
        open(stage, first, "40.00");

        Map<String, Object> part = pay(stage, token, PARTIAL_CARD, first, "40.00", "40.00");
        Expect.equal("PART_PAID", part.get("step"), "a card that covers 5.00");
        open(stage, first, "35.00");
        pay(stage, token, Paying.CARD, "", "69.50", "69.50");
        open(stage, first, "0.00");
        open(stage, second, "0.00");
        Expect.equal("INVOICE_PAID", stage.now("Invoice", "statusId", "invoiceId", first), "first invoice");
        Expect.equal("PAID", Paying.state(stage, token), "link in the end");
    }

    private static Map<String, Object> pay(Stage stage, String token, String card, String invoiceIds, String due, String amount) throws Exception {
        Map<?, ?> started = (Map<?, ?>) stage.callPublic("startSmsPayment", "token", token, "methodType", "CARD", "accountToken",
                stage.outside().accountToken(card), "accountExpiry", "1230", "payerName", "Pat Payer", "postalCode", "10004",
                "amount", new BigDecimal(amount), "dueAmount", new BigDecimal(due), "invoiceIds", invoiceIds, "authorized", "Y",
                "remoteAddress", "192.0.2.77", "userAgent", "Mozilla/5.0 (iPhone)").get("outcome");
        Expect.equal(Boolean.TRUE, started.get("accepted"), "payment started: " + started.get("text"));
        Map<String, Object> end = Paying.finished(stage, token, started.get("attemptId"));
        Expect.soon("posted", () -> stage.now("SmsPaymentAttempt", "attemptState", "attemptId", started.get("attemptId")), "POSTED"::equals);
        return end;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> quote(Stage stage, String token, String invoiceIds, String typed) throws Exception {
        return (Map<String, Object>) stage.callPublic("quoteSmsPayment", "token", token, "invoiceIds", invoiceIds, "typedAmount", typed,
                "localeString", "en-US").get("outcome");
    }

    private static void open(Stage stage, String invoiceId, String amount) throws Exception {
        Expect.equal(new BigDecimal(amount), InvoiceFactsReader.read(stage.delegator(), List.of(invoiceId)).get(invoiceId).outstanding(),
                "open on " + invoiceId);
    }
}
