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
package org.smsbilling.recipient;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** E-mail addresses of parties that are current at a moment: the one for bills, else the primary one, else any. */
public final class EmailAddresses {

    private static final List<String> PURPOSES = List.of("BILLING_EMAIL", "PAYMENT_EMAIL", "PRIMARY_EMAIL");

    private EmailAddresses() { }

    /** @return address by party; parties without one are missing. Three queries */
    public static Map<String, String> read(Delegator delegator, Collection<String> partyIds, Instant now) throws GenericEntityException {
        List<String> parties = partyIds.stream().filter(Objects::nonNull).distinct().toList();
        Map<String, String> best = new HashMap<>();
        if (parties.isEmpty()) {
            return best;
        }
        List<GenericValue> mechs = rows(delegator, "PartyContactMech", "partyId", parties, now);
        Map<String, String> addresses = new HashMap<>();
        for (GenericValue mech : mechs.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).from("ContactMech").where(
                EntityCondition.makeCondition("contactMechTypeId", "EMAIL_ADDRESS"), EntityCondition.makeCondition("contactMechId",
                        EntityOperator.IN, mechs.stream().map(row -> row.getString("contactMechId")).distinct().toList())).queryList()) {
            addresses.put(mech.getString("contactMechId"), mech.getString("infoString"));
        }
        Map<List<String>, Integer> ranks = rows(delegator, "PartyContactMechPurpose", "partyId", parties, now).stream()
                .filter(row -> PURPOSES.contains(row.getString("contactMechPurposeTypeId"))).collect(Collectors.toMap(
                        row -> List.of(row.getString("partyId"), row.getString("contactMechId")),
                        row -> PURPOSES.indexOf(row.getString("contactMechPurposeTypeId")), Math::min));
        Map<String, Integer> bestRanks = new HashMap<>();
        for (GenericValue row : mechs) {
            String party = row.getString("partyId");
            String address = addresses.get(row.getString("contactMechId"));
            int rank = ranks.getOrDefault(List.of(party, row.getString("contactMechId")), PURPOSES.size());
            if (address != null && !address.isBlank() && rank < bestRanks.getOrDefault(party, Integer.MAX_VALUE)) {
                bestRanks.put(party, rank);
                best.put(party, address.strip());
            }
        }
        return best;
    }

    private static List<GenericValue> rows(Delegator delegator, String entity, String field, List<String> ids, Instant now)
            throws GenericEntityException {
        return EntityQuery.use(delegator).from(entity).where(EntityCondition.makeCondition(field, EntityOperator.IN, ids))
                .filterByDate(Timestamp.from(now)).orderBy("contactMechId").queryList();
    }
}
