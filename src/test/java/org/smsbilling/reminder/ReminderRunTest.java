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
package org.smsbilling.reminder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderRunTest {

    private static final String DUE = "2026-03-20T15:00:00Z";
    private ReminderWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new ReminderWorld("2026-03-10T15:00:00Z");
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void eachStepIsTextedOnceOnItsDay() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(0, world.runAt("2026-03-17T13:59:00Z"));
        assertEquals(1, world.runAt("2026-03-17T14:00:00Z"));
        assertEquals(0, world.runAt("2026-03-17T14:05:00Z"));
        assertEquals(1, world.runAt("2026-03-20T14:05:00Z"));
        assertEquals(1, world.runAt("2026-03-21T14:05:00Z"));
        assertEquals(0, world.runAt("2026-03-29T14:05:00Z"));
        assertEquals(List.of("BEFORE3 1 QUEUED", "LATE1 1 QUEUED", "TODAY 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void aRunLooksAtWhatIsDecidedNoMore() throws Exception {
        world.invoice(world.customer(), DUE);
        world.clock().set(DUE);
        assertEquals(1, world.run().looked());
        assertEquals(0, world.run().looked());
    }

    @Test
    void atAMomentFinerThanTheDatabaseKeepsNothingSupersedesItself() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(1, world.runAt("2026-03-20T14:05:00.1234561Z"));
        assertEquals("QUEUED", world.message(invoice, "TODAY").getString("messageStatus"));
    }

    @Test
    void afterTwoDaysDownOnlyTheLatestStepIsCaughtUp() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(1, world.runAt("2026-03-22T18:00:00Z"));
        assertEquals(0, world.runAt("2026-03-22T18:05:00Z"));
        assertEquals(List.of("LATE1 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void whatWasMissedLongerAgoIsNotCaughtUp() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(0, world.runAt("2026-03-25T18:00:00Z"));
        assertEquals(List.of(), world.runs(invoice));
    }

    @Test
    void aClockThatIsPutBackRepeatsNothing() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(1, world.runAt("2026-03-21T15:00:00Z"));
        assertEquals(0, world.runAt("2026-03-17T15:00:00Z"));
        world.changed(invoice);
        assertEquals(0, world.runAt("2026-03-20T15:00:00Z"));
        assertEquals(List.of("LATE1 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void nothingForAnInvoiceThatIsPaidCancelledOrWithoutAnythingOpen() throws Exception {
        String paid = world.invoice(world.customer(), DUE);
        world.delegator().createOrStore(world.delegator().makeValue("Invoice", "invoiceId", paid, "statusId", "INVOICE_PAID"));
        String nothing = world.invoice(world.customer(), DUE, "0.00", "USD", Map.of());
        assertEquals(0, world.runAt(DUE));
        world.changed(paid);
        assertNull(world.delegator().findOne("SmsInvoiceDue", false, "invoiceId", paid));
        assertEquals(List.of(), world.runs(nothing));
    }

    @Test
    void fiveInvoicesOfACustomerThatAreDueAtOnceMakeOneText() throws Exception {
        String customer = world.customer();
        String today = world.invoice(customer, DUE);
        for (int i = 0; i < 3; i++) {
            world.invoice(customer, DUE);
        }
        String late = world.invoice(customer, "2026-03-19T15:00:00Z");
        String other = world.invoice(world.customer(), DUE);
        assertEquals(2, world.runAt(DUE));
        List<GenericValue> messages = world.messages();
        assertEquals(2, messages.size());
        assertEquals(List.of("LATE1 1 QUEUED"), world.runs(late));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(today));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(other));
        GenericValue digest = messages.stream().filter(message -> late.equals(message.getString("invoiceId"))).findFirst().orElseThrow();
        assertEquals("OVERDUE_GENTLE", digest.getString("messageType"));
        assertEquals(new BigDecimal("25.000"), digest.getBigDecimal("lateFee").setScale(3));
        assertEquals(5, world.delegator().findList("SmsStepRun", org.apache.ofbiz.entity.condition.EntityCondition.makeCondition("messageId",
                digest.getString("messageId")), null, null, null, false).size());
    }

    @Test
    void withoutDigestsEachInvoiceHasItsText() throws Exception {
        world.delegator().storeByCondition("SmsOrganization", Map.of("digestEnabled", "N"), null);
        String customer = world.customer();
        world.invoice(customer, DUE);
        world.invoice(customer, DUE);
        assertEquals(2, world.runAt(DUE));
    }

    @Test
    void invoicesOfDifferentCurrenciesAreNotPutTogether() throws Exception {
        String customer = world.customer();
        world.invoice(customer, DUE, "5000", "JPY", Map.of());
        world.invoice(customer, DUE, "12.345", "KWD", Map.of());
        assertEquals(2, world.runAt(DUE));
    }

    @Test
    void anInvoiceIsNotRemindedOfWhileItIsPaused() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        pause(invoice, null, "2026-03-21");
        assertEquals(0, world.runAt(DUE));
        assertEquals(0, world.runAt("2026-03-21T23:00:00Z"));
        assertEquals(1, world.runAt("2026-03-22T14:00:00Z"));
        assertEquals(List.of("LATE1 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void aPausedCustomerIsNotRemindedOfAnyInvoice() throws Exception {
        String customer = world.customer();
        world.invoice(customer, DUE);
        pause(null, customer, null);
        assertEquals(0, world.runAt(DUE));
        world.invoice(world.customer(), DUE);
        assertEquals(1, world.runAt("2026-03-20T15:05:00Z"));
    }

    @Test
    void eachStepComesOnceForEachDueDate() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        assertEquals(1, world.runAt("2026-03-17T15:00:00Z"));
        world.moveDueDate(invoice, "2026-03-25T15:00:00Z");
        assertEquals(0, world.runAt(DUE), "the day on which it was due");
        assertEquals(1, world.runAt("2026-03-22T15:00:00Z"), "three days before the day on which it is due");
        world.moveDueDate(invoice, DUE);
        assertEquals(1, world.runAt("2026-03-22T16:00:00Z"), "a day late after all");
        world.moveDueDate(invoice, "2026-03-25T15:00:00Z");
        assertEquals(0, world.runAt("2026-03-22T17:00:00Z"), "three days before: texted already");
        assertEquals(1, world.runAt("2026-03-25T15:00:00Z"));
        assertEquals(List.of("BEFORE3 1 QUEUED", "BEFORE3 1 QUEUED", "LATE1 1 QUEUED", "TODAY 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void anInvoiceThatIsChangedWhileARunDecidesIsDecidedAnew() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-04-20T15:00:00Z");
        world.step("DATED", "CYCLE", "INVOICE_DATE", 47, "SMS", "OVERDUE_FIRM", Map.of());
        world.clock().set("2026-03-20T15:00:01Z");
        world.changed(invoice);
        world.clock().set("2026-03-20T15:00:00Z");
        assertEquals(1, world.run().looked(), "a run that began before the change was written down");
        world.clock().set("2026-03-20T15:00:02Z");
        assertEquals(1, world.run().looked());
        assertEquals(0, world.run().looked());
    }

    @Test
    void whileTextsCannotLeaveNothingIsPlannedAndItIsCaughtUp() throws Exception {
        String invoice = world.invoice(world.customer(), DUE);
        world.delegator().storeByCondition("SmsOrganization", Map.of("connected", "N"), null);
        assertEquals(0, world.runAt(DUE));
        world.delegator().storeByCondition("SmsOrganization", Map.of("connected", "Y"), null);
        assertEquals(1, world.runAt("2026-03-20T20:00:00Z"));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(invoice));
    }

    @Test
    void anInvoiceIsInTheFirstCycleThatFitsIt() throws Exception {
        world.cycle("FEES", Map.of("priority", 1L, "attributeName", "charge", "attributeValue", "fee"));
        world.step("FEE5", "FEES", "INVOICE_DATE", 47, "SMS", "OVERDUE_FIRM", Map.of());
        String fee = world.invoice(world.customer(), DUE, "10.00", "USD", Map.of("charge", "fee"));
        assertEquals(1, world.runAt(DUE));
        assertEquals(List.of("FEE5 1 QUEUED"), world.runs(fee));
    }

    @Test
    void aCustomerWithoutANumberIsOnRecord() throws Exception {
        String invoice = world.invoice(world.group("No phone"), DUE);
        assertEquals(1, world.runAt(DUE));
        assertEquals(List.of("TODAY 1 NO_NUMBER"), world.runs(invoice));
    }

    @Test
    void stepsByEmailWaitForAMailServerThatDoesNotAnswer() throws Exception {
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "EMAIL"), null);
        String customer = world.customer();
        world.contact(customer, "EMAIL_ADDRESS", "BILLING_EMAIL", "bills@example.com");
        List<String> invoices = List.of(world.invoice(customer, DUE), world.invoice(customer, DUE));
        try (MailServerOfTest server = new MailServerOfTest(world.delegator())) {
            server.stop();
            assertEquals(0, world.runAt(DUE));
            assertEquals(0, world.runAt("2026-03-20T15:01:00Z"));
            server.start();
            assertEquals(2, world.runAt("2026-03-20T16:00:00Z"));
            assertEquals(0, world.runAt("2026-03-20T16:01:00Z"));
        }
        for (String invoice : invoices) {
            assertEquals(List.of("TODAY 1 EMAIL_SENT"), world.runs(invoice));
            assertEquals(List.of("EMAIL_WAITING", "EMAIL_SENT"), EntityQuery.use(world.delegator()).from("SmsAuditEvent")
                    .where("invoiceId", invoice).orderBy("auditEventId").queryList().stream().map(row -> row.getString("note")).toList());
        }
    }

    @Test
    void anEmailThatAnotherNodeIsSendingIsLookedAtAgainAndThenLeftToIt() throws Exception {
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "EMAIL"), null);
        String customer = world.customer();
        world.contact(customer, "EMAIL_ADDRESS", "BILLING_EMAIL", "bills@example.com");
        String waited = world.invoice(customer, DUE);
        String crashed = world.invoice(customer, DUE);
        GenericValue other = sending(waited);
        sending(crashed);
        assertEquals(0, world.runAt(DUE));
        assertEquals(List.of("TODAY 1 EMAIL_SENDING"), world.runs(waited));
        other.remove();
        assertEquals(1, world.runAt("2026-03-20T15:01:00Z"));
        assertEquals(List.of("TODAY 1 EMAIL_SENT"), world.runs(waited));
        assertEquals(1, world.run().looked());
        world.clock().set("2026-03-20T15:06:00Z");
        assertEquals(1, world.run().looked());
        assertEquals(0, world.run().looked());
        assertEquals(List.of("TODAY 1 EMAIL_SENDING"), world.runs(crashed));
    }

    private GenericValue sending(String invoice) throws Exception {
        return world.delegator().create("SmsStepRun", "organizationPartyId", world.organization(), "invoiceId", invoice, "stepId", "TODAY",
                "occurrence", "1@2026-03-20", "recipient", "other", "outcome", "EMAIL_SENDING", "createdDate",
                java.sql.Timestamp.from(java.time.Instant.parse(DUE)));
    }

    @Test
    void aStepByEmailIsMailedOnceAndNeverTexted() throws Exception {
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "EMAIL"),
                org.apache.ofbiz.entity.condition.EntityCondition.makeCondition("stepId", "TODAY"));
        String customer = world.customer();
        world.contact(customer, "EMAIL_ADDRESS", "PRIMARY_EMAIL", "someone@example.com");
        world.contact(customer, "EMAIL_ADDRESS", "BILLING_EMAIL", "bills@example.com");
        String mailed = world.invoice(customer, DUE);
        String without = world.invoice(world.customer(), DUE);
        assertEquals(2, world.runAt(DUE));
        assertEquals(0, world.runAt("2026-03-20T15:05:00Z"));
        assertEquals(List.of("TODAY 1 EMAIL_SENT"), world.runs(mailed));
        assertEquals(List.of("TODAY 1 EMAIL_NO_ADDRESS"), world.runs(without));
        List<GenericValue> mails = world.delegator().findList("CommunicationEvent", null, null, null, null, false);
        assertEquals(1, mails.size());
        assertEquals("bills@example.com", mails.get(0).getString("toString"));
        assertEquals(0, world.messages().size());
    }

    private void pause(String invoice, String customer, String until) throws Exception {
        world.delegator().create("SmsCollectionPause", "pauseId", world.delegator().getNextSeqId("SmsCollectionPause"), "organizationPartyId",
                world.organization(), "invoiceId", invoice, "customerPartyId", customer, "untilDate", until == null ? null : Date.valueOf(until),
                "pauseReason", "PROMISE_TO_PAY");
    }
}
