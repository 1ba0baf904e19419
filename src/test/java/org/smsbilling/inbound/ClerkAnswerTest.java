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
package org.smsbilling.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StillStage;

/** An answer leaves in the hours of who reads it: of the number, and of the address where one is known. */
class ClerkAnswerTest {

    private static final Instant NEW_YORK_AT_9 = Instant.parse("2026-03-04T14:00:00Z");

    private static StillStage still;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("answers", NEW_YORK_AT_9);
        stage = still.stage();
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    @Test
    void withoutAnAddressTheHoursOfTheNumberCount() throws Exception {
        assertEquals(NEW_YORK_AT_9, answer(stage.data().customer("Near")).leaves(NEW_YORK_AT_9));
        assertEquals(NEW_YORK_AT_9, answer(null).leaves(NEW_YORK_AT_9));
    }

    @Test
    void whoLivesInCaliforniaReadsItAfterEightThere() throws Exception {
        String customer = stage.data().customer("Far");
        stage.data().livesIn(customer, "USA", "CA");
        assertEquals(Instant.parse("2026-03-04T16:00:00Z"), answer(customer).leaves(NEW_YORK_AT_9));
        Instant halfPastNine = Instant.parse("2026-03-05T02:30:00Z");
        assertEquals(Instant.parse("2026-03-05T16:00:00Z"), answer(customer).leaves(halfPastNine), "in New York it is too late by then");
    }

    private static ClerkAnswer answer(String recipient) throws GenericEntityException {
        GenericValue conversation = stage.delegator().makeValue("SmsConversation", "conversationId", "C", "contactNumber", "+12125550147");
        conversation.set("recipientPartyId", recipient);
        return new ClerkAnswer(stage.delegator(), conversation, OrganizationSettings.of(Map.of("organizationPartyId", "OAK", "timeZoneId",
                "America/New_York", "defaultCountry", "US"), "Oak"), new InboundWords(Locale.ENGLISH));
    }
}
