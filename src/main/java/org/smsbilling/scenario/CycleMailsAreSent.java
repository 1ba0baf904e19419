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
import java.util.Set;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Steps by e-mail when an invoice is billed and when it is paid: OFBiz's mail service gets each once, and nothing is texted in its place. An OFBiz
 * that is set up to send no mail says so, and that is kept. OFBiz's mail service runs expressions: what the customer's name holds is not run.
 */
final class CycleMailsAreSent implements Scenario {

    private static final String RAN = "smsbilling.scenario.mail.ran";
    private static final Set<String> DONE = Set.of("EMAIL_SENT", "EMAIL_SWITCHED_OFF");

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("By Mail Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "receiptManual", "AUTOMATIC");
        String cycleId = (String) stage.call(administrator, "createSmsCollectionCycle", "organizationPartyId", organization, "cycleName", "By mail")
                .get("cycleId");
        step(stage, administrator, cycleId, "BILLING", "NEW_INVOICE");
        step(stage, administrator, cycleId, "PAYMENT", "RECEIPT");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Mailed ${groovy: System.setProperty('" + RAN + "', 'yes')}", number);
        stage.data().email(customer, "mailed@example.com");

        String invoiceId = stage.data().invoice(organization, customer, "64.00");
        String billed = Expect.soon("the e-mail of the invoice", () -> outcome(stage, invoiceId, "INVOICE"), DONE::contains);
        String paymentId = Happening.payment(stage, customer, organization, "64.00", invoiceId);
        stage.advanceClock(Duration.ofSeconds(6));
        Expect.soon("the e-mail of the payment", () -> outcome(stage, invoiceId, "RECEIPT"), billed::equals);
        boolean sent = "EMAIL_SENT".equals(billed);
        Expect.equal(sent ? 2L : 0L, EntityQuery.use(stage.delegator()).from("SmsMailCopy").where("customerPartyId", customer).queryCount(),
                "copies whose words go after the set time");
        for (GenericValue copy : EntityQuery.use(stage.delegator()).from("CommunicationEvent").where("partyIdTo", customer).queryList()) {
            Expect.isTrue(!copy.getString("content").matches("(?s).*/pay/control/p/[A-Za-z0-9_-]{22}.*"), "no copy has a working link");
        }
        anAddressThatTheServerRefuses(stage, organization, sent ? "EMAIL_FAILED" : billed);
        Expect.equal(null, System.getProperty(RAN), "what the customer's name did when it was mailed");
        Expect.equal(List.of(), stage.outside().texts(number), "texts in place of e-mails of payment " + paymentId);
    }

    /** OFBiz takes it for a success unless it is told not to mail the sender about it. */
    private static void anAddressThatTheServerRefuses(Stage stage, String organization, String outcome) throws Exception {
        String customer = stage.data().customer("Moved Away", stage.data().mobile());
        stage.data().email(customer, "nobody@unknown.invalid");
        String invoiceId = stage.data().invoice(organization, customer, "65.00");
        Expect.soon("the e-mail that is refused", () -> outcome(stage, invoiceId, "INVOICE"), outcome::equals);
    }

    private static void step(Stage stage, GenericValue administrator, String cycleId, String anchor, String type) throws Exception {
        stage.call(administrator, "saveSmsCollectionStep", "cycleId", cycleId, "stepAnchor", anchor, "communication", "EMAIL", "messageType", type);
    }

    private static String outcome(Stage stage, String invoiceId, String stepId) throws Exception {
        GenericValue run = EntityQuery.use(stage.delegator()).from("SmsStepRun").where("invoiceId", invoiceId, "stepId", stepId).queryFirst();
        return run == null ? "" : run.getString("outcome");
    }
}
