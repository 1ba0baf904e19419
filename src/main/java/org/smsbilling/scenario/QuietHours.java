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

import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/** Outside the recipient's hours a clerk's text waits, says when it will leave, and is re-checked then. */
final class QuietHours implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Quiet Hours Ltd", administrator);
        String wanted = stage.data().mobile();
        String stopped = stage.data().mobile();
        String paidNumber = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Wanted", wanted), "31.00");
        String stoppedInvoice = stage.data().invoice(organization, stage.data().customer("Stopped", stopped), "32.00");
        String paidInvoice = stage.data().invoice(organization, stage.data().customer("Paid", paidNumber), "33.00");
        stage.clockToHour(22);

        Object waiting = Sending.send(stage, administrator, invoiceId, wanted).get("messageId");
        Object toStopped = Sending.send(stage, administrator, stoppedInvoice, stopped).get("messageId");
        Object ofPaid = Sending.send(stage, administrator, paidInvoice, paidNumber).get("messageId");
        Map<String, Object> outcome = Sending.outcome(stage, administrator, waiting);
        Expect.equal("QUEUED", outcome.get("messageStatus"), "status at night");
        Expect.contains("8:00", String.valueOf(outcome.get("text")), "words for the clerk");
        Expect.equal(0, stage.outside().texts(wanted).size(), "texts at night");

        stage.call(administrator, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", stopped, "consentState", "OPTED_OUT",
                "consentSource", "CLERK", "evidence", "said stop");
        stage.call(stage.data().system(), "setInvoiceStatus", "invoiceId", paidInvoice, "statusId", "INVOICE_CANCELLED");
        stage.clockToHour(9);

        Expect.contains("31.00", stage.outside().text(wanted, 1), "the text in the morning");
        Expect.soon("opted out in between", () -> Sending.status(stage, toStopped), "CANCELLED"::equals);
        Expect.soon("cancelled in between", () -> Sending.status(stage, ofPaid), "CANCELLED"::equals);
        Expect.equal(0, stage.outside().texts(stopped).size(), "texts to who opted out");
        Expect.equal(0, stage.outside().texts(paidNumber).size(), "texts for the cancelled invoice");
    }
}
