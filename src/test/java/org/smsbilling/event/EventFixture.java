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

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;
import org.smsbilling.twilio.TwilioSmsProvider;

/** The component on the testbed with none of its threads, at noon in New York; what is planned stays in the outbox. */
final class EventFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final MovableClock clock = new MovableClock(now);
    private final Testbed testbed;
    private final Stage stage;

    /** Moves only when a test moves it. */
    static final class MovableClock extends Clock {
        private final AtomicReference<Instant> now;
        private volatile RuntimeException fault;

        MovableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            if (fault != null) {
                throw fault;
            }
            return now.get();
        }

        void advance(Duration duration) {
            now.updateAndGet(instant -> instant.plus(duration));
        }

        /** From now on asking for the time fails; null ends that. */
        void failWith(RuntimeException e) {
            fault = e;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** @param postgres or null for H2 */
    EventFixture(TestPostgres postgres) {
        TestbedConfig h2 = TestbedConfig.inMemory("events" + NUMBERS.incrementAndGet(), new MovableClock(now),
                Path.of("../..").toAbsolutePath().normalize());
        testbed = Testbed.start(postgres == null ? h2 : h2.withDatabase(postgres.newDatabase(), postgres.user(), ""));
        SmsBilling billing = new SmsBilling(testbed.delegator(), clock, new TwilioSmsProvider(Optional.empty(), clock),
                new CardPointeGateway(Optional.empty()));
        billing.outbox().close();
        billing.payments().close();
        billing.events().close();
        SmsBilling.install(billing);
        withoutJobs();
        stage = new Stage(testbed.dispatcher(), URI.create("http://127.0.0.1:9"));
    }

    private void withoutJobs() {
        try {
            delegator().removeByAnd("JobSandbox", "poolId", "pool");
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    MovableClock clock() {
        return clock;
    }

    Delegator delegator() {
        return testbed.delegator();
    }

    Stage stage() {
        return stage;
    }

    /** Another node. */
    EventPlanner planner(EventSteps steps) {
        return new EventPlanner(delegator(), clock, steps, InvoiceChanges.NONE, () -> { });
    }

    /** Looks at what is due, once. */
    void plan() throws GenericEntityException {
        planner(new StepsBySettings()).runDue();
    }

    /** @param settings more fields of SmsOrganization. @return a connected organization that texts new invoices when they are READY */
    String organization(String... settings) throws GenericEntityException {
        String id = stage.data().organization("Oak Property");
        Map<String, Object> fields = new HashMap<>(Map.ofEntries(Map.entry("organizationPartyId", id), Map.entry("connected", "Y"),
                Map.entry("twilioAccountSid", "AC" + id), Map.entry("twilioAuthToken", "secret"), Map.entry("sender", "+15005550006"),
                Map.entry("cardSite", "fts"), Map.entry("cardMerchantId", "8000"), Map.entry("cardUser", "u"), Map.entry("cardPassword", "p"),
                Map.entry("publicBaseUrl", "https://pay.example.com"), Map.entry("timeZoneId", "America/New_York"),
                Map.entry("brandName", "Oak"), Map.entry("invoiceTrigger", "INVOICE_READY")));
        for (int i = 0; i < settings.length; i += 2) {
            fields.put(settings[i], settings[i + 1]);
        }
        delegator().create("SmsOrganization", fields);
        return id;
    }

    String customer() throws GenericEntityException {
        return stage.data().customer("Pine Cafe", stage.data().mobile());
    }

    String invoice(String organization, String customer, String amount, String status) throws Exception {
        return stage.data().invoice("SALES_INVOICE", organization, customer, amount, "USD", status);
    }

    void status(String invoiceId, String status) throws Exception {
        stage.call(stage.data().system(), "setInvoiceStatus", "invoiceId", invoiceId, "statusId", status);
    }

    /** A payment that the organization received. @return its id */
    String payment(String customer, String organization, String amount) throws Exception {
        return (String) stage.call(stage.data().system(), "createPayment", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "amount", new BigDecimal(amount),
                "currencyUomId", "USD", "effectiveDate", Timestamp.from(clock.instant())).get("paymentId");
    }

    void apply(String paymentId, String invoiceId) throws Exception {
        stage.call(stage.data().system(), "createPaymentApplication", "paymentId", paymentId, "invoiceId", invoiceId);
    }

    List<GenericValue> messages(String invoiceId) throws GenericEntityException {
        List<String> ids = EntityQuery.use(delegator()).from("SmsStepRun").where("invoiceId", invoiceId).queryList().stream()
                .map(run -> run.getString("messageId")).collect(Collectors.toList());
        return EntityQuery.use(delegator()).from("SmsMessage").orderBy("messageId").queryList().stream()
                .filter(message -> ids.contains(message.getString("messageId"))).collect(Collectors.toList());
    }

    /** @return type and status of each message about the invoice, the oldest first */
    List<String> told(String invoiceId) throws GenericEntityException {
        return messages(invoiceId).stream().map(message -> message.getString("messageType") + " " + message.getString("messageStatus"))
                .collect(Collectors.toList());
    }

    /** @return outcomes of the events of an invoice, the oldest first; null for one that nobody looked at */
    List<String> outcomes(String invoiceId) throws GenericEntityException {
        return EntityQuery.use(delegator()).from("SmsEvent").where("invoiceId", invoiceId).orderBy("smsEventId").queryList().stream()
                .map(event -> event.getString("outcome")).collect(Collectors.toList());
    }

    GenericValue find(String entity, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).where(keys).queryFirst();
    }

    long count(String entity, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).where(keys).queryCount();
    }

    @Override
    public void close() {
        testbed.close();
    }
}
