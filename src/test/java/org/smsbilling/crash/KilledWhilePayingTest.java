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

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.CrashWorld.Bill;
import org.smsbilling.scenario.Expect;
import org.smsbilling.testbed.db.TestPostgres;

/** The process dies on a payment's way: after a restart the payer is charged once and the invoice paid once, or nothing was charged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedPostgres.class)
final class KilledWhilePayingTest {

    private static final String AUTH = "/cardconnect/rest/auth";
    private static final String STATE = "SELECT attempt_state FROM sms_payment_attempt WHERE amount = ?::numeric";

    private CrashWorld world;
    private BigDecimal takenBefore;

    @BeforeAll
    void start(TestPostgres postgres) {
        world = new CrashWorld(postgres);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @BeforeEach
    void remember() {
        takenBefore = taken();
    }

    @AfterEach
    void nothingIsLeftOpen() throws Exception {
        world.outside().faults().clear();
        world.becomes("0", "SELECT count(*) FROM sms_payment_attempt WHERE attempt_state IN ('CREATED', 'AUTHORIZING', 'UNKNOWN', 'APPROVED') "
                + "OR lease_until IS NOT NULL OR account_token IS NOT NULL");
        world.becomes("0", "SELECT count(*) FROM sms_invoice_paying");
    }

    @Test
    void afterTheTapItIsChargedOnceAfterTheRestart() throws Exception {
        Bill bill = world.bill("60.01");
        String token = world.token(bill);
        world.host().ask("holdPayments");
        assertEquals("STARTED", world.host().ask("tap", token, bill.amount()));
        world.host().kill();
        assertEquals("CREATED", state(bill));
        world.restartLater();
        isPaidOnce(bill, token);
    }

    @Test
    void afterTheTapAndALongOutageNothingIsCharged() throws Exception {
        Bill bill = world.bill("60.02");
        String token = world.token(bill);
        world.host().ask("holdPayments");
        world.host().ask("tap", token, bill.amount());
        world.host().kill();
        world.outside().clock().advance(Duration.ofMinutes(3));
        world.restartLater();
        wasNotChargedAndCanBePaid(bill, token);
    }

    @Test
    void afterTheClaimNothingIsChargedOnAGuess() throws Exception {
        Bill bill = world.bill("60.03");
        String token = dies("AFTER_CLAIM", bill);
        assertEquals("AUTHORIZING", state(bill));
        world.restartLater();
        assertEquals("CHECKING", world.host().ask("page", token));
        world.pastLeases();
        wasNotChargedAndCanBePaid(bill, token);
    }

    @Test
    void duringTheChargeWhenTheGatewayTookItItIsFoundAndPosted() throws Exception {
        Bill bill = world.bill("60.04");
        String token = world.token(bill);
        world.client().post("/control/faults", Map.of("kind", "NONE", "path", AUTH, "times", 1, "delayMillis", 60_000));
        world.host().tell("tap", token, bill.amount());
        Expect.soon("the gateway took it", this::charged, bill.amount()::equals);
        world.host().kill();
        assertEquals("AUTHORIZING", state(bill));
        world.restartLater();
        world.pastLeases();
        isPaidOnce(bill, token);
    }

    @Test
    void duringTheChargeWhenTheGatewayTakesItLaterItIsFoundAndPosted() throws Exception {
        Bill bill = world.bill("60.05");
        String token = world.token(bill);
        long before = world.outside().journal().count("", AUTH);
        world.client().post("/control/faults", Map.of("kind", "NONE", "path", AUTH, "times", 1, "processAfterMillis", 2_000));
        world.host().tell("tap", token, bill.amount());
        Expect.soon("the request arrived", () -> world.outside().journal().count("", AUTH), now -> now == before + 1);
        world.host().kill();
        assertEquals("AUTHORIZING", state(bill));
        world.restartLater();
        assertEquals("CHECKING", world.host().ask("page", token));
        Expect.soon("the gateway takes it", this::charged, bill.amount()::equals);
        world.pastLeases();
        isPaidOnce(bill, token);
    }

    @Test
    void afterTheAnswerAndBeforeItsRecordItIsFoundAndPosted() throws Exception {
        Bill bill = world.bill("60.06");
        String token = dies("DURING_CALL", bill);
        assertEquals("AUTHORIZING", state(bill));
        assertEquals(bill.amount(), charged());
        world.restartLater();
        world.pastLeases();
        isPaidOnce(bill, token);
    }

    @Test
    void betweenApprovalAndPostingItIsPostedAtOnceAfterTheRestart() throws Exception {
        Bill bill = world.bill("60.07");
        String token = dies("AFTER_APPROVAL_BEFORE_POSTING", bill);
        assertEquals("APPROVED", state(bill));
        assertEquals("0", applications(bill));
        world.restartLater();
        isPaidOnce(bill, token);
    }

    private String dies(String place, Bill bill) throws Exception {
        String token = world.token(bill);
        world.host().ask("diePaying", place);
        world.host().tell("tap", token, bill.amount());
        assertEquals(MortalHost.KILLED, world.host().ended());
        return token;
    }

    private void isPaidOnce(Bill bill, String token) throws Exception {
        resolves(bill, "POSTED");
        assertEquals(bill.amount(), charged());
        assertEquals("1", applications(bill));
        assertEquals(bill.amount(), world.value("SELECT round(sum(p.amount), 2) FROM payment p JOIN payment_application a "
                + "ON a.payment_id = p.payment_id WHERE a.invoice_id = ? AND p.status_id = 'PMNT_RECEIVED'", bill.invoiceId()));
        assertEquals("INVOICE_PAID", world.value("SELECT status_id FROM invoice WHERE invoice_id = ?", bill.invoiceId()));
        assertEquals("PAID", world.host().ask("page", token));
        assertEquals("LINK_NOT_PAYABLE", world.host().ask("tap", token, bill.amount()));
        assertEquals(bill.amount(), charged(), "after another tap");
    }

    private void wasNotChargedAndCanBePaid(Bill bill, String token) throws Exception {
        resolves(bill, "RETRY_LATER");
        assertEquals("0", charged());
        assertEquals("0", applications(bill));
        assertEquals("PAYABLE", world.host().ask("page", token));
        assertEquals("STARTED", world.host().ask("tap", token, bill.amount()));
        world.becomes("1", "SELECT count(*) FROM sms_payment_attempt WHERE attempt_state = 'POSTED' AND amount = ?::numeric", bill.amount());
        assertEquals(bill.amount(), charged());
        assertEquals("1", applications(bill));
        assertEquals("PAID", world.host().ask("page", token));
    }

    /** What nobody knows is asked about later and later: the clock goes on. */
    private void resolves(Bill bill, String state) throws Exception {
        Expect.soon("payment of " + bill.amount(), () -> {
            String now = state(bill);
            if ("UNKNOWN".equals(now)) {
                world.outside().clock().advance(Duration.ofSeconds(15));
            }
            return now;
        }, state::equals);
    }

    private String state(Bill bill) throws Exception {
        return world.value(STATE, bill.amount());
    }

    private String applications(Bill bill) throws Exception {
        return world.value("SELECT count(*) FROM payment_application WHERE invoice_id = ?", bill.invoiceId());
    }

    private BigDecimal taken() {
        return world.outside().cardPointe().taken();
    }

    /** @return money that the gateway took in this test */
    private String charged() {
        BigDecimal charged = taken().subtract(takenBefore);
        return charged.signum() == 0 ? "0" : charged.toPlainString();
    }
}
