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

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.clock.StoppedClock;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.CarrierDouble;
import org.smsbilling.message.OutboxDispatcher;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;
import org.smsbilling.transaction.OwnTransaction;

/** The component on the testbed without its own sending and jobs, an organization in New York with a cycle of three steps, and invoices. */
final class ReminderWorld implements AutoCloseable {

    static final Timestamp LONG_AGO = Timestamp.valueOf("2020-01-01 00:00:00");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final StoppedClock clock;
    private final CarrierDouble carrier = new CarrierDouble();
    private final Testbed testbed;
    private final SmsBilling billing;
    private final String organization;
    private int numbers;
    private int many = 2_000;

    ReminderWorld(String now) throws GenericEntityException {
        this(now, null);
    }

    /** @param postgres or null for a database in memory */
    ReminderWorld(String now, TestPostgres postgres) throws GenericEntityException {
        clock = new StoppedClock(now);
        TestbedConfig config = TestbedConfig.inMemory("reminders" + NUMBERS.incrementAndGet(), clock,
                Path.of("../..").toAbsolutePath().normalize());
        testbed = Testbed.start(postgres == null ? config : config.withDatabase(postgres.newDatabase(), postgres.user(), ""));
        billing = new SmsBilling(testbed.delegator(), clock, carrier,
                new CardPointeGateway(Optional.empty()));
        billing.outbox().close();
        billing.events().close();
        SmsBilling.install(billing);
        delegator().removeByAnd("JobSandbox", "serviceName", "runSmsReminders");
        organization = group("Oak Property");
        delegator().create("SmsOrganization", Map.ofEntries(Map.entry("organizationPartyId", organization), Map.entry("connected", "Y"),
                Map.entry("twilioAccountSid", "AC1"), Map.entry("twilioAuthToken", "secret"), Map.entry("sender", "+15005550006"),
                Map.entry("cardSite", "fts"), Map.entry("cardMerchantId", "8000"), Map.entry("cardUser", "u"), Map.entry("cardPassword", "p"),
                Map.entry("publicBaseUrl", "https://pay.example.com"), Map.entry("timeZoneId", "America/New_York"),
                Map.entry("brandName", "Oak")));
        cycle("CYCLE", Map.of());
        step("BEFORE3", "CYCLE", "DUE_DATE", -3, "SMS", "UPCOMING", Map.of());
        step("TODAY", "CYCLE", "DUE_DATE", 0, "SMS", "DUE_TODAY", Map.of());
        step("LATE1", "CYCLE", "DUE_DATE", 1, "SMS", "OVERDUE_GENTLE", Map.of("lateFee", new BigDecimal("25.00")));
        OwnTransaction.call(() -> {
            new InvoiceDueFill(delegator(), clock).begin(organization);
            return null;
        });
        new InvoiceDueFill(delegator(), clock).goOn(10);
    }

    /** From so many invoices on a run decides about them side by side. */
    void sideBySideFrom(int invoices) {
        many = invoices;
    }

    String organization() {
        return organization;
    }

    StoppedClock clock() {
        return clock;
    }

    CarrierDouble carrier() {
        return carrier;
    }

    OrganizationSettings settings() throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator(), organization).orElseThrow();
    }

    InvoiceFacts facts(String invoiceId) throws GenericEntityException {
        return InvoiceFactsReader.read(delegator(), List.of(invoiceId), clock.instant()).get(invoiceId);
    }

    Delegator delegator() {
        return testbed.delegator();
    }

    LocalDispatcher dispatcher() {
        return testbed.dispatcher();
    }

    void cycle(String cycleId, Map<String, Object> fields) throws GenericEntityException {
        Map<String, Object> cycle = new HashMap<>(Map.of("cycleId", cycleId, "organizationPartyId", organization, "cycleName", cycleId,
                "priority", 10L, "fromDate", LONG_AGO, "changedDate", LONG_AGO));
        cycle.putAll(fields);
        delegator().create("SmsCollectionCycle", cycle);
    }

    void step(String stepId, String cycleId, String anchor, int offset, String communication, String type, Map<String, Object> fields)
            throws GenericEntityException {
        Map<String, Object> step = new HashMap<>(Map.of("stepId", stepId, "cycleId", cycleId, "stepAnchor", anchor, "offsetDays", (long) offset,
                "communication", communication, "messageType", type, "sendHour", 10L, "fromDate", LONG_AGO));
        step.putAll(fields);
        delegator().create("SmsCollectionStep", step);
    }

    String group(String name) throws GenericEntityException {
        String partyId = delegator().getNextSeqId("Party");
        delegator().create("Party", "partyId", partyId, "partyTypeId", "PARTY_GROUP");
        delegator().create("PartyGroup", "partyId", partyId, "groupName", name);
        return partyId;
    }

    /** A customer with a mobile number in New York. */
    String customer() throws GenericEntityException {
        String partyId = group("Customer");
        contact(partyId, "TELECOM_NUMBER", "PHONE_BILLING", String.format("+1917555%04d", ++numbers));
        return partyId;
    }

    void contact(String partyId, String type, String purpose, String value) throws GenericEntityException {
        String mech = delegator().getNextSeqId("ContactMech");
        boolean phone = "TELECOM_NUMBER".equals(type);
        delegator().create("ContactMech", "contactMechId", mech, "contactMechTypeId", type, "infoString", phone ? null : value);
        if (phone) {
            delegator().create("TelecomNumber", "contactMechId", mech, "contactNumber", value);
        }
        delegator().create("PartyContactMech", "partyId", partyId, "contactMechId", mech, "fromDate", LONG_AGO);
        delegator().create("PartyContactMechPurpose", "partyId", partyId, "contactMechId", mech, "contactMechPurposeTypeId", purpose,
                "fromDate", LONG_AGO);
    }

    String invoice(String customer, String dueAt) throws GenericEntityException {
        return invoice(customer, dueAt, "100.00", "USD", Map.of());
    }

    /** A READY sales invoice of one item, whose days are known. @param dueAt moment, or null */
    String invoice(String customer, String dueAt, String amount, String currency, Map<String, String> attributes) throws GenericEntityException {
        String id = delegator().getNextSeqId("Invoice");
        delegator().create("Invoice", "invoiceId", id, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization, "partyId", customer,
                "statusId", "INVOICE_READY", "currencyUomId", currency, "invoiceDate", Timestamp.from(Instant.parse("2026-02-01T15:00:00Z")),
                "dueDate", dueAt == null ? null : Timestamp.from(Instant.parse(dueAt)));
        delegator().create("InvoiceItem", "invoiceId", id, "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal(amount), "quantity", BigDecimal.ONE);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            delegator().create("InvoiceAttribute", "invoiceId", id, "attrName", attribute.getKey(), "attrValue", attribute.getValue());
        }
        changed(id);
        return id;
    }

    void moveDueDate(String invoiceId, String dueAt) throws GenericEntityException {
        delegator().storeByCondition("Invoice", Map.of("dueDate", Timestamp.from(Instant.parse(dueAt))),
                EntityCondition.makeCondition("invoiceId", invoiceId));
        changed(invoiceId);
    }

    /** A contact person beside the billing contact, who reads Spanish. @return the mobile number */
    String contactPerson(String customer) throws GenericEntityException {
        String person = delegator().getNextSeqId("Party");
        String number = String.format("+1917555%04d", ++numbers);
        delegator().create("Party", "partyId", person, "partyTypeId", "PERSON");
        delegator().create("PartyRole", "partyId", customer, "roleTypeId", "ACCOUNT");
        delegator().create("PartyRole", "partyId", person, "roleTypeId", "CONTACT");
        delegator().create("PartyRelationship", "partyIdFrom", customer, "partyIdTo", person, "roleTypeIdFrom", "ACCOUNT", "roleTypeIdTo", "CONTACT",
                "fromDate", LONG_AGO, "partyRelationshipTypeId", "CONTACT_REL");
        contact(person, "TELECOM_NUMBER", "PHONE_MOBILE", number);
        delegator().create("SmsPreference", "organizationPartyId", organization, "customerPartyId", customer, "partyId", person,
                "recipientRole", "BESIDE", "localeString", "es");
        return number;
    }

    /** Writes a number on an invoice: its texts go there. @return it */
    String numberOn(String invoiceId) throws GenericEntityException {
        String mech = delegator().getNextSeqId("ContactMech");
        String number = String.format("+1917555%04d", ++numbers);
        delegator().create("ContactMech", "contactMechId", mech, "contactMechTypeId", "TELECOM_NUMBER");
        delegator().create("TelecomNumber", "contactMechId", mech, "contactNumber", number);
        delegator().create("InvoiceContactMech", "invoiceId", invoiceId, "contactMechId", mech, "contactMechPurposeTypeId", "PHONE_BILLING");
        return number;
    }

    /** Tells the component that the invoice was changed. */
    void changed(String invoiceId) throws GenericEntityException {
        OwnTransaction.call(() -> {
            new InvoiceDueDates(delegator(), clock.instant()).refresh(List.of(invoiceId));
            return null;
        });
    }

    ReminderRun.Outcome run() throws GenericEntityException {
        return new ReminderRun(delegator(), settings(), CollectionCyclesReader.read(delegator(), organization),
                new ReminderEmails(dispatcher()), clock.instant(), many).run();
    }

    /** Runs at a moment. @return how many texts and mails are new */
    int runAt(String moment) throws GenericEntityException {
        clock.set(moment);
        ReminderRun.Outcome outcome = run();
        return outcome.texts() + outcome.emails();
    }

    /** Lets the outbox send what is due at a moment, and waits until it has. @return texts that reached the carrier meanwhile */
    List<String> sendAt(String moment) throws GenericEntityException, InterruptedException {
        clock.set(moment);
        int before = carrier.requests().size();
        try (OutboxDispatcher dispatcher = new OutboxDispatcher(delegator(), clock, carrier)) {
            dispatcher.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (due() > 0 && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        return carrier.requests().stream().skip(before).map(request -> request.sms().body()).toList();
    }

    private long due() throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsMessage").where(
                EntityCondition.makeCondition("messageStatus", EntityOperator.IN, List.of("QUEUED", "SENDING")),
                EntityCondition.makeCondition("notBefore", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(clock.instant()))).queryCount();
    }

    /** @return the message that tells of an invoice at a step */
    GenericValue message(String invoiceId, String stepId) throws GenericEntityException {
        GenericValue run = EntityQuery.use(delegator()).from("SmsStepRun").where("invoiceId", invoiceId, "stepId", stepId).queryFirst();
        return EntityQuery.use(delegator()).from("SmsMessage").where("messageId", run.getString("messageId")).queryOne();
    }

    /** A payment of the whole of an invoice of 100.00. @return its id */
    String pay(String invoiceId) throws GenericEntityException {
        String id = delegator().getNextSeqId("Payment");
        String customer = EntityQuery.use(delegator()).from("Invoice").where("invoiceId", invoiceId).queryOne().getString("partyId");
        delegator().create("Payment", "paymentId", id, "paymentTypeId", "CUSTOMER_PAYMENT", "partyIdFrom", customer, "partyIdTo", organization,
                "statusId", "PMNT_RECEIVED", "amount", new BigDecimal("100.00"), "currencyUomId", "USD", "effectiveDate",
                Timestamp.from(clock.instant()));
        delegator().create("PaymentApplication", "paymentApplicationId", id, "paymentId", id, "invoiceId", invoiceId,
                "amountApplied", new BigDecimal("100.00"));
        return id;
    }

    Map<String, Object> call(String service, Map<String, Object> context) throws GenericServiceException {
        return dispatcher().runSync(service, context);
    }

    /** @return "step occurrence outcome" of the invoice's step runs, sorted; without the due date from which they count */
    List<String> runs(String invoiceId) throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsStepRun").where("invoiceId", invoiceId).queryList().stream()
                .map(run -> run.getString("stepId") + " " + run.getString("occurrence").replaceFirst("@.*", "") + " "
                        + run.getString("outcome")).sorted()
                .collect(Collectors.toList());
    }

    List<GenericValue> messages() throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsMessage").orderBy("messageId").queryList();
    }

    @Override
    public void close() {
        billing.close();
        testbed.close();
    }
}
