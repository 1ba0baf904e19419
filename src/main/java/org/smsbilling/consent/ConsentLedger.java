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
package org.smsbilling.consent;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/**
 * The consent ledger: every word is kept, and the latest one is the state of the number. Of two words of the same moment, the one that forbids
 * counts.
 */
public final class ConsentLedger {
    /**
     * Stands for every organization here, those of later days included, in an opt-out that reaches so far. It counts for an organization unless
     * something later was said to itself.
     */
    public static final String EVERYWHERE = "_NA_";

    private static final int TRIES = 5;
    private static final int CHUNK = 500;

    private ConsentLedger() { }

    /**
     * Adds a line and sets the state, both or neither, in a transaction of its own: what a customer said stays said even if the caller fails.
     * Two that record at once both get through, in whatever order.
     */
    public static void record(Delegator delegator, ConsentEntry entry) throws GenericEntityException {
        for (int tries = 1;; tries++) {
            try {
                OwnTransaction.call(() -> recordOnce(delegator, entry));
                return;
            } catch (GenericEntityException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** @return number to state; numbers that nobody said anything about are missing. One query per 500 numbers */
    public static Map<String, ConsentState> current(Delegator delegator, String organizationPartyId, Collection<String> numbers)
            throws GenericEntityException {
        List<String> wanted = new ArrayList<>(new LinkedHashSet<>(numbers));
        Map<String, ConsentState> states = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += CHUNK) {
            List<GenericValue> rows = EntityQuery.use(delegator).from("SmsConsent")
                    .where(EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, List.of(organizationPartyId, EVERYWHERE)),
                            EntityCondition.makeCondition("contactNumber", EntityOperator.IN,
                                    wanted.subList(from, Math.min(wanted.size(), from + CHUNK))))
                    .queryList();
            rows.stream().collect(Collectors.groupingBy(row -> row.getString("contactNumber")))
                    .forEach((number, said) -> state(said).ifPresent(state -> states.put(number, state)));
        }
        Suppressions.Erased erased = Suppressions.of(delegator, organizationPartyId, wanted);
        erased.own().keySet().forEach(number -> states.putIfAbsent(number, ConsentState.OPTED_OUT));
        for (Map.Entry<String, Instant> everywhere : erased.everywhere().entrySet()) {
            if (saidBefore(delegator, organizationPartyId, everywhere.getKey(), everywhere.getValue())) {
                states.put(everywhere.getKey(), ConsentState.OPTED_OUT);
            }
        }
        return states;
    }

    /** @return whether nothing was said to the organization after the moment */
    private static boolean saidBefore(Delegator delegator, String organizationPartyId, String number, Instant moment) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsConsent").where(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, List.of(organizationPartyId, EVERYWHERE)),
                EntityCondition.makeCondition("contactNumber", number),
                EntityCondition.makeCondition("recordedDate", EntityOperator.GREATER_THAN, Timestamp.from(moment))).queryCount() == 0;
    }

    /** @return whether nobody forbade texts to a number: then its owner can be texted what he asks for himself */
    public static boolean mayBeTexted(Delegator delegator, String organizationPartyId, String number) throws GenericEntityException {
        ConsentState state = current(delegator, organizationPartyId, List.of(number)).get(number);
        return state == null || state.mayBeTexted();
    }

    /** @return the state of a number before a moment; empty when nobody had said anything */
    public static Optional<ConsentState> before(Delegator delegator, String organizationPartyId, String number, Instant moment)
            throws GenericEntityException {
        List<GenericValue> lines = EntityQuery.use(delegator).from("SmsConsentRecord").where(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, List.of(organizationPartyId, EVERYWHERE)),
                EntityCondition.makeCondition("contactNumber", number),
                EntityCondition.makeCondition("recordedDate", EntityOperator.LESS_THAN,
                        Timestamp.from(moment.truncatedTo(ChronoUnit.MILLIS)))).queryList();
        Map<String, List<GenericValue>> byOrganization = lines.stream().collect(Collectors.groupingBy(line -> line.getString(
                "organizationPartyId")));
        return state(byOrganization.values().stream().map(own -> NumberRelease.counting(own).stream().reduce(ConsentLedger::later))
                .flatMap(Optional::stream).collect(Collectors.toList()));
    }

    /** @param said what counts for an organization and everywhere, at most one line of each */
    private static Optional<ConsentState> state(Collection<GenericValue> said) {
        GenericValue everywhere = said.stream().filter(line -> EVERYWHERE.equals(line.getString("organizationPartyId"))).findFirst().orElse(null);
        GenericValue own = said.stream().filter(line -> !EVERYWHERE.equals(line.getString("organizationPartyId"))).findFirst().orElse(null);
        boolean forbidden = everywhere != null && !ConsentState.valueOf(everywhere.getString("consentState")).mayBeTexted()
                && (own == null || !own.getTimestamp("recordedDate").after(everywhere.getTimestamp("recordedDate")));
        return Optional.ofNullable(forbidden ? everywhere : own).map(line -> ConsentState.valueOf(line.getString("consentState")));
    }

    static GenericValue later(GenericValue one, GenericValue other) {
        int order = one.getTimestamp("recordedDate").compareTo(other.getTimestamp("recordedDate"));
        boolean oneForbids = !ConsentState.valueOf(one.getString("consentState")).mayBeTexted();
        return order > 0 || order == 0 && oneForbids ? one : other;
    }

    /** Adds a line and sets the state in the caller's transaction, which is doomed when somebody else does the same at the same moment. */
    static Void recordOnce(Delegator delegator, ConsentEntry entry) throws GenericEntityException {
        Timestamp moment = Timestamp.from(entry.recordedDate().truncatedTo(ChronoUnit.MILLIS));
        addLine(delegator, entry, moment);
        Map<String, Object> key = UtilMisc.toMap("organizationPartyId", entry.organizationPartyId(), "contactNumber", entry.contactNumber());
        Map<String, Object> state = UtilMisc.toMap("consentState", entry.state().name(), "recordedDate", moment);
        EntityCondition notLater = entry.state().mayBeTexted()
                ? EntityCondition.makeCondition("recordedDate", EntityOperator.LESS_THAN, moment)
                : EntityCondition.makeCondition("recordedDate", EntityOperator.LESS_THAN_EQUAL_TO, moment);
        int changed = delegator.storeByCondition("SmsConsent", state, EntityCondition.makeCondition(EntityCondition.makeCondition(key), notLater));
        if (changed == 0 && EntityQuery.use(delegator).from("SmsConsent").where(key).queryOne() == null) {
            Map<String, Object> first = new HashMap<>(key);
            first.putAll(state);
            delegator.create("SmsConsent", first);
        }
        return null;
    }

    /** The line alone, at a moment in whole milliseconds. */
    static void addLine(Delegator delegator, ConsentEntry entry, Timestamp moment) throws GenericEntityException {
        delegator.create("SmsConsentRecord", UtilMisc.toMap("consentRecordId", delegator.getNextSeqId("SmsConsentRecord"),
                "organizationPartyId", entry.organizationPartyId(), "contactNumber", entry.contactNumber(), "consentState", entry.state().name(),
                "consentSource", entry.source().name(), "evidence", entry.evidence(), "recordedDate", moment, "userLoginId", entry.userLoginId()));
    }
}
