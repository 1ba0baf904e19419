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
package org.smsbilling.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.scenario.Stage;
import org.smsbilling.scenario.StillStage;

/** What is work goes when it is done with, and what is record stays, on a database. */
class OldRowsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Timestamp OLD = Timestamp.from(NOW.minus(Duration.ofDays(31)));
    private static final Timestamp RECENT = Timestamp.from(NOW.minus(Duration.ofDays(29)));

    private static StillStage still;
    private static Stage stage;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("old-rows", NOW);
        stage = still.stage();
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    @Test
    void eventsThatWereHandledAMonthAgoGoInBatchesAndThoseThatWaitStay() throws Exception {
        List<GenericValue> events = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            events.add(event("OLD" + i, OLD, null));
        }
        events.add(event("RECENT", RECENT, null));
        events.add(event("WAITS", null, OLD));
        delegator().createAllByBatchProcess(events);
        assertEquals(2_500, purge());
        assertEquals(List.of("RECENT", "WAITS"), ids("SmsEvent", "smsEventId"));
        assertEquals(0, purge());
        delegator().removeByCondition("SmsEvent", EntityCondition.makeCondition("smsEventId", EntityOperator.NOT_EQUAL, null));
    }

    @Test
    void reportsTriesAndRequestsGoAndRecordsStay() throws Exception {
        receipt("SMold", OLD);
        receipt("SMrecent", RECENT);
        delegator().create("SmsFreshLinkRequest", "linkId", "L1", "requestDay", "2026-04-30", "requestNumber", 1L, "requestDate", OLD);
        delegator().create("SmsPayerTry", "linkId", "L1", "tryNumber", 1L, "triedDate", OLD);
        delegator().create("SmsPayerTry", "linkId", "L0", "tryNumber", 1L, "triedDate", Timestamp.from(NOW.minus(Duration.ofDays(401))));
        delegator().create("SmsPayerGrant", "grantHash", "hash", "linkId", "L1", "expiresDate", RECENT);
        delegator().create("SmsMessage", "messageId", "M1", "organizationPartyId", "Company", "messageStatus", "DELIVERED", "createdDate", OLD);
        delegator().create("SmsAuditEvent", "auditEventId", "A1", "organizationPartyId", "Company", "invoiceId", "I1", "eventDate", OLD, "auditKind",
                "SMS_SENT");
        assertEquals(4, purge());
        assertEquals(List.of("SMrecent"), ids("SmsWebhookReceipt", "providerMessageId"));
        assertEquals(List.of("L1"), ids("SmsPayerTry", "linkId"));
        assertEquals(List.of("M1"), ids("SmsMessage", "messageId"));
        assertEquals(List.of("A1"), ids("SmsAuditEvent", "auditEventId"));
    }

    @Test
    void openingsOfLinksThatEndedLongAgoBecomeNumbers() throws Exception {
        String organization = stage.data().organization("Counting Ltd");
        delegator().create("SmsOrganization", Map.of("organizationPartyId", organization, "redactAfterDays", 30L));
        link("ENDED", organization, OLD);
        link("LIVES", organization, Timestamp.from(NOW.plus(Duration.ofDays(1))));
        link("OTHERS", "Company", OLD);
        for (int i = 0; i < 700; i++) {
            opening("ENDED", Timestamp.from(OLD.toInstant().minusSeconds(700 - i)), "N");
        }
        opening("ENDED", Timestamp.from(OLD.toInstant().minusSeconds(800)), "Y");
        opening("ENDED", RECENT, "N");
        opening("LIVES", OLD, "N");
        opening("OTHERS", Timestamp.from(OLD.toInstant().minusSeconds(1)), "N");
        new BodyRedaction(delegator(), OrganizationSettingsReader.read(delegator(), organization).orElseThrow(), NOW).run();
        assertEquals(List.of("ENDED", "LIVES", "OTHERS"), ids("SmsPayLinkOpening", "linkId"));
        GenericValue clicks = EntityQuery.use(delegator()).from("SmsPayLinkClicks").queryOne();
        assertEquals("ENDED", clicks.getString("linkId"));
        assertEquals(700L, clicks.getLong("clicks"));
        assertEquals(1L, clicks.getLong("previews"));
        assertEquals(Timestamp.from(OLD.toInstant().minusSeconds(800)), clicks.getTimestamp("firstDate"));
        assertEquals(Timestamp.from(OLD.toInstant().minusSeconds(1)), clicks.getTimestamp("lastDate"));
    }

    @Test
    void ofAnErasedPartysOpeningsTheMomentsStay() throws Exception {
        String organization = stage.data().organization("Forgetful Ltd");
        String customer = stage.data().customer("Rosa", stage.data().mobile());
        delegator().create("SmsOrganization", Map.of("organizationPartyId", organization));
        delegator().create("SmsPayLink", "linkId", "ROSA", "organizationPartyId", organization, "customerPartyId", customer, "tokenHash", "ROSA",
                "createdDate", RECENT, "expiresDate", RECENT);
        delegator().create("SmsPayLinkOpening", "openingId", "ROSA1", "linkId", "ROSA", "openedDate", RECENT, "outcome", "PAYABLE", "linkPreview",
                "N", "shortAddress", "192.0.2.0/24", "userAgent", "Mozilla/5.0 (iPhone)");
        PersonalData.of(delegator(), organization, customer, NOW).erase("admin");
        GenericValue opening = EntityQuery.use(delegator()).from("SmsPayLinkOpening").where("openingId", "ROSA1").queryOne();
        assertEquals(RECENT, opening.getTimestamp("openedDate"));
        assertEquals("null null", opening.get("shortAddress") + " " + opening.get("userAgent"));
        opening.remove();
    }

    private static int purge() throws GenericEntityException {
        return new OldRows(delegator(), NOW).remove();
    }

    private static GenericValue event(String id, Timestamp handled, Timestamp next) {
        return delegator().makeValue("SmsEvent", "smsEventId", id, "eventKind", "INVOICE_CHANGED", "createdDate", OLD, "handledDate", handled,
                "nextDate", next);
    }

    private static void receipt(String sid, Timestamp handled) throws GenericEntityException {
        delegator().create("SmsWebhookReceipt", "providerMessageId", sid, "providerStatus", "delivered", "organizationPartyId", "Company",
                "receivedDate", handled, "handledDate", handled);
    }

    private static void link(String linkId, String organization, Timestamp expires) throws GenericEntityException {
        delegator().create("SmsPayLink", "linkId", linkId, "organizationPartyId", organization, "tokenHash", linkId, "createdDate", OLD,
                "expiresDate", Timestamp.from(expires.toInstant().minusSeconds(1)));
    }

    private static void opening(String linkId, Timestamp opened, String preview) throws GenericEntityException {
        delegator().create("SmsPayLinkOpening", "openingId", delegator().getNextSeqId("SmsPayLinkOpening"), "linkId", linkId, "openedDate", opened,
                "outcome", "PAYABLE", "linkPreview", preview);
    }

    private static List<String> ids(String entity, String field) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).orderBy(field).queryList().stream().map(row -> row.getString(field)).distinct().toList();
    }

    private static Delegator delegator() {
        return stage.delegator();
    }
}
