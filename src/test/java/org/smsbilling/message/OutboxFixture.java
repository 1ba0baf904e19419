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
package org.smsbilling.message;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.clock.StoppedClock;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;
import org.smsbilling.transaction.OwnTransaction;

/** The component on the testbed without its own dispatcher, an organization in New York at noon, and invoices to send. */
final class OutboxFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final StoppedClock clock = new StoppedClock(NOON);
    private final CarrierDouble carrier = new CarrierDouble();
    private final Testbed testbed;
    private final List<OutboxDispatcher> dispatchers = new ArrayList<>();
    private int parties;

    OutboxFixture() {
        this(TestbedConfig.inMemory("outbox" + NUMBERS.incrementAndGet(), Clock.systemUTC(), Path.of("../..").toAbsolutePath().normalize()));
    }

    OutboxFixture(TestPostgres postgres) {
        this(TestbedConfig.inMemory("", Clock.systemUTC(), Path.of("../..").toAbsolutePath().normalize())
                .withDatabase(postgres.newDatabase(), postgres.user(), ""));
    }

    private OutboxFixture(TestbedConfig config) {
        testbed = Testbed.start(new TestbedConfig(config.components(), config.jdbcUrl(), config.user(), config.password(), clock,
                config.dataReaders(), config.pollMillis()));
        SmsBilling billing = new SmsBilling(testbed.delegator(), clock, carrier, new CardPointeGateway(Optional.empty()));
        billing.outbox().close();
        SmsBilling.install(billing);
    }

    StoppedClock clock() {
        return clock;
    }

    CarrierDouble carrier() {
        return carrier;
    }

    Delegator delegator() {
        return testbed.delegator();
    }

    String organization(int perSecond) throws GenericEntityException {
        String id = group("Oak Property");
        delegator().create("SmsOrganization", Map.ofEntries(Map.entry("organizationPartyId", id), Map.entry("connected", "Y"),
                Map.entry("twilioAccountSid", "AC" + id), Map.entry("twilioAuthToken", "secret"), Map.entry("sender", "+15005550006"),
                Map.entry("segmentsPerSecond", (long) perSecond), Map.entry("cardSite", "fts"), Map.entry("cardMerchantId", "8000"),
                Map.entry("cardUser", "u"), Map.entry("cardPassword", "p"), Map.entry("publicBaseUrl", "https://pay.example.com"),
                Map.entry("timeZoneId", "America/New_York"), Map.entry("brandName", "Oak")));
        return id;
    }

    /** @return id of a READY sales invoice of one item */
    String invoice(String organization, String amount) throws GenericEntityException {
        String id = delegator().getNextSeqId("Invoice");
        delegator().create("Invoice", "invoiceId", id, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization,
                "partyId", group("Customer"),
                "statusId", "INVOICE_READY", "currencyUomId", "USD", "invoiceDate", Timestamp.from(NOON),
                "dueDate", Timestamp.from(NOON.plusSeconds(864_000)));
        delegator().create("InvoiceItem", "invoiceId", id, "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal(amount), "quantity", BigDecimal.ONE);
        return id;
    }

    /** @return id of a queued message to a number in New York */
    String message(String organization, String invoiceId, String number) throws GenericEntityException {
        String customer = EntityQuery.use(delegator()).from("Invoice").where("invoiceId", invoiceId).queryOne().getString("partyId");
        NewMessage message = new NewMessage(MessageType.NEW_INVOICE, organization, List.of(invoiceId), new NewMessage.Step("SEND", "1", "-"),
                customer, customer, number, "en", clock.instant(), null);
        return OwnTransaction.call(() -> message.queue(delegator(), clock.instant()));
    }

    String message(String organization, String number) throws GenericEntityException {
        return message(organization, invoice(organization, "80.00"), number);
    }

    OutboxDispatcher dispatcher() {
        OutboxDispatcher dispatcher = new OutboxDispatcher(delegator(), clock, carrier);
        dispatchers.add(dispatcher);
        return dispatcher;
    }

    GenericValue row(String messageId) throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsMessage").where("messageId", messageId).queryOne();
    }

    String status(String messageId) {
        try {
            return row(messageId).getString("messageStatus");
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> audit(String messageId) throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsAuditEvent").where("messageId", messageId).orderBy("auditEventId").getFieldList("auditKind");
    }

    /** Looks again and again, for at most twenty seconds. @return whether it came true */
    static boolean soon(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return true;
    }

    boolean becomes(String messageId, String status) throws InterruptedException {
        return soon(() -> status.equals(status(messageId)));
    }

    private String group(String name) throws GenericEntityException {
        String id = "P" + ++parties;
        delegator().create("Party", "partyId", id, "partyTypeId", "PARTY_GROUP");
        delegator().create("PartyGroup", "partyId", id, "groupName", name);
        return id;
    }

    @Override
    public void close() {
        dispatchers.forEach(OutboxDispatcher::close);
        testbed.close();
    }
}
