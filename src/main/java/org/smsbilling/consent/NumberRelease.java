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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/**
 * A number that the carrier called unusable becomes usable again because a person says why. The carrier's word no longer counts then; what the
 * owner of the number said does, an opt-out as well.
 */
final class NumberRelease {

    private NumberRelease() { }

    /**
     * In a transaction of its own.
     * @param entry its state is REACHABLE
     * @return whether the number was unusable and no longer is
     */
    static boolean record(Delegator delegator, ConsentEntry entry) throws GenericEntityException {
        return OwnTransaction.call(() -> recordOnce(delegator, entry));
    }

    private static boolean recordOnce(Delegator delegator, ConsentEntry entry) throws GenericEntityException {
        Map<String, Object> key = UtilMisc.toMap("organizationPartyId", entry.organizationPartyId(), "contactNumber", entry.contactNumber());
        GenericValue current = EntityQuery.use(delegator).from("SmsConsent").where(key).queryOne();
        if (current == null || !is(current, ConsentState.UNUSABLE)) {
            return false;
        }
        Timestamp moment = Timestamp.from(entry.recordedDate().truncatedTo(ChronoUnit.MILLIS));
        Timestamp refused = current.getTimestamp("recordedDate");
        ConsentLedger.addLine(delegator, entry, refused.after(moment) ? refused : moment);
        EntityCondition asItWas = EntityCondition.makeCondition(UtilMisc.toMap("organizationPartyId", entry.organizationPartyId(), "contactNumber",
                entry.contactNumber(), "consentState", ConsentState.UNUSABLE.name(), "recordedDate", refused));
        Optional<GenericValue> said = counting(EntityQuery.use(delegator).from("SmsConsentRecord").where(key).queryList()).stream()
                .reduce(ConsentLedger::later);
        return (said.isPresent() ? delegator.storeByCondition("SmsConsent", UtilMisc.toMap("consentState", said.get().getString("consentState"),
                "recordedDate", said.get().getTimestamp("recordedDate")), asItWas) : delegator.removeByCondition("SmsConsent", asItWas)) > 0;
    }

    /** @param lines of one number and organization. @return those without what was taken back, and without the taking back */
    static List<GenericValue> counting(Collection<GenericValue> lines) {
        Optional<Timestamp> released = lines.stream().filter(line -> is(line, ConsentState.REACHABLE))
                .map(line -> line.getTimestamp("recordedDate")).reduce((one, other) -> one.after(other) ? one : other);
        return lines.stream().filter(line -> !is(line, ConsentState.REACHABLE)).filter(line -> released.isEmpty()
                || !is(line, ConsentState.UNUSABLE) || line.getTimestamp("recordedDate").after(released.get())).collect(Collectors.toList());
    }

    private static boolean is(GenericValue line, ConsentState state) {
        return state.name().equals(line.getString("consentState"));
    }
}
