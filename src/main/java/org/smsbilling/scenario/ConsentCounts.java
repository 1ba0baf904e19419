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
package org.smsbilling.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;

/** The latest word about a number counts, in whatever order words arrive, and none is lost. */
final class ConsentCounts implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        GenericValue clerk = stage.data().user("SMSBILLING_CLERK");
        String organization = stage.data().organization("Consent Ltd");
        String other = stage.data().organization("Other Consent Ltd");
        String number = stage.data().mobile();
        Instant now = stage.component().clock().instant();
        record(stage, organization, number, ConsentState.OPTED_OUT, now);
        record(stage, organization, number, ConsentState.OPTED_IN, now.minus(Duration.ofDays(1)));
        Expect.equal(ConsentState.OPTED_OUT, current(stage, organization, number), "an older opt-in that arrives late");
        record(stage, organization, number, ConsentState.OPTED_IN, now);
        Expect.equal(ConsentState.OPTED_OUT, current(stage, organization, number), "an opt-in of the same moment");
        record(stage, organization, number, ConsentState.OPTED_IN, now.plusMillis(1));
        Expect.equal(ConsentState.OPTED_IN, current(stage, organization, number), "a later opt-in");
        Expect.equal(null, current(stage, other, number), "the other organization");
        Expect.equal(4L, lines(stage, organization, number), "lines of the ledger");

        unusableAndReachable(stage, organization, stage.data().user("SMSBILLING_CLERK"), now);
        atOnce(stage, organization, now);
        survivesTheCaller(stage, organization, now);

        stage.refused(clerk, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", number, "consentState", "OPTED_OUT",
                "consentSource", "CLERK");
        stage.data().employ(organization, clerk);
        String[][] wrongs = {{number, "MAYBE", "CLERK", "x"}, {number, "OPTED_OUT", "CARRIER_ERROR", "x"}, {"12", "OPTED_OUT", "CLERK", "x"},
            {number, "OPTED_IN", "CLERK", " "}, {number, "UNUSABLE", "CLERK", "x"}};
        for (String[] wrong : wrongs) {
            stage.refused(clerk, "recordSmsConsent", "organizationPartyId", organization, "contactNumber", wrong[0], "consentState", wrong[1],
                    "consentSource", wrong[2], "evidence", wrong[3]);
        }
        Expect.equal(4L, lines(stage, organization, number), "lines after what was refused");
    }

    private static void atOnce(Stage stage, String organization, Instant now) throws Exception {
        String number = stage.data().mobile();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> words = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ConsentState state = i == 11 ? ConsentState.OPTED_OUT : ConsentState.OPTED_IN;
                Instant moment = now.plusMillis(i);
                words.add(() -> {
                    record(stage, organization, number, state, moment);
                    return null;
                });
            }
            for (Future<Void> word : threads.invokeAll(words)) {
                word.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Expect.equal(ConsentState.OPTED_OUT, current(stage, organization, number), "the latest of twelve words at once");
        Expect.equal(12L, lines(stage, organization, number), "lines of twelve words at once");
    }

    /** What the owner of a number said counts again, whatever the carrier had said since. */
    private static void unusableAndReachable(Stage stage, String organization, GenericValue clerk, Instant now) throws Exception {
        stage.data().employ(organization, clerk);
        for (ConsentState said : new ConsentState[] {ConsentState.OPTED_IN, ConsentState.OPTED_OUT}) {
            String number = stage.data().mobile();
            record(stage, organization, number, said, now.minusSeconds(20));
            record(stage, organization, number, ConsentState.UNUSABLE, now.minusSeconds(10));
            Expect.equal(ConsentState.UNUSABLE, current(stage, organization, number), "what the carrier said after " + said);
            stage.call(clerk, "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", number, "reason", "a new phone");
            Expect.equal(said, current(stage, organization, number), "where a number stands that is reachable again");
            Expect.equal(said, ConsentLedger.before(stage.delegator(), organization, number, now.plusSeconds(3600)).orElse(null),
                    "where it stands by the ledger");
            Expect.equal(3L, lines(stage, organization, number), "lines of the ledger");
            stage.refused(clerk, "markSmsNumberReachable", "organizationPartyId", organization, "contactNumber", number, "reason", "once more");
        }
    }

    private static void survivesTheCaller(Stage stage, String organization, Instant now) throws Exception {
        String number = stage.data().mobile();
        boolean began = TransactionUtil.begin();
        record(stage, organization, number, ConsentState.OPTED_OUT, now);
        TransactionUtil.rollback(began, "the caller fails", null);
        Expect.equal(ConsentState.OPTED_OUT, current(stage, organization, number), "an opt-out whose caller failed");
    }

    private static void record(Stage stage, String organization, String number, ConsentState state, Instant moment) throws Exception {
        ConsentLedger.record(stage.delegator(), new ConsentEntry(organization, number, state, ConsentSource.KEYWORD, "STOP", moment, null));
    }

    private static ConsentState current(Stage stage, String organization, String number) throws Exception {
        Map<String, ConsentState> states = ConsentLedger.current(stage.delegator(), organization, List.of(number, "+10000000000"));
        return states.get(number);
    }

    private static long lines(Stage stage, String organization, String number) throws Exception {
        return EntityQuery.use(stage.delegator()).from("SmsConsentRecord")
                .where("organizationPartyId", organization, "contactNumber", number).queryCount();
    }
}
