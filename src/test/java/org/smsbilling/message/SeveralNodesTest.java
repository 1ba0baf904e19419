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

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.entity.condition.EntityCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.smsbilling.crash.SharedPostgres;
import org.smsbilling.provider.SendResult;
import org.smsbilling.testbed.db.TestPostgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Several dispatchers that share a PostgreSQL and know nothing else of each other, as on several nodes. */
@ExtendWith(SharedPostgres.class)
class SeveralNodesTest {

    private static final int RATE = 20;

    private OutboxFixture outbox;

    @BeforeEach
    void start(TestPostgres postgres) {
        outbox = new OutboxFixture(postgres);
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    @Test
    void togetherTheyKeepTheRateOfASenderAndSendEachMessageOnce() throws Exception {
        List<String> messages = messages(outbox.organization(RATE), 60);
        OutboxDispatcher first = outbox.dispatcher();
        first.start();
        outbox.dispatcher().start();
        outbox.dispatcher().start();
        assertTrue(OutboxFixture.soon(() -> outbox.carrier().requests().size() >= RATE));
        first.close();
        for (String messageId : messages) {
            assertTrue(outbox.becomes(messageId, "SENT"), messageId);
        }
        assertEquals(60, outbox.carrier().requests().size());
        List<Long> times = outbox.carrier().requests().stream().map(CarrierDouble.Request::nanos).sorted().toList();
        for (long time : times) {
            long within = times.stream().filter(other -> other >= time && other < time + TimeUnit.SECONDS.toNanos(1)).count();
            assertTrue(within <= RATE + 1, "requests in one second: " + within);
        }
    }

    @Test
    void theAccountOfANodeThatDiedIsTakenOver() throws Exception {
        String organization = outbox.organization(RATE);
        String account = "AC" + organization;
        outbox.delegator().create("SmsCarrierAccount", "accountSid", account, "leaseOwner", "a node that died", "renewals", 7L, "released", "N");
        String messageId = messages(organization, 1).get(0);
        outbox.dispatcher().start();
        assertTrue(outbox.becomes(messageId, "SENT"));
        assertEquals(1, outbox.carrier().requests().size());
    }

    @Test
    void anAccountIsOneNodesUntilItIsGivenBackAndThenASecondLaterAnothers() throws Exception {
        AccountLeases first = leases("first");
        AccountLeases second = leases("second");
        assertTrue(first.mine("AC1"));
        assertEquals(0, first.untilValid("AC1"));
        assertFalse(second.mine("AC1"));
        assertEquals(-1, second.untilValid("AC1"));
        first.renew();
        first.release();
        assertEquals(-1, first.untilValid("AC1"));
        assertTrue(OutboxFixture.soon(() -> second.mine("AC1")));
        assertTrue(OutboxFixture.soon(() -> second.untilValid("AC1") == 0));
    }

    @Test
    void aNodeThatWasSilentFindsAtItsRenewalThatAnotherHasTheAccount() throws Exception {
        AccountLeases first = leases("first");
        assertTrue(first.mine("AC1"));
        outbox.delegator().storeByCondition("SmsCarrierAccount", Map.of("leaseOwner", "second", "renewals", 2L),
                EntityCondition.makeCondition("accountSid", "AC1"));
        first.renew();
        assertEquals(-1, first.untilValid("AC1"));
        assertFalse(first.mine("AC1"));
    }

    @Test
    void whenTheCarrierHasHadTooManyTheyAreTriedAgainAndEachIsTakenOnce() throws Exception {
        outbox.carrier().answers((sms, number) -> number % 3 == 1 ? new SendResult.Later("20429", "Too many requests")
                : outbox.carrier().accepted());
        List<String> messages = messages(outbox.organization(1000), 12);
        outbox.dispatcher().start();
        assertTrue(OutboxFixture.soon(() -> {
            outbox.clock().advance(Duration.ofSeconds(2));
            return messages.stream().allMatch(id -> "SENT".equals(outbox.status(id)));
        }));
        assertTrue(outbox.carrier().requests().size() > 12);
    }

    private AccountLeases leases(String owner) {
        return new AccountLeases(outbox.delegator(), Clock.systemUTC(), owner);
    }

    private List<String> messages(String organization, int count) throws Exception {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(outbox.message(organization, String.format("+1212558%04d", i)));
        }
        return messages;
    }
}
