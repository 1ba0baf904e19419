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
package org.smsbilling.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.CrashWorld.Bill;
import org.smsbilling.scenario.Expect;
import org.smsbilling.testbed.db.TestPostgres;

/**
 * The process dies on a message's way: after a restart there is one text, or a message that says that nobody knows. Never two, and never none
 * in silence.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
final class KilledWhileSendingTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/*/Messages.json";
    private static final String STATUS = "SELECT message_status FROM sms_message WHERE invoice_id = ?";
    private static final String ID = "SELECT message_id FROM sms_message WHERE invoice_id = ?";

    private CrashWorld world;

    @BeforeAll
    void start(TestPostgres postgres) {
        world = new CrashWorld(postgres);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @AfterEach
    void nothingIsLeftInSendingOrLeased() throws Exception {
        world.outside().faults().clear();
        world.becomes("0", "SELECT count(*) FROM sms_message WHERE message_status = 'SENDING' OR lease_until IS NOT NULL");
    }

    @Test
    void afterTheBusinessCommitItIsSentOnceAfterTheRestart() throws Exception {
        Bill bill = world.bill("80.00");
        world.host().ask("holdMessages");
        world.send(bill, 1);
        world.host().kill();
        assertEquals("QUEUED", world.value(STATUS, bill.invoiceId()));
        assertEquals(0, world.texts(bill));
        world.restart();
        world.becomes("SENT", STATUS, bill.invoiceId());
        assertEquals(1, world.texts(bill));
        assertEquals("[SMS_SENT, SMS_QUEUED]", world.history(bill));
    }

    @Test
    void afterTheClaimItIsSentOnceAfterTheRestart() throws Exception {
        Bill bill = dies("AFTER_CLAIM", "81.00");
        assertEquals("QUEUED", world.value(STATUS, bill.invoiceId()));
        assertEquals(0, world.texts(bill));
        world.restart();
        world.becomes("SENT", STATUS, bill.invoiceId());
        assertEquals(1, world.texts(bill));
    }

    @Test
    void beforeTheCallItIsAmbiguousAndAClerkMaySendAgain() throws Exception {
        Bill bill = dies("BEFORE_CALL", "82.00");
        becomesAmbiguous(bill, 0);
        world.send(bill, 2);
        assertEquals("SENT", Expect.soon("sent again", () -> world.value("SELECT message_status FROM sms_message WHERE invoice_id = ? "
                + "ORDER BY created_date DESC LIMIT 1", bill.invoiceId()), "SENT"::equals));
        assertEquals(1, world.texts(bill));
    }

    @Test
    void duringTheCallWhenTheCarrierHasItItIsAmbiguousAndNotSentAgain() throws Exception {
        Bill bill = world.bill("83.00");
        world.client().post("/control/faults", Map.of("kind", "NONE", "path", MESSAGES, "times", 1, "delayMillis", 60_000));
        world.tellToSend(bill);
        Expect.soon("the carrier has it", () -> world.texts(bill), texts -> texts == 1);
        world.host().kill();
        assertEquals("SENDING", world.value(STATUS, bill.invoiceId()));
        becomesAmbiguous(bill, 1);
    }

    @Test
    void duringTheCallWhenTheCarrierTakesItLaterItIsAmbiguousAndNotSentAgain() throws Exception {
        Bill bill = world.bill("84.00");
        long before = requests();
        world.client().post("/control/faults", Map.of("kind", "NONE", "path", MESSAGES, "times", 1, "processAfterMillis", 2_000));
        world.tellToSend(bill);
        Expect.soon("the request arrived", this::requests, now -> now == before + 1);
        world.host().kill();
        assertEquals("SENDING", world.value(STATUS, bill.invoiceId()));
        Expect.soon("the carrier takes it", () -> world.texts(bill), texts -> texts == 1);
        becomesAmbiguous(bill, 1);
    }

    @Test
    void afterTheCallAndBeforeItsRecordItIsAmbiguousAndNotSentAgain() throws Exception {
        Bill bill = dies("AFTER_CALL", "85.00");
        assertEquals("SENDING", world.value(STATUS, bill.invoiceId()));
        becomesAmbiguous(bill, 1);
    }

    private Bill dies(String point, String amount) throws Exception {
        Bill bill = world.bill(amount);
        world.host().ask("dieSending", point);
        world.tellToSend(bill);
        assertEquals(MortalHost.KILLED, world.host().ended());
        return bill;
    }

    private void becomesAmbiguous(Bill bill, int texts) throws Exception {
        long requests = requests();
        world.restartLater();
        world.pastLeases();
        world.becomes("AMBIGUOUS", STATUS, bill.invoiceId());
        assertEquals(texts, world.texts(bill));
        assertEquals(requests, requests(), "nothing was sent on a guess");
        assertEquals("[SMS_AMBIGUOUS, SMS_QUEUED]", world.history(bill));
        String told = world.outcome(world.value(ID, bill.invoiceId()));
        assertTrue(told.contains("carrier"), told);
    }

    private long requests() {
        return world.outside().journal().count("POST", MESSAGES);
    }
}
