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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.pause.PauseReason;
import org.smsbilling.transaction.OwnTransaction;

/** What happens between the moment at which a reminder is queued and the moment at which it leaves, in one world whose clock goes on. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ReminderSendingTest {

    private static ReminderWorld world;

    @BeforeAll
    static void start() throws Exception {
        world = new ReminderWorld("2026-03-10T15:00:00Z");
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    void aInvoicePaidInBetweenIsNotRemindedOf() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-03-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-03-20T15:00:00Z"));
        world.pay(invoice);
        assertEquals(List.of(), world.sendAt("2026-03-20T15:00:10Z"));
        assertEquals("CANCELLED INVOICE_NOTHING_OUTSTANDING", state(world.message(invoice, "TODAY")));
    }

    @Test
    void bStopInBetweenWins() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-04-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-04-20T15:00:00Z"));
        String number = world.message(invoice, "TODAY").getString("contactNumber");
        ConsentLedger.record(world.delegator(), new ConsentEntry(world.organization(), number, ConsentState.OPTED_OUT, ConsentSource.KEYWORD, "STOP",
                world.clock().instant(), null));
        assertEquals(List.of(), world.sendAt("2026-04-20T15:00:10Z"));
        assertEquals("CANCELLED OPTED_OUT", state(world.message(invoice, "TODAY")));
    }

    @Test
    void cOfATemplateThatIsChangedInBetweenTheNewestVersionLeaves() throws Exception {
        version(1, "{brand} first words {outstanding} {link}");
        world.delegator().create("SmsTemplate", Map.of("templateId", "TPL", "organizationPartyId", world.organization(), "templateName", "Due",
                "messageType", "DUE_TODAY", "channel", "SMS", "localeString", "en", "defaultForType", "Y", "activeVersion", 1L));
        String invoice = world.invoice(world.customer(), "2026-05-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-05-20T15:00:00Z"));
        version(2, "{brand} corrected words {outstanding} {link}");
        activate(2L);
        String text = world.sendAt("2026-05-20T15:00:10Z").get(0);
        assertTrue(text.startsWith("Oak corrected words $100.00 https://"), text);
        assertEquals("TPL 2", world.message(invoice, "TODAY").get("templateId") + " " + world.message(invoice, "TODAY").get("templateVersion"));
        world.delegator().removeByAnd("SmsTemplate", "templateId", "TPL");
    }

    @Test
    void dInvoicesThatArePausedOrPaidDropOutOfATextWhicheverTheyAre() throws Exception {
        List<String> invoices = several(4, "2026-06-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-06-20T15:00:00Z"));
        String message = world.message(invoices.get(0), "TODAY").getString("messageId");
        assertEquals(new QueuedReminders.Paused(0, 1), pause(invoices.get(0)));
        assertEquals(new QueuedReminders.Paused(0, 1), pause(invoices.get(2)));
        world.pay(invoices.get(1));
        String text = world.sendAt("2026-06-20T15:00:10Z").get(0);
        assertTrue(text.contains("invoice " + invoices.get(3) + " "), text);
        assertTrue(text.contains("$100.00") && !text.contains(invoices.get(0)), text);
        assertEquals(List.of("TODAY 1 PAUSED"), world.runs(invoices.get(0)));
        assertEquals(List.of("TODAY 1 INVOICE_NOTHING_OUTSTANDING"), world.runs(invoices.get(1)));
        GenericValue sent = row("SmsMessage", "messageId", message);
        assertEquals("SENT", sent.getString("messageStatus"));
        assertEquals(invoices.get(3), sent.getString("invoiceId"));
        assertEquals(List.of(invoices.get(3)), EntityQuery.use(world.delegator()).from("SmsPayLinkInvoice").where("linkId", sent.get("linkId"))
                .getFieldList("invoiceId"));
        assertEquals("SMS_CANCELLED PAUSED", history(invoices.get(2)));
        assertEquals("SMS_SENT", history(invoices.get(3)).strip());
        assertEquals(0, world.run().texts());
    }

    @Test
    void eATextWhoseInvoicesAreAllPausedIsCancelled() throws Exception {
        List<String> invoices = several(2, "2026-07-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-07-20T15:00:00Z"));
        assertEquals(new QueuedReminders.Paused(0, 1), pause(invoices.get(1)));
        assertEquals(new QueuedReminders.Paused(1, 0), pause(invoices.get(0)));
        assertEquals("CANCELLED PAUSED", state(world.message(invoices.get(0), "TODAY")));
        assertEquals(List.of(), world.sendAt("2026-07-20T15:00:10Z"));
    }

    @Test
    void fWithoutTheInvoiceThatIsLateATextIsNoLongerOverdueAndNamesNoFee() throws Exception {
        String customer = world.customer();
        String late = world.invoice(customer, "2026-08-19T15:00:00Z");
        String today = world.invoice(customer, "2026-08-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-08-20T15:00:00Z"));
        assertEquals("OVERDUE_GENTLE", world.message(today, "TODAY").getString("messageType"));
        pause(late);
        String text = world.sendAt("2026-08-20T15:00:10Z").get(0);
        assertTrue(text.contains("due today") && !text.contains("25.00"), text);
        GenericValue sent = world.message(today, "TODAY");
        assertEquals("DUE_TODAY null", sent.get("messageType") + " " + sent.get("lateFee"));
    }

    @Test
    void gADueTodayThatLeavesADayLateSaysThatItIsLate() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-09-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-09-20T15:00:00Z"));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(invoice));
        String text = world.sendAt("2026-09-21T12:00:00Z").get(0);
        assertTrue(text.contains("was due Sep 20") && !text.contains("today"), text);
        assertEquals("OVERDUE_GENTLE", world.message(invoice, "TODAY").getString("messageType"));
    }

    @Test
    void gLateFeesAreNamedInEveryToneThatHasOne() throws Exception {
        world.invoice(world.customer(), "2026-09-24T15:00:00Z");
        assertEquals(1, world.runAt("2026-09-25T15:00:00Z"));
        String text = world.sendAt("2026-09-25T15:00:10Z").get(0);
        assertTrue(text.contains("was due Sep 24. Late fee: $25.00. Please pay here:"), text);
    }

    @Test
    void hAmountsAreThoseOfTheirCurrencies() throws Exception {
        world.invoice(world.customer(), "2026-10-20T15:00:00Z", "5000", "JPY", Map.of());
        world.invoice(world.customer(), "2026-10-20T15:00:00Z", "12.35", "KWD", Map.of());
        assertEquals(2, world.runAt("2026-10-20T15:00:00Z"));
        List<String> texts = world.sendAt("2026-10-20T15:00:10Z").stream().sorted().toList();
        assertTrue(texts.stream().anyMatch(text -> text.contains("5,000") && !text.contains("5,000.0")), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.contains("12.350")), texts.toString());
    }

    @Test
    void hReminderThatWaitedUntilTheNextOneIsQueuedIsNotSentBesideIt() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-11-10T15:00:00Z");
        assertEquals(1, world.runAt("2026-11-10T15:00:00Z"));
        assertEquals(1, world.runAt("2026-11-11T15:05:00Z"));
        assertEquals("CANCELLED SUPERSEDED", state(world.message(invoice, "TODAY")));
        assertEquals(1, world.sendAt("2026-11-11T15:05:10Z").size());
        assertEquals("SENT null", state(world.message(invoice, "LATE1")));
    }

    @Test
    void hOfAReminderMissedUntilTheNightAndTheOneOfThatMorningOnlyTheLatterIsQueued() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-11-14T15:00:00Z");
        String without = world.invoice(world.customer(), "2026-11-15T15:00:00Z");
        assertEquals(1, world.runAt("2026-11-14T03:30:00Z"));
        assertEquals(List.of(), world.runs(invoice), "the step of the morning is awaited");
        assertEquals(List.of("BEFORE3 1 QUEUED"), world.runs(without), "nothing comes that morning");
        assertEquals(0, world.runAt("2026-11-14T13:10:00Z"));
        assertEquals(1, world.runAt("2026-11-14T15:00:00Z"));
        assertEquals(List.of("TODAY 1 QUEUED"), world.runs(invoice));
        assertEquals(2, world.sendAt("2026-11-14T15:00:10Z").size());
    }

    @Test
    void hTextOfADueDateThatIsMovedMeanwhileDoesNotLeave() throws Exception {
        List<String> invoices = several(2, "2026-11-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-11-20T15:00:00Z"));
        world.moveDueDate(invoices.get(0), "2026-12-20T15:00:00Z");
        String text = world.sendAt("2026-11-20T15:00:10Z").get(0);
        assertTrue(text.contains("invoice " + invoices.get(1) + " ") && text.contains("$100.00"), text);
        assertEquals(List.of("TODAY 1 DUE_DATE_MOVED"), world.runs(invoices.get(0)));
        world.pay(invoices.get(1));
        String alone = world.invoice(world.customer(), "2026-11-20T15:00:00Z");
        assertEquals(1, world.runAt("2026-11-20T15:01:00Z"));
        world.moveDueDate(alone, "2026-12-20T15:00:00Z");
        assertEquals(List.of(), world.sendAt("2026-11-20T15:01:10Z"));
        assertEquals("CANCELLED DUE_DATE_MOVED", state(world.message(alone, "TODAY")));
    }

    @Test
    void hToldTogetherIsWhatGoesToTheSamePeopleAtTheSameNumbersInTheSameCurrency() throws Exception {
        String customer = world.customer();
        String person = world.contactPerson(customer);
        String late = world.invoice(customer, "2026-11-23T15:00:00Z");
        String onInvoice = world.numberOn(late);
        List<String> today = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            today.add(world.invoice(customer, "2026-11-24T15:00:00Z"));
        }
        String yen = world.invoice(customer, "2026-11-24T15:00:00Z", "5000", "JPY", Map.of());
        assertEquals(6, world.runAt("2026-11-24T15:00:00Z"), "three texts, each to the billing contact and to the person beside");
        world.pay(today.get(1));
        List<String> texts = world.sendAt("2026-11-24T15:00:10Z");
        assertEquals(6, texts.size(), texts.toString());
        assertEquals(List.of(
                person + " DUE_TODAY [" + today.get(0) + ", " + today.get(2) + "] es null",
                person + " DUE_TODAY [" + yen + "] es null",
                person + " OVERDUE_GENTLE [" + late + "] es 25",
                onInvoice + " OVERDUE_GENTLE [" + late + "] en 25"),
                told(customer).stream().filter(one -> one.startsWith(person) || one.startsWith(onInvoice)).toList());
        assertEquals(2, told(customer).stream().filter(one -> one.contains(" en null")).count(), "the billing contact's own number");
        assertEquals(2, texts.stream().filter(text -> text.contains("$200.00")).count(), texts.toString());
        assertEquals(0, texts.stream().filter(text -> text.contains("$300.00") || text.contains("$400.00")).count(), texts.toString());
        assertEquals(3, texts.stream().filter(text -> text.contains("Pague")).count(), texts.toString());
        assertEquals(0, world.run().texts());
    }

    /** @return of the customer's sent texts: number, type, invoices, language and late fee, sorted */
    private static List<String> told(String customer) throws GenericEntityException {
        List<String> told = new ArrayList<>();
        for (GenericValue message : EntityQuery.use(world.delegator()).from("SmsMessage").where("customerPartyId", customer, "messageStatus", "SENT")
                .queryList()) {
            List<String> invoices = EntityQuery.use(world.delegator()).from("SmsStepRun").where("messageId", message.get("messageId"))
                    .orderBy("invoiceId").queryList().stream().map(run -> run.getString("invoiceId")).toList();
            told.add(message.get("contactNumber") + " " + message.get("messageType") + " " + invoices + " " + message.get("localeString") + " "
                    + (message.get("lateFee") == null ? null : message.getBigDecimal("lateFee").toBigInteger()));
        }
        return told.stream().sorted().toList();
    }

    @Test
    void iATextThatACapMovedToAnotherDayTellsWhy() throws Exception {
        world.delegator().storeByCondition("SmsOrganization", Map.of("dailyCapPerNumber", 1L, "digestEnabled", "N"), null);
        List<String> invoices = several(2, "2026-11-30T15:00:00Z");
        assertEquals(2, world.runAt("2026-11-30T15:00:00Z"));
        List<String> reasons = new ArrayList<>();
        for (String invoice : invoices) {
            GenericValue message = world.message(invoice, "TODAY");
            reasons.add(message.get("errorCode") + " " + message.getTimestamp("notBefore").toInstant());
        }
        assertEquals(List.of("NUMBER_CAP 2026-12-01T13:00:00Z", "null 2026-11-30T15:00:00Z"), reasons.stream().sorted().toList());
        assertEquals(1, world.sendAt("2026-11-30T15:00:10Z").size());
    }

    @Test
    void iFreshLinkComesInTheLanguageOfWhoGotTheExpiredOne() throws Exception {
        String customer = world.customer();
        String person = world.contactPerson(customer);
        world.invoice(customer, "2026-12-10T15:00:00Z");
        assertEquals(2, world.runAt("2026-12-10T15:00:00Z"));
        world.sendAt("2026-12-10T15:00:10Z");
        String text = world.carrier().requests().stream().filter(request -> request.sms().to().equals(person)).findFirst().orElseThrow().sms().body();
        String token = text.replaceFirst("(?s).*/p/([A-Za-z0-9_-]{22}).*", "$1");
        world.clock().set("2027-02-20T15:00:00Z");
        assertEquals("QUEUED", world.call("requestFreshSmsPayLink", Map.of("token", token, "remoteAddress", "192.0.2.7")).get("outcome"));
        GenericValue fresh = row("SmsMessage", "customerPartyId", customer, "messageType", "FRESH_LINK");
        assertTrue(world.sendAt("2027-02-20T15:00:10Z").get(0).contains("nuevo enlace"));
        assertEquals(person + " es", fresh.getString("contactNumber") + " " + fresh.getString("localeString"));
    }

    @Test
    void jTextForSeveralThatWaitsGivesWayToTheNextStepOfThoseThatAreStillToBePaid() throws Exception {
        world.delegator().storeByCondition("SmsOrganization", Map.of("dailyCapPerNumber", 3L, "digestEnabled", "Y"), null);
        List<String> invoices = several(3, "2027-03-10T15:00:00Z");
        assertEquals(1, world.runAt("2027-03-10T15:00:00Z"));
        GenericValue waiting = world.message(invoices.get(0), "TODAY");
        waiting.set("notBefore", Timestamp.from(Instant.parse("2027-03-11T15:00:05Z")));
        waiting.store();
        world.pay(invoices.get(1));
        assertEquals(1, world.runAt("2027-03-11T15:00:00Z"));
        List<String> texts = world.sendAt("2027-03-11T15:00:10Z");
        assertEquals(1, texts.size(), texts.toString());
        assertEquals("CANCELLED SUPERSEDED", state(world.message(invoices.get(0), "TODAY")));
    }

    @Test
    void kWhatIsWrittenOffCancelledOrGoneMeanwhileIsNotRemindedOf() throws Exception {
        Map<String, String> reasons = Map.of("INVOICE_WRITEOFF", "CANCELLED INVOICE_WRITTEN_OFF", "INVOICE_CANCELLED", "CANCELLED INVOICE_CANCELLED",
                "INVOICE_IN_PROCESS", "CANCELLED INVOICE_IN_PROCESS");
        Map<String, String> invoices = new HashMap<>();
        for (String status : reasons.keySet()) {
            invoices.put(status, world.invoice(world.customer(), "2027-04-10T15:00:00Z"));
        }
        assertEquals(3, world.runAt("2027-04-10T15:00:00Z"));
        for (Map.Entry<String, String> invoice : invoices.entrySet()) {
            world.delegator().storeByCondition("Invoice", Map.of("statusId", invoice.getKey()),
                    EntityCondition.makeCondition("invoiceId", invoice.getValue()));
        }
        assertEquals(List.of(), world.sendAt("2027-04-10T15:00:10Z"));
        for (Map.Entry<String, String> invoice : invoices.entrySet()) {
            assertEquals(reasons.get(invoice.getKey()), state(world.message(invoice.getValue(), "TODAY")));
        }
    }

    @Test
    void lOfATemplateThatIsRemovedMeanwhileTheUsualTextLeaves() throws Exception {
        world.delegator().create("SmsTemplate", Map.of("templateId", "OWN", "organizationPartyId", world.organization(), "templateName", "Due",
                "messageType", "DUE_TODAY", "channel", "SMS", "localeString", "en", "defaultForType", "N", "activeVersion", 1L));
        world.delegator().create("SmsTemplateVersion", Map.of("templateId", "OWN", "version", 1L, "body", "{brand} own words {link}"));
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("templateId", "OWN"), EntityCondition.makeCondition("stepId", "TODAY"));
        String invoice = world.invoice(world.customer(), "2027-05-10T15:00:00Z");
        String other = world.invoice(world.customer(), "2027-05-10T15:00:00Z");
        assertEquals(2, world.runAt("2027-05-10T15:00:00Z"));
        world.delegator().storeByCondition("SmsTemplate", Map.of("disabledDate", Timestamp.from(world.clock().instant())),
                EntityCondition.makeCondition("templateId", "OWN"));
        List<String> texts = world.sendAt("2027-05-10T15:00:10Z");
        assertTrue(texts.stream().allMatch(text -> text.contains("is due today")), texts.toString());
        assertEquals("SENT null", state(world.message(invoice, "TODAY")));
        assertEquals(null, world.message(other, "TODAY").get("templateVersion"));
    }

    @Test
    void mWhatIsQueuedWhenTheOrganizationIsDisconnectedNeverLeaves() throws Exception {
        String invoice = world.invoice(world.customer(), "2027-06-10T15:00:00Z");
        assertEquals(1, world.runAt("2027-06-10T15:00:00Z"));
        world.delegator().storeByCondition("SmsOrganization", Map.of("connected", "N"), null);
        assertEquals(List.of(), world.sendAt("2027-06-10T15:00:10Z"));
        assertEquals("CANCELLED NOT_CONNECTED", state(world.message(invoice, "TODAY")));
        world.delegator().storeByCondition("SmsOrganization", Map.of("connected", "Y"), null);
        assertEquals(0, world.runAt("2027-06-10T16:00:00Z"));
        assertEquals(List.of(), world.sendAt("2027-06-10T16:00:10Z"));
    }

    private static List<String> several(int count, String dueAt) throws GenericEntityException {
        String customer = world.customer();
        List<String> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            invoices.add(world.invoice(customer, dueAt));
        }
        return invoices;
    }

    private static QueuedReminders.Paused pause(String invoiceId) throws GenericEntityException {
        LocalDate until = world.clock().instant().atZone(world.settings().zoneId()).toLocalDate().plusDays(5);
        return OwnTransaction.call(() -> new PauseStore(world.delegator(), world.settings(), "clerk", world.clock().instant()).pause(
                world.facts(invoiceId), false, until, PauseReason.DISPUTE, null));
    }

    private static void version(long version, String body) throws GenericEntityException {
        world.delegator().create("SmsTemplateVersion", Map.of("templateId", "TPL", "version", version, "body", body));
    }

    private static void activate(long version) throws GenericEntityException {
        GenericValue template = row("SmsTemplate", "templateId", "TPL");
        template.set("activeVersion", version);
        template.store();
    }

    private static GenericValue row(String entity, Object... key) throws GenericEntityException {
        return EntityQuery.use(world.delegator()).from(entity).where(key).queryFirst();
    }

    private static String state(GenericValue message) {
        return message.getString("messageStatus") + " " + message.getString("errorCode");
    }

    /** @return kind and note of what happened last to an invoice by texts */
    private static String history(String invoiceId) throws GenericEntityException {
        GenericValue event = EntityQuery.use(world.delegator()).from("SmsAuditEvent").where("invoiceId", invoiceId).orderBy("-auditEventId")
                .queryFirst();
        return event.getString("auditKind") + " " + (event.getString("note") == null ? "" : event.getString("note"));
    }
}
