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
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.OutsideProperties;
import org.smsbilling.message.DispatchStep;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;

/** The component on PostgreSQL with one connected organization, for tests that try to break it. */
final class AttackStage implements AutoCloseable {

    static final String MESSAGES = "/2010-04-01/Accounts/*/Messages.json";

    private final OutsideWorld outside = OutsideWorld.start(0);
    private final Testbed testbed;
    private final Stage stage;
    private final GenericValue administrator;
    private final String organization;

    AttackStage(TestPostgres postgres) throws Exception {
        OutsideProperties.pointAt(outside.baseUri());
        testbed = Testbed.start(TestbedConfig.inMemory("unused", outside.clock(), Path.of("../..").toAbsolutePath().normalize())
                .withDatabase(postgres.newDatabase(), postgres.user(), ""));
        stage = new Stage(testbed.dispatcher(), outside.baseUri());
        stage.clockToHour(10);
        administrator = stage.data().user("SMSBILLING_ADMIN");
        organization = stage.data().connectedOrganization("Besieged Ltd", administrator);
        connect(organization);
    }

    OutsideWorld outside() {
        return outside;
    }

    Testbed testbed() {
        return testbed;
    }

    Stage stage() {
        return stage;
    }

    GenericValue administrator() {
        return administrator;
    }

    String organization() {
        return organization;
    }

    /** Lets it send as fast as it can. */
    private void connect(String organizationPartyId) throws Exception {
        GenericValue settings = stage.find("SmsOrganization", "organizationPartyId", organizationPartyId);
        settings.set("segmentsPerSecond", 1000L);
        settings.store();
    }

    /** An invoice of its own customer. @param number of the customer */
    String invoice(String number, String amount) throws Exception {
        return stage.data().invoice(organization, stage.data().customer("Besieged Customer", number), amount);
    }

    /** An invoice of a customer that there is, straight into the database: many are made fast. @return its id */
    String plainInvoice(String customer, String amount) throws Exception {
        Delegator delegator = stage.delegator();
        Timestamp now = Timestamp.from(outside.clock().instant());
        String invoiceId = delegator.getNextSeqId("Invoice");
        delegator.create("Invoice", "invoiceId", invoiceId, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization, "partyId", customer,
                "statusId", "INVOICE_READY", "currencyUomId", "USD", "invoiceDate", now, "dueDate", now);
        delegator.create("InvoiceItem", "invoiceId", invoiceId, "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal(amount), "quantity", BigDecimal.ONE);
        return invoiceId;
    }

    /** A clerk sends it, for the first time and without opening the dialog. @return id of the message */
    String sendBlindly(String invoiceId, String number) throws Exception {
        return (String) stage.call(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1")
                .get("messageId");
    }

    /** A clerk sends it. @return id of the message */
    String send(String invoiceId, String number) throws Exception {
        return (String) Sending.send(stage, administrator, invoiceId, number).get("messageId");
    }

    /** Somebody pays by hand, through OFBiz's services. */
    void pay(String invoiceId, String amount) throws Exception {
        stage.call(stage.data().system(), "createPaymentAndApplication", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", stage.now("Invoice", "partyId", "invoiceId", invoiceId), "partyIdTo", organization, "statusId", "PMNT_RECEIVED",
                "currencyUomId", "USD", "amount", new BigDecimal(amount), "invoiceId", invoiceId);
    }

    /** Something that happens in the middle of a message's way. */
    @FunctionalInterface
    interface Event {
        void happen() throws Exception;
    }

    /** Sends an invoice, and right after the dispatcher has claimed its message something happens. @return id of the message */
    String sendWhile(String invoiceId, String number, Event event) throws Exception {
        stage.component().outbox().observe((point, messageId) -> {
            if (point == DispatchStep.Point.AFTER_CLAIM) {
                happen(event);
            }
        });
        try {
            String messageId = send(invoiceId, number);
            Expect.soon("end of message " + messageId, () -> Sending.status(stage, messageId), s -> !"QUEUED".equals(s) && !"SENDING".equals(s));
            return messageId;
        } finally {
            stage.component().outbox().observe(DispatchStep.NONE);
        }
    }

    private static void happen(Event event) {
        try {
            event.happen();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the carrier go wrong for a part of the requests. */
    void sometimes(String kind, int status, double probability, int seed) throws Exception {
        stage.outside().post("/control/faults", Map.of("kind", kind, "path", MESSAGES, "status", status, "probability", probability, "seed", seed));
    }

    @Override
    public void close() {
        testbed.close();
        outside.close();
        OutsideProperties.forget();
    }
}
