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
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * An invoice dated longer ago than the setting allows, such as an imported one, is not texted by itself, and the reason is recorded. What OFBiz's
 * recurring job copies has the old date as well, and is texted when it is made ready.
 */
final class OldImportIsNotAnnounced implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Importing Ltd", administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "invoiceTrigger", "INVOICE_READY",
                "invoiceMaxAgeDays", "3");
        String number = stage.data().mobile();
        String customer = stage.data().customer("Imported", number);
        Instant now = stage.component().clock().instant();

        String old = invoice(stage, organization, customer, now.minus(Duration.ofDays(4)));
        Happening.outcome(stage, old, "TOO_OLD");
        String recent = invoice(stage, organization, customer, now.minus(Duration.ofDays(3)));
        Expect.contains(recent, stage.outside().text(number, 1), "text about the younger one");
        Expect.equal(1, stage.outside().texts(number).size(), "texts");

        String copy = recurring(stage, old, now);
        ready(stage, copy);
        Expect.contains(copy, stage.outside().text(number, 2), "text about the recurring copy");
        Expect.equal(2, stage.outside().texts(number).size(), "texts");
    }

    /** The invoice recurs, and its time has come. @return the copy */
    private static String recurring(Stage stage, String invoiceId, Instant now) throws Exception {
        String recurrence = stage.delegator().getNextSeqId("RecurrenceInfo");
        stage.delegator().create("RecurrenceInfo", "recurrenceInfoId", recurrence, "startDateTime", Timestamp.from(now));
        GenericValue invoice = stage.find("Invoice", "invoiceId", invoiceId);
        invoice.set("recurrenceInfoId", recurrence);
        invoice.store();
        stage.call(stage.data().system(), "autoGenerateInvoiceFromExistingInvoice", "recurrenceInfoId", recurrence);
        return EntityQuery.use(stage.delegator()).from("Invoice").where("recurrenceInfoId", recurrence).queryList().stream()
                .map(copy -> copy.getString("invoiceId")).filter(id -> !id.equals(invoiceId)).findFirst().orElseThrow();
    }

    private static String invoice(Stage stage, String organization, String customer, Instant date) throws Exception {
        GenericValue system = stage.data().system();
        String invoiceId = (String) stage.call(system, "createInvoice", "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization,
                "partyId", customer, "statusId", "INVOICE_IN_PROCESS", "invoiceDate", Timestamp.from(date), "currencyUomId", "USD").get("invoiceId");
        stage.call(system, "createInvoiceItem", "invoiceId", invoiceId, "invoiceItemTypeId", "INV_FPROD_ITEM", "quantity", BigDecimal.ONE,
                "amount", new BigDecimal("72.00"));
        ready(stage, invoiceId);
        return invoiceId;
    }

    private static void ready(Stage stage, String invoiceId) throws Exception {
        stage.call(stage.data().system(), "setInvoiceStatus", "invoiceId", invoiceId, "statusId", "INVOICE_READY");
    }
}
