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
package org.smsbilling.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;

/** What follows from business events; which database, the subclasses say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EventTests {

    private EventFixture world;

    abstract EventFixture open();

    @BeforeAll
    void start() {
        world = open();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void anInvoiceIsAnnouncedWhenItReachesTheStatusOfTheSettingAndOnlyOnce() throws Exception {
        String organization = world.organization("invoiceTrigger", "INVOICE_APPROVED");
        String invoiceId = world.invoice(organization, world.customer(), "80.00", "INVOICE_IN_PROCESS");
        world.plan();
        assertEquals(List.of(), world.told(invoiceId));
        world.status(invoiceId, "INVOICE_APPROVED");
        world.status(invoiceId, "INVOICE_READY");
        assertEquals(2, world.count("SmsEvent", "invoiceId", invoiceId));
        world.plan();
        SmsEvents.record(world.delegator(), EventKind.INVOICE_STATUS, organization, invoiceId, null, "INVOICE_APPROVED", world.clock().instant());
        world.plan();

        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(invoiceId));
        assertEquals(List.of("PLANNED", "NOT_WANTED", "ALREADY_PLANNED"), world.outcomes(invoiceId));
        GenericValue run = world.find("SmsStepRun", "invoiceId", invoiceId);
        assertEquals("INVOICE 1", run.getString("stepId") + " " + run.getString("occurrence"));
    }

    @Test
    void withoutATriggerNothingIsSaid() throws Exception {
        String invoiceId = world.invoice(world.organization("invoiceTrigger", null), world.customer(), "80.00", "INVOICE_READY");
        world.plan();
        assertEquals(List.of("NOT_WANTED"), world.outcomes(invoiceId));
        assertEquals(0, world.count("SmsStepRun", "invoiceId", invoiceId));
    }

    @Test
    void anOldImportIsNotAnnounced() throws Exception {
        String organization = world.organization();
        for (int days : new int[] {7, 8}) {
            String invoiceId = world.invoice(organization, world.customer(), "80.00", "INVOICE_READY");
            GenericValue invoice = world.find("Invoice", "invoiceId", invoiceId);
            invoice.set("invoiceDate", Timestamp.from(EventFixture.NOON.minus(Duration.ofDays(days))));
            invoice.store();
            world.plan();
            assertEquals(days == 7 ? List.of("PLANNED", "NOTED") : List.of("TOO_OLD", "NOTED"), world.outcomes(invoiceId));
        }
    }

    @Test
    void aRecurringCopyIsAnnouncedAlthoughItKeepsTheDateOfTheFirst() throws Exception {
        String invoiceId = world.invoice(world.organization(), world.customer(), "80.00", "INVOICE_IN_PROCESS");
        GenericValue invoice = world.find("Invoice", "invoiceId", invoiceId);
        invoice.set("invoiceDate", Timestamp.from(EventFixture.NOON.minus(Duration.ofDays(90))));
        world.delegator().create("RecurrenceInfo", "recurrenceInfoId", "MONTHLY");
        invoice.set("recurrenceInfoId", "MONTHLY");
        invoice.store();
        world.status(invoiceId, "INVOICE_READY");
        world.plan();
        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(invoiceId));
    }

    @Test
    void anInvoiceThatIsReadyBeforeItsItemsIsAnnouncedWhenTheyAreThere() throws Exception {
        String organization = world.organization();
        String invoiceId = (String) world.stage().call(world.stage().data().system(), "createInvoice", "invoiceTypeId", "SALES_INVOICE",
                "partyIdFrom", organization, "partyId", world.customer(), "statusId", "INVOICE_READY", "currencyUomId", "USD",
                "invoiceDate", Timestamp.from(world.clock().instant())).get("invoiceId");
        world.plan();
        assertEquals(List.of("INVOICE_NOTHING_OUTSTANDING"), world.outcomes(invoiceId));
        world.delegator().create("InvoiceItem", "invoiceId", invoiceId, "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal("5.00"), "quantity", BigDecimal.ONE);
        world.clock().advance(Duration.ofSeconds(3));
        world.plan();
        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(invoiceId));
    }

    @Test
    void whatAPersonSentIsNotAnnouncedAgain() throws Exception {
        String organization = world.organization("invoiceTrigger", "INVOICE_READY");
        String invoiceId = world.invoice(organization, world.customer(), "80.00", "INVOICE_APPROVED");
        GenericValue message = world.delegator().create("SmsMessage", "messageId", "HAND" + invoiceId, "organizationPartyId", organization,
                "messageStatus", "SENT", "messageType", "NEW_INVOICE", "invoiceId", invoiceId);
        world.delegator().create("SmsStepRun", "organizationPartyId", organization, "invoiceId", invoiceId, "stepId", "SEND", "occurrence", "1",
                "recipient", "-", "messageId", message.getString("messageId"));
        world.status(invoiceId, "INVOICE_READY");
        world.plan();
        assertEquals(List.of("NOT_WANTED", "SENT_BY_HAND"), world.outcomes(invoiceId));
    }

    @Test
    void purchaseInvoicesAndStrangersLeaveNoEvent() throws Exception {
        ActiveOrganizations active = new ActiveOrganizations(System::nanoTime);
        String organization = world.organization();
        active.read(world.delegator());
        String stranger = world.stage().data().organization("Stranger");
        String invoiceId = world.invoice(stranger, world.customer(), "80.00", "INVOICE_IN_PROCESS");
        EventRecorder recorder = new EventRecorder(world.delegator(), active, world.clock().instant());
        recorder.invoiceChange(ready(world.find("Invoice", "invoiceId", invoiceId)));
        recorder.invoiceRemoval(invoiceId, stranger);
        assertEquals(0, world.count("SmsEvent", "invoiceId", invoiceId));

        String own = world.invoice(organization, world.customer(), "80.00", "INVOICE_IN_PROCESS");
        recorder.invoiceChange(ready(world.find("Invoice", "invoiceId", own)));
        assertEquals(1, world.count("SmsEvent", "organizationPartyId", organization, "eventKind", "INVOICE_STATUS"));
    }

    @Test
    void ofAnInvoiceThatNobodyReadBeforeItIsStoredTheDatabaseTellsWhatChanges() throws Exception {
        String invoiceId = world.invoice(world.organization(), world.customer(), "80.00", "INVOICE_READY");
        world.delegator().makeValue("Invoice", "invoiceId", invoiceId, "statusId", "INVOICE_READY", "description", "another").store();
        assertEquals(1, world.count("SmsEvent", "invoiceId", invoiceId));
        world.delegator().makeValue("Invoice", "invoiceId", invoiceId, "statusId", "INVOICE_SENT").store();
        assertEquals(2, world.count("SmsEvent", "invoiceId", invoiceId, "eventKind", "INVOICE_STATUS"));
    }

    @Test
    void anInvoiceThatIsOnlyCopiedIntoTheDatabaseIsNotAnnounced() throws Exception {
        String copied = world.delegator().getNextSeqId("Invoice");
        world.delegator().create("Invoice", "invoiceId", copied, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", world.organization(), "partyId",
                world.customer(), "statusId", "INVOICE_READY", "currencyUomId", "USD", "invoiceDate", Timestamp.from(EventFixture.NOON));
        world.plan();
        assertEquals(List.of("NOTED"), world.outcomes(copied));
    }

    private static GenericValue ready(GenericValue invoice) {
        invoice.set("statusId", "INVOICE_READY");
        return invoice;
    }

    @Test
    void aFaultInTheRecordingFailsNeitherCreatingNorChangingAnInvoice() throws Exception {
        String organization = world.organization();
        String customer = world.customer();
        String invoiceId = world.invoice(organization, customer, "80.00", "INVOICE_IN_PROCESS");
        GenericValue system = world.stage().data().system();
        world.clock().failWith(new IllegalStateException("a bug"));
        try {
            String other = (String) world.stage().call(system, "createInvoice", "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization,
                    "partyId", customer, "statusId", "INVOICE_READY", "currencyUomId", "USD").get("invoiceId");
            world.status(invoiceId, "INVOICE_READY");
            assertNotNull(world.find("Invoice", "invoiceId", other));
            assertEquals("INVOICE_READY", world.find("Invoice", "invoiceId", invoiceId).getString("statusId"));
            assertEquals(0, world.count("SmsEvent", "invoiceId", invoiceId));
        } finally {
            world.clock().failWith(null);
        }
    }

    @Test
    void anEventVanishesWithTheTransactionThatMadeIt() throws Exception {
        String invoiceId = world.invoice(world.organization(), world.customer(), "80.00", "INVOICE_IN_PROCESS");
        TransactionUtil.begin();
        world.status(invoiceId, "INVOICE_READY");
        assertEquals(1, world.count("SmsEvent", "invoiceId", invoiceId));
        TransactionUtil.rollback();
        assertEquals(0, world.count("SmsEvent", "invoiceId", invoiceId));
        assertEquals("INVOICE_IN_PROCESS", world.find("Invoice", "invoiceId", invoiceId).getString("statusId"));
    }

    @Test
    void onlyAChangeOfWhatADueDateDependsOnIsAnEvent() throws Exception {
        String invoiceId = world.invoice(world.organization(), world.customer(), "80.00", "INVOICE_READY");
        assertEquals(1, world.count("SmsEvent", "invoiceId", invoiceId));
        GenericValue invoice = world.find("Invoice", "invoiceId", invoiceId);
        invoice.set("description", "another");
        invoice.store();
        assertEquals(0, world.count("SmsEvent", "invoiceId", invoiceId, "eventKind", "INVOICE_CHANGED"));
        invoice.set("dueDate", Timestamp.from(EventFixture.NOON));
        invoice.store();
        world.delegator().create("InvoiceTerm", "invoiceTermId", "T" + invoiceId, "termTypeId", "FIN_PAYMENT_TERM", "invoiceId", invoiceId,
                "termDays", 10L);
        assertEquals(2, world.count("SmsEvent", "invoiceId", invoiceId, "eventKind", "INVOICE_CHANGED"));
    }

    @Test
    void aPaidOrCancelledInvoiceTakesBackWhatIsQueuedForItAndClosesItsLinks() throws Exception {
        String organization = world.organization();
        String customer = world.customer();
        for (String end : List.of("INVOICE_CANCELLED", "INVOICE_WRITEOFF", "INVOICE_PAID")) {
            String alone = world.invoice(organization, customer, "80.00", "INVOICE_READY");
            String open = world.invoice(organization, customer, "20.00", "INVOICE_READY");
            world.plan();
            String shared = link(organization, alone, open);
            String own = link(organization, alone);
            if ("INVOICE_PAID".equals(end)) {
                world.apply(world.payment(customer, organization, "80.00"), alone);
            } else {
                world.status(alone, end);
            }
            world.plan();
            String reason = Map.of("INVOICE_CANCELLED", "INVOICE_CANCELLED", "INVOICE_WRITEOFF", "INVOICE_WRITTEN_OFF").getOrDefault(end, end);
            assertEquals(List.of("NEW_INVOICE CANCELLED"), world.told(alone));
            assertEquals(reason, world.messages(alone).get(0).getString("errorCode"));
            assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(open));
            assertEquals("INVOICE_PAID".equals(end) ? "PAID" : "INVOICE_CANCELLED", world.find("SmsPayLink", "linkId", own).get("closedReason"));
            assertNull(world.find("SmsPayLink", "linkId", shared).get("closedDate"));
            assertEquals(1, world.count("SmsAuditEvent", "invoiceId", alone, "auditKind", "SMS_CANCELLED"));
            assertEquals(1, world.count("SmsAuditEvent", "invoiceId", alone, "auditKind", "LINK_CLOSED"));
        }
    }

    @Test
    void aLinkThatWasClosedAsPaidWorksAgainWhenItsInvoiceIsOpenAgain() throws Exception {
        String organization = world.organization();
        String invoice = world.invoice(organization, world.customer(), "80.00", "INVOICE_IN_PROCESS");
        String link = link(organization, invoice);
        world.delegator().storeByCondition("SmsPayLink", Map.of("closedDate", Timestamp.from(world.clock().instant()), "closedReason", "PAID"),
                EntityCondition.makeCondition("linkId", link));
        world.status(invoice, "INVOICE_READY");
        world.plan();
        assertNull(world.find("SmsPayLink", "linkId", link).get("closedDate"));
    }

    private String link(String organization, String... invoiceIds) throws Exception {
        String linkId = world.delegator().getNextSeqId("SmsPayLink");
        world.delegator().create("SmsPayLink", "linkId", linkId, "organizationPartyId", organization, "tokenHash", linkId);
        for (String invoiceId : invoiceIds) {
            world.delegator().create("SmsPayLinkInvoice", "linkId", linkId, "invoiceId", invoiceId);
        }
        return linkId;
    }

    @Test
    void anEventThatGoesWrongIsTriedAgainAndStopsNoOther() throws Exception {
        String organization = world.organization();
        String bad = world.invoice(organization, world.customer(), "80.00", "INVOICE_READY");
        String good = world.invoice(organization, world.customer(), "80.00", "INVOICE_READY");
        AtomicInteger faults = new AtomicInteger();
        StepsBySettings settings = new StepsBySettings();
        EventPlanner broken = world.planner(new EventSteps() {
            @Override
            public Map<String, EventStep> billed(Delegator delegator, OrganizationSettings of,
                    String statusId, Collection<InvoiceFacts> invoices) {
                if (invoices.stream().anyMatch(invoice -> invoice.invoiceId().equals(bad))) {
                    faults.incrementAndGet();
                    throw new IllegalStateException("a bug with " + bad);
                }
                return settings.billed(delegator, of, statusId, invoices);
            }

            @Override
            public Map<String, EventStep> paid(Delegator delegator, OrganizationSettings of,
                    boolean online, Collection<InvoiceFacts> invoices) {
                return Map.of();
            }
        });
        broken.runDue();
        assertEquals(List.of("NEW_INVOICE QUEUED"), world.told(good));
        assertEquals(List.of("OWN_FAULT"), world.outcomes(bad));
        for (int i = 0; i < 20; i++) {
            world.clock().advance(Duration.ofMinutes(11));
            broken.runDue();
        }
        assertEquals(15, faults.get(), "once together with the other, then fourteen tries");
        assertEquals(14L, world.find("SmsEvent", "invoiceId", bad).getLong("tries"));
        assertNotNull(world.find("SmsEvent", "invoiceId", bad).get("handledDate"));
    }
}
