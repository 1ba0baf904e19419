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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.provider.SendResult;

/** The outbox at work on a database: one request for each message, whatever happens. */
class OutboxDispatcherTest {

    private static final String NUMBER = "+12125550147";

    private OutboxFixture outbox;

    @BeforeEach
    void start() {
        outbox = new OutboxFixture();
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    @Test
    void aQueuedMessageIsSentOnceAndWrittenDown() throws Exception {
        String organization = outbox.organization(100);
        String invoiceId = outbox.invoice(organization, "1234.50");
        String messageId = outbox.message(organization, invoiceId, NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "SENT"));
        assertEquals(1, outbox.carrier().requests().size());
        String body = outbox.carrier().requests().get(0).sms().body();
        assertTrue(body.matches("Oak: invoice " + invoiceId + " for \\$1,234\\.50 is due Mar 14\\. "
                + "Pay here: https://pay\\.example\\.com/pay/control/p/[A-Za-z0-9_-]{22} Reply STOP to opt out\\."), body);
        GenericValue row = outbox.row(messageId);
        assertEquals(body.replaceAll("/p/[A-Za-z0-9_-]{22}", "/p/" + "*".repeat(22)), row.getString("body"));
        assertEquals("SM1", row.getString("providerMessageId"));
        assertEquals("GSM-7", row.getString("encoding"));
        assertEquals(1L, row.getLong("segments"));
        assertEquals(Timestamp.from(OutboxFixture.NOON), row.getTimestamp("sentDate"));
        assertNull(row.getString("leaseOwner"));
        assertEquals(List.of("SMS_QUEUED", "SMS_SENT"), outbox.audit(messageId));
        GenericValue link = EntityQuery.use(outbox.delegator()).from("SmsPayLink").where("linkId", row.getString("linkId")).queryOne();
        assertNotNull(link.getTimestamp("activeDate"));
        assertNull(link.getString("tokenSecret"));
        assertTrue(OutboxFixture.soon(() -> communications(row.getString("communicationEventId")) == 1));
        assertEquals(Duration.ofHours(9), outbox.carrier().requests().get(0).sms().validity());
    }

    @Test
    void severalDispatchersOnOneDatabaseSendEachMessageOnce() throws Exception {
        String organization = outbox.organization(1000);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            messages.add(outbox.message(organization, String.format("+1212556%04d", i)));
        }
        for (int i = 0; i < 3; i++) {
            outbox.dispatcher().start();
        }
        for (String messageId : messages) {
            assertTrue(outbox.becomes(messageId, "SENT"), messageId);
        }
        assertEquals(60, outbox.carrier().requests().size());
        assertEquals(60, outbox.carrier().requests().stream().map(request -> request.sms().to()).distinct().count());
    }

    @Test
    void aStopBetweenQueueAndSendWins() throws Exception {
        String organization = outbox.organization(100);
        String messageId = outbox.message(organization, NUMBER);
        ConsentLedger.record(outbox.delegator(), new ConsentEntry(organization, NUMBER, ConsentState.OPTED_OUT, ConsentSource.KEYWORD, "STOP",
                OutboxFixture.NOON, null));
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "CANCELLED"));
        assertEquals("OPTED_OUT", outbox.row(messageId).getString("errorCode"));
        assertEquals(List.of("SMS_QUEUED", "SMS_CANCELLED"), outbox.audit(messageId));
        assertEquals(0, outbox.carrier().requests().size());
    }

    @Test
    void anInvoicePaidBetweenQueueAndSendIsNotSent() throws Exception {
        String organization = outbox.organization(100);
        String invoiceId = outbox.invoice(organization, "80.00");
        String messageId = outbox.message(organization, invoiceId, NUMBER);
        pay(invoiceId, organization, "80.00");
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "CANCELLED"));
        assertEquals("INVOICE_NOTHING_OUTSTANDING", outbox.row(messageId).getString("errorCode"));
        assertEquals(0, outbox.carrier().requests().size());
    }

    @Test
    void aPartPaymentBetweenQueueAndSendIsInTheText() throws Exception {
        String organization = outbox.organization(100);
        String invoiceId = outbox.invoice(organization, "80.00");
        String messageId = outbox.message(organization, invoiceId, NUMBER);
        pay(invoiceId, organization, "30.25");
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "SENT"));
        assertTrue(outbox.carrier().requests().get(0).sms().body().contains("for $49.75 is due"));
    }

    @Test
    void outsideTheHoursItWaitsUntilTheyBegin() throws Exception {
        String organization = outbox.organization(100);
        outbox.clock().set(Instant.parse("2026-03-05T03:00:00Z"));
        String messageId = outbox.message(organization, NUMBER);
        outbox.dispatcher().start();
        Timestamp morning = Timestamp.from(Instant.parse("2026-03-05T13:00:00Z"));
        assertTrue(OutboxFixture.soon(() -> morning.equals(notBefore(messageId))));
        assertEquals("QUEUED", outbox.status(messageId));
        assertEquals(0, outbox.carrier().requests().size());
        outbox.clock().set(morning.toInstant());
        assertTrue(outbox.becomes(messageId, "SENT"));
    }

    @Test
    void aQueuedMessageOfADeadDispatcherIsTakenOverWhenItsLeaseIsOver() throws Exception {
        String organization = outbox.organization(100);
        String messageId = outbox.message(organization, NUMBER);
        lease(messageId, "QUEUED", OutboxFixture.NOON.plusSeconds(30));
        String other = outbox.message(organization, "+12125550148");
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(other, "SENT"));
        assertEquals("QUEUED", outbox.status(messageId));
        outbox.clock().advance(Duration.ofSeconds(31));
        assertTrue(outbox.becomes(messageId, "SENT"));
        assertEquals(1, outbox.carrier().requestsTo(NUMBER));
    }

    @Test
    void aMessageThatWasBeingSentWhenItsDispatcherDiedIsNotSentAgain() throws Exception {
        String organization = outbox.organization(100);
        String messageId = outbox.message(organization, NUMBER);
        lease(messageId, "SENDING", OutboxFixture.NOON.minusSeconds(1));
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "AMBIGUOUS"));
        assertEquals("NO_ANSWER", outbox.row(messageId).getString("errorCode"));
        assertEquals(List.of("SMS_QUEUED", "SMS_AMBIGUOUS"), outbox.audit(messageId));
        assertEquals(0, outbox.carrier().requests().size());
    }

    @Test
    void noAnswerIsAmbiguousAndMakesNoSecondRequest() throws Exception {
        outbox.carrier().answers((sms, number) -> new SendResult.Unknown("timeout"));
        String messageId = outbox.message(outbox.organization(100), NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "AMBIGUOUS"));
        outbox.clock().advance(Duration.ofMinutes(10));
        String other = outbox.message(outbox.organization(100), "+12125550148");
        assertTrue(outbox.becomes(other, "AMBIGUOUS"));
        assertEquals(1, outbox.carrier().requestsTo(NUMBER));
        GenericValue link = EntityQuery.use(outbox.delegator()).from("SmsPayLink").where("messageId", messageId).queryFirst();
        assertNotNull(link.getString("tokenSecret"), "kept, to find the text at the carrier");
    }

    @Test
    void aCarrierThatThrowsIsAmbiguous() throws Exception {
        outbox.carrier().answers((sms, number) -> {
            throw new IllegalStateException("bug in a client");
        });
        String messageId = outbox.message(outbox.organization(100), NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "AMBIGUOUS"));
        assertEquals(1, outbox.carrier().requests().size());
    }

    @Test
    void tooManyRequestsAreTriedAgainLaterWithTheSameLink() throws Exception {
        outbox.carrier().answers((sms, number) -> number == 1 ? new SendResult.Later("20429", "Too many requests") : outbox.carrier().accepted());
        String messageId = outbox.message(outbox.organization(100), NUMBER);
        outbox.dispatcher().start();
        assertTrue(OutboxFixture.soon(() -> notBefore(messageId).after(Timestamp.from(OutboxFixture.NOON))));
        assertEquals("QUEUED", outbox.status(messageId));
        outbox.clock().advance(Duration.ofSeconds(1));
        assertTrue(outbox.becomes(messageId, "SENT"));
        assertEquals(2, outbox.carrier().requests().size());
        assertEquals(outbox.carrier().requests().get(0).sms().body(), outbox.carrier().requests().get(1).sms().body());
        assertEquals(2L, outbox.row(messageId).getLong("sendAttempts"));
    }

    @Test
    void aRefusalFailsWithTheCarriersCodeAndWithoutTheNumber() throws Exception {
        outbox.carrier().answers((sms, number) -> new SendResult.Refused("21211", "The number " + sms.to() + " is not valid"));
        String organization = outbox.organization(100);
        String messageId = outbox.message(organization, NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "FAILED"));
        assertEquals("21211", outbox.row(messageId).getString("errorCode"));
        assertFalse(outbox.row(messageId).getString("errorText").contains("5550147"));
        assertTrue(OutboxFixture.soon(() -> consent(organization) == ConsentState.UNUSABLE));
        GenericValue link = EntityQuery.use(outbox.delegator()).from("SmsPayLink").where("messageId", messageId).queryFirst();
        assertEquals("NOT_SENT", link.getString("closedReason"));
    }

    @Test
    void anOptOutThatTheCarrierKnowsIsRecorded() throws Exception {
        outbox.carrier().answers((sms, number) -> new SendResult.Refused("21610", "Blacklisted"));
        String organization = outbox.organization(100);
        String messageId = outbox.message(organization, NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "FAILED"));
        assertTrue(OutboxFixture.soon(() -> consent(organization) == ConsentState.OPTED_OUT));
        assertTrue(OutboxFixture.soon(() -> consent("ANOTHER") == ConsentState.OPTED_OUT),
                "an opt-out reaches all organizations unless set otherwise");
    }

    @Test
    void wrongCredentialsStopTheOrganizationAndTheRestWaits() throws Exception {
        outbox.carrier().answers((sms, number) -> new SendResult.Refused("20003", "Authenticate"));
        String organization = outbox.organization(1);
        String first = outbox.message(organization, NUMBER);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(first, "FAILED"));
        assertTrue(OutboxFixture.soon(() -> "N".equals(organization(organization).getString("connected"))));
        assertEquals("20003: Authenticate", organization(organization).getString("stoppedReason"));
        String second = outbox.message(organization, "+12125550148");
        assertTrue(OutboxFixture.soon(() -> notBefore(second).equals(Timestamp.from(OutboxFixture.NOON.plusSeconds(600)))));
        assertEquals("QUEUED", outbox.status(second));
    }

    @Test
    void oneMessageThatCannotBeMadeDoesNotStopTheOthers() throws Exception {
        String organization = outbox.organization(100);
        String bad = outbox.message(organization, NUMBER);
        String good = outbox.message(organization, "+12125550148");
        outbox.delegator().storeByCondition("SmsMessage", Map.of("messageType", "NO_SUCH_TYPE"), messageIs(bad));
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(good, "SENT"));
        assertTrue(outbox.becomes(bad, "FAILED"));
        assertEquals("OWN_FAULT", outbox.row(bad).getString("errorCode"));
    }

    @Test
    void aMessageThatWaitedTooLongForItsCallIsCheckedAgain() throws Exception {
        String organization = outbox.organization(1);
        CountDownLatch firstCalled = new CountDownLatch(1);
        outbox.carrier().answers((sms, number) -> {
            firstCalled.countDown();
            return outbox.carrier().accepted();
        });
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.add(outbox.message(organization, "+1212555020" + i));
        }
        outbox.dispatcher().start();
        assertTrue(firstCalled.await(20, TimeUnit.SECONDS));
        for (int i = 0; i < 3; i++) {
            ConsentLedger.record(outbox.delegator(), new ConsentEntry(organization, "+1212555020" + i, ConsentState.OPTED_OUT, ConsentSource.KEYWORD,
                    "STOP", OutboxFixture.NOON, null));
        }
        long stopped = System.nanoTime();
        for (String messageId : messages) {
            assertTrue(OutboxFixture.soon(() -> List.of("SENT", "CANCELLED").contains(outbox.status(messageId))));
        }
        assertTrue(outbox.carrier().requests().stream().allMatch(request -> request.nanos() - stopped < TimeUnit.SECONDS.toNanos(2)));
        assertEquals("CANCELLED", outbox.status(messages.get(2)));
    }

    @Test
    void theRateOfASenderIsKept() throws Exception {
        String organization = outbox.organization(20);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            messages.add(outbox.message(organization, String.format("+1212557%04d", i)));
        }
        outbox.dispatcher().start();
        for (String messageId : messages) {
            assertTrue(outbox.becomes(messageId, "SENT"), messageId);
        }
        List<Long> times = outbox.carrier().requests().stream().map(CarrierDouble.Request::nanos).sorted().toList();
        for (long time : times) {
            long within = times.stream().filter(other -> other >= time && other < time + TimeUnit.SECONDS.toNanos(1)).count();
            assertTrue(within <= 21, "requests in one second: " + within);
        }
    }

    @Test
    void closingQueuesAgainWhatWasNotCalled() throws Exception {
        String organization = outbox.organization(1);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            messages.add(outbox.message(organization, "+1212555030" + i));
        }
        OutboxDispatcher dispatcher = outbox.dispatcher();
        dispatcher.start();
        assertTrue(OutboxFixture.soon(() -> !outbox.carrier().requests().isEmpty()));
        dispatcher.close();
        List<String> statuses = messages.stream().map(outbox::status).sorted().toList();
        assertEquals(outbox.carrier().requests().size(), statuses.stream().filter("SENT"::equals).count());
        assertTrue(statuses.stream().allMatch(status -> status.equals("SENT") || status.equals("QUEUED")), statuses.toString());
    }

    private void pay(String invoiceId, String organization, String amount) throws Exception {
        String customer = EntityQuery.use(outbox.delegator()).from("Invoice").where("invoiceId", invoiceId).queryOne().getString("partyId");
        outbox.delegator().create("Payment", "paymentId", "PAY1", "paymentTypeId", "CUSTOMER_PAYMENT", "partyIdFrom", customer,
                "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "amount", new BigDecimal(amount), "currencyUomId", "USD",
                "effectiveDate", Timestamp.from(OutboxFixture.NOON));
        outbox.delegator().create("PaymentApplication", "paymentApplicationId", "PAY1", "paymentId", "PAY1", "invoiceId", invoiceId,
                "amountApplied", new BigDecimal(amount));
    }

    private void lease(String messageId, String status, Instant until) throws Exception {
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageStatus", status);
        fields.put("leaseOwner", "a dispatcher that died");
        fields.put("leaseUntil", Timestamp.from(until));
        outbox.delegator().storeByCondition("SmsMessage", fields, messageIs(messageId));
    }

    private static EntityCondition messageIs(String messageId) {
        return EntityCondition.makeCondition("messageId", messageId);
    }

    private Timestamp notBefore(String messageId) {
        try {
            return outbox.row(messageId).getTimestamp("notBefore");
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long communications(String id) {
        try {
            return EntityQuery.use(outbox.delegator()).from("CommunicationEvent").where("communicationEventId", id).queryCount();
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ConsentState consent(String organization) {
        try {
            return ConsentLedger.current(outbox.delegator(), organization, List.of(NUMBER)).get(NUMBER);
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }

    private GenericValue organization(String id) {
        try {
            return EntityQuery.use(outbox.delegator()).from("SmsOrganization").where("organizationPartyId", id).queryOne();
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
    }
}
