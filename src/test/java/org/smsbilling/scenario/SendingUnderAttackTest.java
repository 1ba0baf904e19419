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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.message.OutboxDispatcher;
import org.smsbilling.testbed.db.TestPostgres;

/** Tries to make the component send twice, lose a text, send against somebody's will, send a wrong amount, or stand in a user's way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
final class SendingUnderAttackTest {

    private static final int MESSAGES = 200;
    private static final Set<String> OVER = Set.of("SENT", "DELIVERED", "AMBIGUOUS");

    private AttackStage attack;
    private Stage stage;

    @BeforeAll
    void start(TestPostgres postgres) throws Exception {
        attack = new AttackStage(postgres);
        stage = attack.stage();
    }

    @AfterAll
    void stop() {
        attack.close();
    }

    @AfterEach
    void noMoreFaults() throws Exception {
        stage.outside().clearFaults();
    }

    @Test
    void twoDispatchersAndABadCarrierTextNobodyTwiceAndLoseNoMessage() throws Exception {
        attack.sometimes("STATUS", 429, 0.10, 1);
        attack.sometimes("STATUS", 500, 0.05, 2);
        attack.sometimes("STATUS_AFTER", 500, 0.05, 3);
        attack.sometimes("DROP_BEFORE", 0, 0.05, 4);
        attack.sometimes("DROP_AFTER", 0, 0.05, 5);
        String customer = stage.data().customer("Many", stage.data().mobile());
        Map<String, String> numbers = new LinkedHashMap<>();
        try (OutboxDispatcher second = new OutboxDispatcher(stage.delegator(), stage.component().clock(), stage.component().smsProvider())) {
            second.start();
            for (int i = 0; i < MESSAGES; i++) {
                String number = String.format("+1646557%04d", i);
                numbers.put(attack.sendBlindly(attack.plainInvoice(customer, "70.00"), number), number);
            }
            Expect.soon("all are over", this::notOver, open -> {
                if (open > 0) {
                    attack.outside().clock().advance(Duration.ofMillis(500));
                }
                return open == 0;
            });
        }
        int delivered = 0;
        for (Map.Entry<String, String> message : numbers.entrySet()) {
            int texts = stage.outside().texts(message.getValue()).size();
            delivered += texts;
            Object status = Sending.status(stage, message.getKey());
            assertTrue(OVER.contains(status), () -> message.getKey() + " is " + status);
            assertTrue("AMBIGUOUS".equals(status) ? texts <= 1 : texts == 1, () -> message.getKey() + " is " + status + " with texts: " + texts);
        }
        long ambiguous = EntityQuery.use(stage.delegator()).from("SmsMessage").where("messageStatus", "AMBIGUOUS").queryCount();
        assertTrue(ambiguous > 0 && ambiguous < 100, "ambiguous: " + ambiguous);
        assertTrue(delivered >= MESSAGES - ambiguous && delivered <= MESSAGES, "texts: " + delivered);
    }

    private long notOver() throws Exception {
        return EntityQuery.use(stage.delegator()).from("SmsMessage").where("messageStatus", "QUEUED").queryCount()
                + EntityQuery.use(stage.delegator()).from("SmsMessage").where("messageStatus", "SENDING").queryCount();
    }

    @Test
    void aStopBetweenClaimAndCallWins() throws Exception {
        String number = stage.data().mobile();
        String messageId = attack.sendWhile(attack.invoice(number, "71.00"), number, () -> ConsentLedger.record(stage.delegator(), new ConsentEntry(
                attack.organization(), number, ConsentState.OPTED_OUT, ConsentSource.KEYWORD, "STOP", stage.component().clock().instant(), null)));
        assertEquals("CANCELLED", Sending.status(stage, messageId));
        assertEquals("OPTED_OUT", stage.now("SmsMessage", "errorCode", "messageId", messageId));
        assertEquals(List.of(), stage.outside().texts(number));
    }

    @Test
    void disconnectingBetweenClaimAndCallWins() throws Exception {
        String number = stage.data().mobile();
        String invoiceId = attack.invoice(number, "72.00");
        try {
            String messageId = attack.sendWhile(invoiceId, number, () -> stage.call(attack.administrator(), "disconnectSmsOrganization",
                    "organizationPartyId", attack.organization(), "confirmed", "Y"));
            assertEquals("CANCELLED", Sending.status(stage, messageId));
        } finally {
            stage.call(attack.administrator(), "connectSmsOrganization", "organizationPartyId", attack.organization(), "twilioAccountSid",
                    StageData.TWILIO_SID, "twilioAuthToken", StageData.TWILIO_TOKEN, "sender", StageData.TWILIO_SENDER);
        }
        stage.advanceClock(Duration.ofMinutes(2));
        String other = stage.data().mobile();
        stage.outside().text(sent(other), 1);
        assertEquals(List.of(), stage.outside().texts(number), "nor after connecting again");
    }

    private String sent(String number) throws Exception {
        attack.send(attack.invoice(number, "73.00"), number);
        return number;
    }

    @Test
    void anInvoiceCancelledBetweenClaimAndCallIsNotSent() throws Exception {
        String number = stage.data().mobile();
        String invoiceId = attack.invoice(number, "74.00");
        String messageId = attack.sendWhile(invoiceId, number, () -> stage.call(stage.data().system(), "setInvoiceStatus", "invoiceId", invoiceId,
                "statusId", "INVOICE_CANCELLED"));
        assertEquals("CANCELLED", Sending.status(stage, messageId));
        assertEquals(List.of(), stage.outside().texts(number));
    }

    @Test
    void whatIsPaidBetweenDialogAndCallIsNotAskedForAgain() throws Exception {
        String number = stage.data().mobile();
        String invoiceId = attack.invoice(number, "80.00");
        Expect.contains("$80.00", String.valueOf(Sending.dialog(stage, attack.administrator(), invoiceId).get("message")), "the dialog");
        attack.sendWhile(invoiceId, number, () -> attack.pay(invoiceId, "30.25"));
        String text = stage.outside().text(number, 1);
        assertTrue(text.contains("$49.75"), text);
        assertFalse(text.contains("$80.00"), text);
        assertEquals("$49.75", Paying.open(stage, OutsideWorldClient.tokenIn(text)).get("amountText"));
    }

    @Test
    void aCarrierThatHangsHoldsUpNobody() throws Exception {
        stage.outside().post("/control/faults", Map.of("kind", "NONE", "path", AttackStage.MESSAGES, "times", 1, "delayMillis", 5_000));
        String number = stage.data().mobile();
        String invoiceId = attack.invoice(number, "75.00");
        String messageId = attack.send(invoiceId, number);
        Expect.soon("the carrier has it", () -> stage.outside().texts(number).size(), texts -> texts == 1);
        attack.pay(invoiceId, "75.00");
        assertEquals("INVOICE_PAID", stage.now("Invoice", "statusId", "invoiceId", invoiceId));
        assertEquals("SENDING", Sending.status(stage, messageId), "paid while the carrier still hung");
        Expect.soon("sent in the end", () -> Sending.status(stage, messageId), "SENT"::equals);
    }
}
