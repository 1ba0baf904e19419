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
import org.apache.ofbiz.entity.util.EntityQuery;

/** The main job: a clerk sends an invoice, the customer opens the link and pays, the invoice is paid at once, and all of it is on record. */
final class TextToPay implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        String organization = stage.data().connectedOrganization("Main Job Ltd", administrator);
        stage.data().employ(organization, clerk);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Main Customer", number);
        String invoiceId = stage.data().invoice(organization, customer, "123.45");

        Map<String, Object> dialog = Sending.dialog(stage, clerk, invoiceId);
        Expect.equal(number, dialog.get("contactNumber"), "To is filled with the billing number");
        Expect.equal(Boolean.TRUE, dialog.get("canSend"), "may be sent: " + dialog.get("whyNot"));
        Expect.contains("$123.45", String.valueOf(dialog.get("message")), "the message as it will be sent");
        Object messageId = Sending.send(stage, clerk, invoiceId, number).get("messageId");
        Expect.equal("Invoice SMS sent successfully", Sending.outcome(stage, clerk, messageId).get("text"), "words for the clerk");

        String text = stage.outside().text(number, 1);
        String token = OutsideWorldClient.tokenIn(text);
        Expect.contains("Pay here: " + StageData.PUBLIC_BASE + "/pay/control/p/" + token, text, "text on the phone");
        Expect.equal(String.valueOf(dialog.get("message")).length(), text.length(), "length of what was shown and of what was sent");
        Expect.equal("PAYABLE", Paying.state(stage, token), "page of the link");
        Paying.pay(stage, token, Paying.CARD, "123.45");

        Expect.soon("invoice paid", () -> stage.now("Invoice", "statusId", "invoiceId", invoiceId), "INVOICE_PAID"::equals);
        Expect.equal("PAID", Paying.state(stage, token), "page of the link after paying");
        List<GenericValue> applications = EntityQuery.use(stage.delegator()).from("PaymentApplication").where("invoiceId", invoiceId).queryList();
        Expect.equal(1, applications.size(), "payments of the invoice");
        Expect.equal(new BigDecimal("123.45"), applications.get(0).getBigDecimal("amountApplied"), "amount applied");
        GenericValue payment = stage.find("Payment", "paymentId", applications.get(0).getString("paymentId"));
        Expect.equal("PMNT_RECEIVED", payment.getString("statusId"), "status of the payment");
        Expect.equal(customer, payment.getString("partyIdFrom"), "payer");
        List<Object> kinds = auditKinds(stage, clerk, invoiceId);
        for (String kind : List.of("SMS_QUEUED", "SMS_SENT", "LINK_OPENED", "PAYMENT_STARTED", "PAYMENT_APPROVED")) {
            Expect.isTrue(kinds.contains(kind), kind + " is in the audit history " + kinds);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Object> auditKinds(Stage stage, GenericValue clerk, String invoiceId) throws Exception {
        Map<String, Object> overview = (Map<String, Object>) stage.call(clerk, "getInvoiceSmsOverview", "invoiceId", invoiceId).get("overview");
        return ((List<Map<String, Object>>) overview.get("audit")).stream().map(row -> row.get("auditKind")).toList();
    }
}
