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
package org.smsbilling.preference;

import java.util.HashSet;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;

/**
 * Who is texted while an organization is in its pilot.
 *
 * @param everybody whether there is no pilot
 * @param numbers E.164
 * @param parties customers and contact persons
 */
public record PilotMembers(boolean everybody, Set<String> numbers, Set<String> parties) {

    /** One query when there is a pilot, none otherwise. */
    public static PilotMembers read(Delegator delegator, OrganizationSettings settings) throws GenericEntityException {
        Set<String> numbers = new HashSet<>();
        Set<String> parties = new HashSet<>();
        if (settings.texting().pilot()) {
            for (GenericValue row : EntityQuery.use(delegator).from("SmsPilotMember")
                    .where("organizationPartyId", settings.organizationPartyId()).queryList()) {
                Set<String> members = PilotMemberType.PARTY.name().equals(row.getString("memberType")) ? parties : numbers;
                members.add(row.getString("memberValue"));
            }
        }
        return new PilotMembers(!settings.texting().pilot(), numbers, parties);
    }

    /** @param partyIds whose number it is, and the customer; each may be null */
    public boolean has(String number, String... partyIds) {
        if (everybody || numbers.contains(number)) {
            return true;
        }
        for (String partyId : partyIds) {
            if (partyId != null && parties.contains(partyId)) {
                return true;
            }
        }
        return false;
    }
}
