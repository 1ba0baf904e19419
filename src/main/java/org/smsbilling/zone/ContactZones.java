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
package org.smsbilling.zone;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.SmsBilling;
import org.smsbilling.phone.PhoneBook;

/**
 * Where recipients may be: by their numbers, and by their postal addresses in OFBiz. When the two disagree both count, so that only hours are kept
 * that
 * both allow; an address inside the zones of its number makes them more exact.
 */
public final class ContactZones {

    private static final int CHUNK = 1_000;

    private final PhoneBook phones;
    private final Map<String, Set<ZoneId>> byParty;

    private ContactZones(PhoneBook phones, Map<String, Set<ZoneId>> byParty) {
        this.phones = phones;
        this.byParty = byParty;
    }

    /** @param partyIds may hold null. Two queries for each 1,000 parties */
    public static ContactZones read(Delegator delegator, Collection<String> partyIds, Instant now) throws GenericEntityException {
        List<String> parties = new ArrayList<>(new LinkedHashSet<>(partyIds.stream().filter(Objects::nonNull).toList()));
        Map<String, Set<ZoneId>> zones = new HashMap<>();
        for (int from = 0; from < parties.size(); from += CHUNK) {
            EntityCondition these = EntityCondition.makeCondition("partyId", EntityOperator.IN,
                    parties.subList(from, Math.min(parties.size(), from + CHUNK)));
            List<GenericValue> addresses = EntityQuery.use(delegator).from("SmsPartyAddress").where(these).filterByDate(Timestamp.from(now))
                    .queryList();
            Set<List<String>> billing = addresses.isEmpty() ? Set.of() : billing(delegator, these, now);
            addresses.stream().filter(row -> billing.contains(key(row))).forEach(row -> zones.putIfAbsent(row.getString("partyId"), zones(row)));
            Set<String> decided = Set.copyOf(zones.keySet());
            addresses.stream().filter(row -> !decided.contains(row.getString("partyId")))
                    .forEach(row -> zones.computeIfAbsent(row.getString("partyId"), any -> new HashSet<>()).addAll(zones(row)));
        }
        return new ContactZones(SmsBilling.phoneBook(delegator), zones);
    }

    /** @param partyId whose number it is, or null. @return may be empty */
    public Set<ZoneId> of(String partyId, String e164) {
        return combined(phones.zones(e164), partyId == null ? Set.of() : byParty.getOrDefault(partyId, Set.of()));
    }

    static Set<ZoneId> combined(Set<ZoneId> ofNumber, Set<ZoneId> ofAddress) {
        if (ofAddress.isEmpty() || ofNumber.isEmpty()) {
            return ofAddress.isEmpty() ? ofNumber : ofAddress;
        } else if (ofNumber.containsAll(ofAddress)) {
            return ofAddress;
        }
        Set<ZoneId> both = new HashSet<>(ofNumber);
        both.addAll(ofAddress);
        return both;
    }

    /** @return party and contact mech of addresses that bills go to: where there is one, the others do not count */
    private static Set<List<String>> billing(Delegator delegator, EntityCondition these, Instant now) throws GenericEntityException {
        Set<List<String>> keys = new HashSet<>();
        for (GenericValue row : EntityQuery.use(delegator).select("partyId", "contactMechId").from("PartyContactMechPurpose").where(these,
                EntityCondition.makeCondition("contactMechPurposeTypeId", "BILLING_LOCATION")).filterByDate(Timestamp.from(now)).queryList()) {
            keys.add(key(row));
        }
        return keys;
    }

    private static List<String> key(GenericValue row) {
        return List.of(row.getString("partyId"), row.getString("contactMechId"));
    }

    private static Set<ZoneId> zones(GenericValue address) {
        return PostalZones.of(address.getString("countryGeoId"), address.getString("stateProvinceGeoId"));
    }
}
