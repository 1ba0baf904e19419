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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.provider.OutgoingSms;
import org.smsbilling.provider.SendResult;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsPrice;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.provider.SmsState;
import org.smsbilling.provider.TakenSms;
import org.smsbilling.scenario.StillStage;

/** When there is more to ask the carrier than fits into a run, everything has its turn. */
class FairTurnsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T17:00:00Z");

    private static StillStage still;
    private String organization;
    private Questions carrier;

    @BeforeAll
    static void start() throws Exception {
        still = new StillStage("fair-turns", NOW);
    }

    @AfterAll
    static void stop() {
        still.close();
    }

    @BeforeEach
    void organization() throws GenericEntityException {
        for (String entity : List.of("SmsMessage", "SmsMessageLookup", "SmsAmbiguousCheck")) {
            delegator().removeByCondition(entity, EntityCondition.makeCondition("messageId", EntityOperator.NOT_EQUAL, null));
        }
        carrier = new Questions();
        organization = organization("AC1");
    }

    @Test
    void newTextsAndThoseThatWereAskedAboutTakeTurns() throws Exception {
        List<GenericValue> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(message(organization, "OLD" + i, "SENT", NOW.minus(Duration.ofHours(20)).plusSeconds(i)));
            rows.add(message(organization, "NEW" + i, "SENT", NOW.minus(Duration.ofHours(1)).plusSeconds(i)));
        }
        delegator().createAllByBatchProcess(rows);
        List<GenericValue> asked = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            asked.add(lookup("OLD" + i, NOW.minus(Duration.ofMinutes(5)).plusMillis(i)));
        }
        delegator().createAllByBatchProcess(asked);
        lookUp();
        assertEquals(100, carrier.asked("OLD"));
        assertEquals(100, carrier.asked("NEW"));
        lookUp();
        lookUp();
        assertEquals(300, carrier.asked("OLD"));
        assertEquals(300, carrier.asked("NEW"));
        assertEquals(600, carrier.questions.size(), "nothing was asked about twice");
    }

    @Test
    void whatEndedOrIsGivenUpIsForgotten() throws Exception {
        delegator().createAllByBatchProcess(List.of(message(organization, "ENDED", "DELIVERED", NOW.minus(Duration.ofHours(1))),
                message(organization, "TOOOLD", "SENT", NOW.minus(Duration.ofDays(3)))));
        delegator().createAllByBatchProcess(List.of(lookup("ENDED", NOW.minusSeconds(1)), lookup("TOOOLD", NOW.minusSeconds(1))));
        carrier.state = Optional.of(new SmsState("delivered", null, 1, new BigDecimal("0.01"), "USD"));
        lookUp();
        assertEquals(List.of("SMENDED"), carrier.questions);
        assertEquals(0, EntityQuery.use(delegator()).from("SmsMessageLookup").queryCount());
        lookUp();
        assertEquals(1, carrier.questions.size());
    }

    @Test
    void aTextWhoseReportIsOnItsWayIsNotAskedAboutEveryMinute() throws Exception {
        delegator().createAllByBatchProcess(List.of(message(organization, "STILLSENT", "SENT", NOW.minus(Duration.ofHours(1)))));
        carrier.state = Optional.of(new SmsState("delivered", null, 1, new BigDecimal("0.01"), "USD"));
        lookUp();
        lookUp();
        assertEquals(List.of("SMSTILLSENT"), carrier.questions);
        assertEquals(1, EntityQuery.use(delegator()).from("SmsWebhookReceipt").where("providerMessageId", "SMSTILLSENT").queryCount());
    }

    @Test
    void aCarrierThatDoesNotAnswerIsLeftAloneAndTheNextOneHasItsTurn() throws Exception {
        String silent = organization("AC2");
        List<GenericValue> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            rows.add(message(silent, "SILENT" + i, "SENT", NOW.minus(Duration.ofHours(2))));
        }
        rows.add(message(organization, "OTHER", "SENT", NOW.minus(Duration.ofHours(1))));
        delegator().createAllByBatchProcess(rows);
        carrier.silentAccount = "AC2";
        lookUp();
        assertEquals(3, carrier.asked("SILENT"));
        lookUp();
        assertEquals(6, carrier.asked("SILENT"));
        assertEquals(1, carrier.asked("OTHER"));
    }

    @Test
    void whatOnlyAPersonCanDecideKeepsNothingFromBeingAskedAbout() throws Exception {
        List<GenericValue> rows = new ArrayList<>();
        List<GenericValue> checks = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            rows.add(message(organization, "PERSON" + i, "AMBIGUOUS", NOW.minus(Duration.ofHours(1))));
            checks.add(delegator().makeValue("SmsAmbiguousCheck", "messageId", "PERSON" + i, "timesAbsent", 2L, "repeats", 3L, "lastDate",
                    Timestamp.from(NOW.minus(Duration.ofHours(1)))));
        }
        rows.add(message(organization, "OLDER", "AMBIGUOUS", NOW.minus(Duration.ofHours(9))));
        rows.add(message(organization, "YOUNG", "AMBIGUOUS", NOW.minus(Duration.ofMinutes(1))));
        delegator().createAllByBatchProcess(rows);
        delegator().createAllByBatchProcess(checks);
        resolve();
        assertEquals(List.of("+1OLDER"), carrier.questions);
        resolve();
        assertEquals(1, carrier.questions.size(), "it is not asked about again at once");
    }

    @Test
    void whatTheCarrierCannotTellGoesToTheEndOfTheLine() throws Exception {
        List<GenericValue> rows = new ArrayList<>();
        for (int i = 0; i < 502; i++) {
            rows.add(message(organization, "BODILESS" + i, "AMBIGUOUS", NOW.minus(Duration.ofHours(2)).plusSeconds(i)));
        }
        delegator().createAllByBatchProcess(rows);
        carrier.taken = List.of(new TakenSms("SMx", "", NOW, 1));
        resolve();
        assertEquals(500, carrier.questions.size());
        resolve();
        assertEquals(List.of("+1BODILESS500", "+1BODILESS501"), carrier.questions.subList(500, 502));
    }

    private void lookUp() throws GenericEntityException {
        new SentLookup(delegator(), still.stage().component().clock(), carrier, new WebhookReceipts(delegator())).run();
    }

    private void resolve() throws GenericEntityException {
        new AmbiguousResolver(delegator(), still.stage().component().clock(), carrier).run();
    }

    private static Delegator delegator() {
        return still.stage().delegator();
    }

    private static String organization(String accountSid) throws GenericEntityException {
        String organization = still.stage().data().organization("Fair Ltd");
        delegator().create("SmsOrganization", "organizationPartyId", organization, "connected", "Y", "twilioAccountSid", accountSid,
                "twilioAuthToken", "token", "sender", "+15005550006");
        return organization;
    }

    private static GenericValue message(String organization, String id, String status, Instant sent) {
        Map<String, Object> row = new HashMap<>(Map.of("messageId", id, "organizationPartyId", organization, "messageStatus", status, "messageType",
                "NEW_INVOICE", "contactNumber", "+1" + id, "sender", "+15005550006", "createdDate", Timestamp.from(sent), "sendingDate",
                Timestamp.from(sent)));
        if (!"AMBIGUOUS".equals(status)) {
            row.put("sentDate", Timestamp.from(sent));
            row.put("providerMessageId", "SM" + id);
        }
        return delegator().makeValue("SmsMessage", row);
    }

    private static GenericValue lookup(String messageId, Instant next) {
        return delegator().makeValue("SmsMessageLookup", "messageId", messageId, "times", 1L, "nextDate", Timestamp.from(next));
    }

    /** A carrier that remembers what it is asked. */
    private static final class Questions implements SmsProvider {

        private final List<String> questions = new ArrayList<>();
        private Optional<SmsState> state = Optional.of(new SmsState("sent", null, 1, null, null));
        private List<TakenSms> taken = List.of();
        private String silentAccount = "";

        private long asked(String beginning) {
            return questions.stream().filter(each -> each.startsWith("SM" + beginning)).distinct().count();
        }

        @Override
        public Optional<SmsState> state(SmsAccount account, String providerMessageId) {
            questions.add(providerMessageId);
            return account.accountSid().equals(silentAccount) ? Optional.empty() : state;
        }

        @Override
        public Optional<List<TakenSms>> taken(SmsAccount account, String to, Instant since) {
            questions.add(to);
            return Optional.of(taken);
        }

        @Override
        public SendResult send(SmsAccount account, OutgoingSms sms) {
            throw new AssertionError("Nothing is sent here");
        }

        @Override
        public AccountCheck check(SmsAccount account) {
            return AccountCheck.ok();
        }

        @Override
        public Optional<SmsPrice> price(SmsAccount account, String countryCode) {
            return Optional.empty();
        }
    }
}
