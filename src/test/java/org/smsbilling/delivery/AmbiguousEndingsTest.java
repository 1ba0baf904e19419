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
package org.smsbilling.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.Test;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.transaction.OwnTransaction;

/** How often a text without an answer goes out again by itself. */
class AmbiguousEndingsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");

    @Test
    void aTextThatIsNotAtTheCarrierIsSentAgainThreeTimesAndThenForAPersonToDecide() throws Exception {
        try (Testbed testbed = Testbed.start(TestbedConfig.inMemory("ambiguous-endings", Clock.fixed(NOON, ZoneOffset.UTC),
                Path.of("../..").toAbsolutePath().normalize()))) {
            Delegator delegator = testbed.delegator();
            GenericValue message = delegator.create("SmsMessage", "messageId", "M1", "messageStatus", "AMBIGUOUS", "organizationPartyId", "Company",
                    "messageType", "NEW_INVOICE", "createdDate", Timestamp.from(NOON), "notBefore", Timestamp.from(NOON), "sendingDate",
                    Timestamp.from(NOON));
            AmbiguousEndings endings = new AmbiguousEndings(delegator);
            List<Boolean> again = new ArrayList<>();
            Instant now = NOON;
            for (int answer = 0; answer < 10; answer++) {
                now = now.plus(AmbiguousEndings.BETWEEN);
                again.add(absent(endings, message, now));
            }
            assertEquals(List.of(false, true, false, true, false, true, false, false, false, false), again);
        }
    }

    /** The carrier says once that it does not have it; what is queued then goes out, and again nobody answers. */
    private static boolean absent(AmbiguousEndings endings, GenericValue message, Instant now) throws GenericEntityException {
        boolean again = OwnTransaction.call(() -> endings.absent(message, now));
        message.refresh();
        assertEquals(again ? "QUEUED" : "AMBIGUOUS", message.getString("messageStatus"));
        message.set("messageStatus", "AMBIGUOUS");
        message.store();
        return again;
    }
}
