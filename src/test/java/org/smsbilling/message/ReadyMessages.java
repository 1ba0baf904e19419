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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.smsbilling.organization.OrganizationSettings;

/** Messages that only have to be called, without a database. */
final class ReadyMessages {

    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");

    private ReadyMessages() { }

    /** @param sender E.164, which sends 100 segments a second */
    static ReadyMessage of(String messageId, String customer, String sender) {
        OrganizationSettings settings = OrganizationSettings.of(Map.of("organizationPartyId", "OAK", "connected", "Y", "twilioAccountSid", "AC1",
                "twilioAuthToken", "t", "sender", sender, "segmentsPerSecond", 100L), "Oak");
        OutboxMessage message = new OutboxMessage(messageId, "OAK", MessageType.NEW_INVOICE, "I1", customer, customer, "+15005550006", Locale.US,
                null, 0, NOON, MessageContent.NONE, true);
        return new ReadyMessage(message, settings, List.of("I1"), new MessageText("Pay", SegmentCount.of("Pay"), "T", 1L), "Pay", null, "",
                Lease.of("node", NOON, Duration.ofMinutes(1)), 0, NOON.plusSeconds(3_600));
    }
}
