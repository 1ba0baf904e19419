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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.smsbilling.event.EventKind;
import org.smsbilling.event.EventPlanner;
import org.smsbilling.event.InvoiceChanges;
import org.smsbilling.event.SmsEvents;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.transaction.OwnTransaction;

/** Steps by e-mail at billing and for payments, in one world. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EventMailsTest {

    private static ReminderWorld world;
    private static EventPlanner planner;

    @BeforeAll
    static void start() throws Exception {
        world = new ReminderWorld("2026-03-10T15:00:00Z");
        world.step("BILLED", "CYCLE", "BILLING", 0, "EMAIL", "NEW_INVOICE", Map.of());
        world.step("PAID", "CYCLE", "PAYMENT", 0, "EMAIL", "RECEIPT", Map.of());
        world.delegator().storeByCondition("SmsOrganization", Map.of("receiptManual", "AUTOMATIC", "invoiceMaxAgeDays", 60L), null);
        Runnable nothing = () -> { };
        planner = new EventPlanner(world.delegator(), world.clock(), new StepsByCycles(world.clock()), new CycleMails(), InvoiceChanges.NONE,
                nothing);
    }

    @AfterAll
    static void end() {
        planner.close();
        world.close();
    }

    @Test
    void aNewInvoiceIsMailedOnceWithALinkAndNotTexted() throws Exception {
        String invoice = world.invoice(customer("one@example.com", "es"), "2026-03-20T15:00:00Z");
        billed(invoice);
        billed(invoice);
        planner.runDue();
        assertEquals(List.of("INVOICE 1 EMAIL_SENT"), world.runs(invoice));
        assertEquals(List.of(), world.messages());
        GenericValue mail = mailTo("one@example.com");
        assertEquals("Factura " + invoice + " de Oak, vence el 20 mar", mail.getString("subject"));
        assertEquals("component://accounting/widget/AccountingPrintScreens.xml#InvoicePDF", mail.getString("note"));
        assertTrue(mail.getString("content").contains("https://pay.example.com/pay/control/p/" + "*".repeat(22)), mail.getString("content"));
        GenericValue link = EntityQuery.use(world.delegator()).from("SmsPayLink").queryFirst();
        assertNotNull(link.getTimestamp("activeDate"));
        assertEquals(null, link.getString("tokenSecret"));
        assertNotNull(EntityQuery.use(world.delegator()).from("SmsMailCopy").where("communicationEventId", mail.get("communicationEventId"))
                .queryOne(), "its words go after the set time");
        planner.runDue();
        assertEquals(1, mails("one@example.com").size());
    }

    @Test
    void bPaymentIsThankedForByOneEmailOfItsAmount() throws Exception {
        String invoice = world.invoice(customer("two@example.com", null), "2026-03-20T15:00:00Z");
        String payment = world.pay(invoice);
        SmsEvents.record(world.delegator(), EventKind.PAYMENT_APPLIED, world.organization(), invoice, payment, null, world.clock().instant());
        world.clock().set("2026-03-10T15:00:06Z");
        planner.runDue();
        assertEquals(List.of("RECEIPT " + payment + " EMAIL_SENT"), world.runs(invoice));
        GenericValue mail = mailTo("two@example.com");
        assertEquals("Thank you: your payment to Oak", mail.getString("subject"));
        assertTrue(mail.getString("content").contains("$100.00"), mail.getString("content"));
        assertEquals(List.of(), world.messages());
    }

    @Test
    void cWithoutAnAddressItIsOnRecordAndNothingIsTexted() throws Exception {
        String invoice = world.invoice(world.customer(), "2026-03-20T15:00:00Z");
        billed(invoice);
        planner.runDue();
        assertEquals(List.of("INVOICE 1 EMAIL_NO_ADDRESS"), world.runs(invoice));
        assertEquals(List.of(), world.messages());
    }

    @Test
    void dWithoutAConnectionToTheCarrierEmailsGoOn() throws Exception {
        Map<String, Object> disconnected = new HashMap<>(Map.of("connected", "N"));
        disconnected.put("receiptManual", null);
        world.delegator().storeByCondition("SmsOrganization", disconnected, null);
        String invoice = world.invoice(customer("four@example.com", null), "2026-03-20T15:00:00Z");
        billed(invoice);
        planner.runDue();
        String payment = world.pay(invoice);
        SmsEvents.record(world.delegator(), EventKind.PAYMENT_APPLIED, world.organization(), invoice, payment, null, world.clock().instant());
        world.clock().set("2026-03-10T15:00:20Z");
        planner.runDue();
        assertEquals(List.of("INVOICE 1 EMAIL_SENT", "RECEIPT " + payment + " EMAIL_SENT"), world.runs(invoice));
        world.delegator().storeByCondition("SmsOrganization", Map.of("connected", "Y", "receiptManual", "AUTOMATIC"), null);
    }

    @Test
    void eWhatIsPaidBeforeItsEmailLeavesIsNotMailed() throws Exception {
        String invoice = world.invoice(customer("five@example.com", null), "2026-03-20T15:00:00Z");
        SmsEvents.record(world.delegator(), EventKind.MAIL_DUE, world.organization(), invoice, null, "BILLED", world.clock().instant());
        world.pay(invoice);
        planner.runDue();
        assertEquals(List.of(), world.runs(invoice));
        assertEquals(List.of(), mails("five@example.com"));
    }

    @Test
    void fAStepThatIsATextByNowSendsNoEmail() throws Exception {
        String invoice = world.invoice(customer("six@example.com", null), "2026-03-20T15:00:00Z");
        SmsEvents.record(world.delegator(), EventKind.MAIL_DUE, world.organization(), invoice, null, "BILLED", world.clock().instant());
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "SMS"), EntityCondition.makeCondition("stepId", "BILLED"));
        planner.runDue();
        assertEquals(List.of(), mails("six@example.com"));
        world.delegator().storeByCondition("SmsCollectionStep", Map.of("communication", "EMAIL"),
                EntityCondition.makeCondition("stepId", "BILLED"));
    }

    @Test
    void gWhatACustomersNameOrATemplateHoldsIsMailedAndNotRun() throws Exception {
        String customer = customer("seven@example.com", null);
        world.delegator().storeByCondition("PartyGroup", Map.of("groupName", "Eve ${groovy: 6 * 7} Ltd"), EntityCondition.makeCondition("partyId",
                customer));
        world.delegator().storeByCondition("SmsOrganization", Map.of("brandName", "Oak ${groovy: 6 * 7}"), null);
        String invoice = world.invoice(customer, "2026-03-20T15:00:00Z");
        billed(invoice);
        planner.runDue();
        GenericValue mail = mailTo("seven@example.com");
        assertEquals("Invoice " + invoice + " from Oak $ {groovy: 6 * 7}, due Mar 20", mail.getString("subject"));
        assertTrue(mail.getString("content").contains("Eve &#36;{groovy: 6 * 7} Ltd"), mail.getString("content"));
        world.delegator().storeByCondition("SmsOrganization", Map.of("brandName", "Oak"), null);
    }

    @Test
    void hAnOfbizThatMailsNothingSaysSo() throws Exception {
        GenericValue off = world.delegator().create("SystemProperty", "systemResourceId", "general", "systemPropertyId", "mail.notifications.enabled",
                "systemPropertyValue", "N");
        String invoice = world.invoice(customer("eight@example.com", null), "2026-03-20T15:00:00Z");
        billed(invoice);
        planner.runDue();
        assertEquals(List.of("INVOICE 1 EMAIL_SWITCHED_OFF"), world.runs(invoice));
        off.remove();
    }

    @Test
    void iAnAddressThatTheServerDoesNotKnowIsNotCalledMailed() throws Exception {
        String invoice = world.invoice(customer("nobody@unknown.invalid", null), "2026-03-20T15:00:00Z");
        billed(invoice);
        planner.runDue();
        assertEquals(List.of("INVOICE 1 EMAIL_FAILED"), world.runs(invoice));
        assertTrue(history(invoice).get(0).startsWith("EMAIL_FAILED An address error occurred"), history(invoice).toString());
    }

    @Test
    void jWhileTheMailServerDoesNotAnswerEmailsWaitAndThenLeaveOnce() throws Exception {
        String invoice = world.invoice(customer("ten@example.com", null), "2026-03-20T15:00:00Z");
        try (MailServerOfTest server = new MailServerOfTest(world.delegator())) {
            server.stop();
            billed(invoice);
            planner.runDue();
            world.clock().set("2026-03-10T15:30:00Z");
            planner.runDue();
            assertEquals(List.of(), world.runs(invoice));
            assertEquals(List.of("EMAIL_WAITING"), history(invoice));
            server.start();
            world.clock().set("2026-03-10T16:00:00Z");
            planner.runDue();
            planner.runDue();
        }
        assertEquals(List.of("INVOICE 1 EMAIL_SENT"), world.runs(invoice));
        assertEquals(1, mails("ten@example.com").size());
        assertEquals(List.of("EMAIL_WAITING", "EMAIL_SENT"), history(invoice));
    }

    private static List<String> history(String invoiceId) throws GenericEntityException {
        return EntityQuery.use(world.delegator()).from("SmsAuditEvent").where("invoiceId", invoiceId).orderBy("auditEventId").queryList().stream()
                .map(row -> row.getString("note")).toList();
    }

    @Test
    void kWhoCannotBeTextedIsMailedAFreshLinkOnRequestThreeTimesADay() throws Exception {
        String customer = customer("fresh@example.com", "es");
        String invoice = world.invoice(customer, "2026-03-20T15:00:00Z");
        String expired = linkOfAnEmail(customer, invoice);
        world.clock().set("2026-05-09T15:00:00Z");
        assertEquals("NOT_POSSIBLE", ask(expired), "it still works");
        world.clock().set("2026-05-15T15:00:00Z");
        assertEquals("NOT_POSSIBLE", ask("A".repeat(22)), "no such link");
        assertEquals(List.of("QUEUED_EMAIL", "QUEUED_EMAIL", "QUEUED_EMAIL", "LIMIT_REACHED"),
                List.of(ask(expired), ask(expired), ask(expired), ask(expired)));
        assertEquals(List.of(), mails("fresh@example.com"), "it is not mailed while the page waits");
        planner.runDue();
        planner.runDue();
        assertEquals(3, mails("fresh@example.com").size());
        assertEquals("Nuevo enlace de pago de Oak: $100.00", mailTo("fresh@example.com").getString("subject"));
        assertEquals(1, EntityQuery.use(world.delegator()).from("SmsPayLink").where("customerPartyId", customer, "closedDate", null).queryList()
                .stream().filter(link -> link.get("activeDate") != null)
                .filter(link -> link.getTimestamp("expiresDate").toInstant().isAfter(world.clock().instant())).count(), "links that work");
        assertEquals(List.of(), world.messages());
        world.clock().set("2026-05-16T15:00:00Z");
        String off = linkOfAnEmail(world.customer(), world.invoice(world.customer(), "2026-03-20T15:00:00Z"));
        world.clock().set("2026-07-20T15:00:00Z");
        assertEquals("NOT_POSSIBLE", ask(off), "neither a number on the link nor an address");
    }

    /** @return token of a link that was mailed to who has no number that texts could go to */
    private static String linkOfAnEmail(String customer, String invoice) throws GenericEntityException {
        return OwnTransaction.call(() -> {
            PreparedLink link = PayLinks.ofEmail(world.delegator(), world.settings(), customer, null, List.of(invoice), world.clock().instant());
            PayLinks.activate(world.delegator(), List.of(link.linkId()), world.clock().instant());
            return link.url().substring(link.url().lastIndexOf('/') + 1);
        });
    }

    private static Object ask(String token) throws GenericServiceException {
        return world.call("requestFreshSmsPayLink", Map.of("token", token, "remoteAddress", "192.0.2.7")).get("outcome");
    }

    private static String customer(String address, String language) throws GenericEntityException {
        String customer = world.customer();
        world.contact(customer, "EMAIL_ADDRESS", "BILLING_EMAIL", address);
        if (language != null) {
            world.delegator().create("SmsPreference", "organizationPartyId", world.organization(), "customerPartyId", customer, "partyId", customer,
                    "localeString", language);
        }
        return customer;
    }

    private static void billed(String invoiceId) throws GenericEntityException {
        SmsEvents.record(world.delegator(), EventKind.INVOICE_STATUS, world.organization(), invoiceId, null, "INVOICE_READY",
                world.clock().instant());
    }

    private static List<GenericValue> mails(String address) throws GenericEntityException {
        return EntityQuery.use(world.delegator()).from("CommunicationEvent").where("toString", address).queryList();
    }

    private static GenericValue mailTo(String address) throws GenericEntityException {
        return mails(address).get(0);
    }
}
