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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.scenario.StillStage;

/** Which text a customer answers. */
class CorrespondenceTest {

    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static StillStage still;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("correspondence", NOON);
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    /** @param clockAhead seconds by which the clock of the node that sent may be ahead of the one that hears */
    @ParameterizedTest
    @CsvSource({"-60, I1", "0, I1", "3, I1", "11, ''"})
    void anAnswerIsAboutTheTextBeforeIt(int clockAhead, String about) throws GenericEntityException {
        String number = "+1212555" + String.format("%04d", 200 + clockAhead);
        still.stage().delegator().create("SmsMessage", Map.of("messageId", "M" + clockAhead, "organizationPartyId", "OAK",
                "messageStatus", "SENT", "messageType", "NEW_INVOICE", "invoiceId", "I1", "customerPartyId", "C1", "contactNumber", number,
                "createdDate", Timestamp.from(NOON), "notBefore", Timestamp.from(NOON),
                "sendingDate", Timestamp.from(NOON.plusSeconds(clockAhead))));
        OrganizationSettings settings = OrganizationSettings.of(Map.of("organizationPartyId", "OAK", "timeZoneId", "America/New_York",
                "defaultCountry", "US"), "Oak");
        assertEquals(about.isEmpty() ? List.of() : List.of(about),
                Correspondence.of(still.stage().delegator(), settings, number, NOON).invoiceIds());
    }
}
