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
package org.smsbilling.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.SendingHours;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StillStage;

/** Caps of numbers and organizations, on a database, at noon in New York. */
class LimitsTest {

    private static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId HONOLULU = ZoneId.of("Pacific/Honolulu");
    private static final String NUMBER = "+19175550123";
    private static final Instant NEXT_MORNING = Instant.parse("2026-03-05T13:00:00Z");

    private static StillStage still;
    private static Stage stage;
    private String organization;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("limits", NOON);
        stage = still.stage();
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    @BeforeEach
    void organization() throws GenericEntityException {
        organization = stage.data().organization("Caps");
    }

    @Test
    void theTextAfterTheLastOfADayLeavesOnTheNextMorning() throws Exception {
        message("SENT", "UPCOMING", null, "2026-03-04T15:00:00Z");
        message("QUEUED", "UPCOMING", null, "2026-03-04T20:00:00Z");
        DayPlan plan = plan(settings("dailyCapPerNumber", 3L), Map.of());
        assertEquals(new DayPlan.Place(NOON, null), place(plan, Set.of(NEW_YORK), NOON));
        assertEquals(new DayPlan.Place(NEXT_MORNING, MessageReason.NUMBER_CAP), place(plan, Set.of(NEW_YORK), NOON));
    }

    @Test
    void whatDidNotLeaveWhatAPersonSentAndAnswersDoNotCount() throws Exception {
        message("FAILED", "UPCOMING", null, "2026-03-04T15:00:00Z");
        message("CANCELLED", "UPCOMING", null, "2026-03-04T15:00:00Z");
        message("SENT", "UPCOMING", "clerk", "2026-03-04T15:00:00Z");
        message("SENT", "HELP", null, "2026-03-04T15:00:00Z");
        assertEquals(new DayPlan.Place(NOON, null), place(plan(settings("dailyCapPerNumber", 1L), Map.of()), Set.of(NEW_YORK), NOON));
    }

    @Test
    void aDayIsTheRecipientsDay() throws Exception {
        message("SENT", "UPCOMING", null, "2026-03-04T09:00:00Z");
        OrganizationSettings settings = settings("dailyCapPerNumber", 1L);
        assertEquals(MessageReason.NUMBER_CAP, place(plan(settings, Map.of()), Set.of(NEW_YORK), NOON).reason());
        assertEquals(null, place(plan(settings, Map.of()), Set.of(HONOLULU), Instant.parse("2026-03-04T20:00:00Z")).reason());
        assertEquals(HONOLULU, SentToday.dayZone(Set.of(HONOLULU), NEW_YORK));
        assertEquals(NEW_YORK, SentToday.dayZone(Set.of(HONOLULU, NEW_YORK), NEW_YORK));
    }

    @Test
    void theOrganizationsDayFillsUpWithWhatIsSentWaitingAndPlannedElsewhere() throws Exception {
        message("SENT", "NEW_INVOICE", "clerk", "2026-03-04T15:00:00Z");
        message("QUEUED", "UPCOMING", null, "2026-03-04T20:00:00Z");
        OrganizationSettings settings = settings("dailyCap", 3L, "dailyCapPerNumber", 100L);
        assertEquals(null, place(plan(settings, Map.of()), Set.of(NEW_YORK), NOON).reason());
        DayPlan full = plan(settings, Map.of(LocalDate.parse("2026-03-04"), 1L, LocalDate.parse("2026-03-05"), 3L));
        assertEquals(new DayPlan.Place(Instant.parse("2026-03-06T13:00:00Z"), MessageReason.ORGANIZATION_CAP),
                place(full, Set.of(NEW_YORK), NOON));
    }

    @Test
    void beforeTheCallANumberIsHeldWhenItHadItsTextsToday() throws Exception {
        String sent = message("DELIVERED", "UPCOMING", null, "2026-03-04T15:00:00Z");
        message("AMBIGUOUS", "UPCOMING", null, "2026-03-04T16:00:00Z");
        message("SENT", "UPCOMING", null, "2026-03-03T16:00:00Z");
        OrganizationSettings settings = settings("dailyCapPerNumber", 2L);
        assertEquals(Optional.of(new CapHold(MessageReason.NUMBER_CAP, LocalDate.parse("2026-03-04"), NEW_YORK)), hold(settings, List.of(), true));
        assertEquals(Optional.empty(), hold(settings, List.of(), false), "a person's text");
        assertEquals(Optional.empty(), hold(settings, List.of(sent), true), "a message does not count itself");
        SentToday today = SentToday.read(stage.delegator(), settings, Set.of(NUMBER), List.of(sent), NOON);
        today.leaves(MessageType.UPCOMING, true, NUMBER, NOON);
        assertTrue(today.hold(MessageType.UPCOMING, true, NUMBER, Set.of(NEW_YORK), NOON).isPresent());
    }

    @Test
    void theOrganizationsCapHoldsAPersonsTextAsWellButNoAnswer() throws Exception {
        message("SENT", "UPCOMING", null, "2026-03-04T15:00:00Z");
        SentToday today = SentToday.read(stage.delegator(), settings("dailyCap", 1L), Set.of(NUMBER), List.of(), NOON);
        assertEquals(MessageReason.ORGANIZATION_CAP, today.hold(MessageType.NEW_INVOICE, false, NUMBER, Set.of(), NOON).orElseThrow().reason());
        assertEquals(Optional.empty(), today.hold(MessageType.HELP, true, NUMBER, Set.of(), NOON));
    }

    @Test
    void administratorsAreWarnedOnceBeforeTheCapAndOnceAtIt() throws Exception {
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        stage.data().employ(organization, administrator);
        stage.data().employ(organization, clerk);
        email(administrator, "boss@example.com");
        email(clerk, "clerk@example.com");
        settings("dailyCap", 5L);
        for (int i = 0; i < 3; i++) {
            message("SENT", "UPCOMING", null, "2026-03-04T15:00:00Z");
        }
        assertEquals(List.of(), warned());
        message("QUEUED", "UPCOMING", null, "2026-03-04T20:00:00Z");
        assertEquals(List.of("SMS of Caps: 4 of 5 texts of today are used"), warned());
        assertEquals(1, warned().size());
        message("QUEUED", "UPCOMING", null, "2026-03-04T21:00:00Z");
        assertEquals(List.of("SMS of Caps: 4 of 5 texts of today are used", "SMS of Caps: all 5 texts of today are used"), warned());
        assertEquals(2, warned().size());
        assertEquals(0, EntityQuery.use(stage.delegator()).from("CommunicationEvent").where("toString", "clerk@example.com").queryCount());
    }

    private static List<String> warned() throws Exception {
        stage.call(stage.data().system(), "warnOfSmsCaps");
        return EntityQuery.use(stage.delegator()).from("CommunicationEvent").where("toString", "boss@example.com").orderBy("communicationEventId")
                .getFieldList("subject");
    }

    private static void email(GenericValue user, String address) throws GenericEntityException {
        String mech = stage.delegator().getNextSeqId("ContactMech");
        stage.delegator().create("ContactMech", "contactMechId", mech, "contactMechTypeId", "EMAIL_ADDRESS", "infoString", address);
        stage.delegator().create("PartyContactMech", "partyId", user.getString("partyId"), "contactMechId", mech, "fromDate",
                Timestamp.from(NOON.minusSeconds(1)));
    }

    private OrganizationSettings settings(Object... fields) throws GenericEntityException {
        Map<String, Object> row = new HashMap<>(Map.of("organizationPartyId", organization, "connected", "Y", "timeZoneId", NEW_YORK.getId()));
        for (int i = 0; i < fields.length; i += 2) {
            row.put((String) fields[i], fields[i + 1]);
        }
        stage.delegator().create("SmsOrganization", row);
        return OrganizationSettingsReader.read(stage.delegator(), organization).orElseThrow();
    }

    /** @param moment at which it was sent, or is to be. @return its id */
    private String message(String status, String type, String user, String moment) throws GenericEntityException {
        String id = stage.delegator().getNextSeqId("SmsMessage");
        Timestamp when = Timestamp.from(Instant.parse(moment));
        stage.delegator().create("SmsMessage", "messageId", id, "organizationPartyId", organization, "messageStatus", status, "messageType", type,
                "contactNumber", NUMBER, "createdByUserLogin", user, "notBefore", when, "createdDate", when,
                "sendingDate", "QUEUED".equals(status) ? null : when);
        return id;
    }

    private static DayPlan plan(OrganizationSettings settings, Map<LocalDate, Long> placed) throws GenericEntityException {
        return DayPlan.read(stage.delegator(), settings, List.of(NUMBER), placed, NOON);
    }

    private static DayPlan.Place place(DayPlan plan, Set<ZoneId> zones, Instant leaves) throws GenericEntityException {
        return plan.place(NUMBER, zones, SendWindow.of(SendingHours.USUAL, zones, NEW_YORK, NOON), true, leaves);
    }

    private static Optional<CapHold> hold(OrganizationSettings settings, List<String> checked, boolean byItself) throws GenericEntityException {
        return SentToday.read(stage.delegator(), settings, Set.of(NUMBER), checked, NOON).hold(MessageType.UPCOMING, byItself, NUMBER,
                Set.of(NEW_YORK), NOON);
    }
}
