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
package org.smsbilling.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Reads settings from the database, never from a cache: a disconnection counts at once. */
public final class OrganizationSettingsReader {

    private static final int LONGEST_TOKEN = 60;

    private OrganizationSettingsReader() { }

    /** @return the settings, empty when nobody ever set any for this party. Two queries by primary key */
    public static Optional<OrganizationSettings> read(Delegator delegator, String organizationPartyId) throws GenericEntityException {
        GenericValue stored = EntityQuery.use(delegator).from("SmsOrganization").where("organizationPartyId", organizationPartyId).queryOne();
        return stored == null ? Optional.empty()
                : Optional.of(OrganizationSettings.of(stored, name(delegator, organizationPartyId)));
    }

    /** @return settings by organization; those for whom nobody ever set any are missing; one query. Names come from OFBiz's cache */
    public static Map<String, OrganizationSettings> readAll(Delegator delegator, Collection<String> organizationPartyIds)
            throws GenericEntityException {
        Map<String, OrganizationSettings> settings = new HashMap<>();
        if (organizationPartyIds.isEmpty()) {
            return settings;
        }
        for (GenericValue stored : EntityQuery.use(delegator).from("SmsOrganization")
                .where(EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizationPartyIds)).queryList()) {
            String id = stored.getString("organizationPartyId");
            settings.put(id, OrganizationSettings.of(stored, name(EntityQuery.use(delegator).cache(), id)));
        }
        return settings;
    }

    /** @param hookToken from outside, anything. @return the settings of the organization whose webhooks bear it; one query by index */
    public static Optional<OrganizationSettings> readByHookToken(Delegator delegator, String hookToken) throws GenericEntityException {
        GenericValue stored = hookToken == null || hookToken.isBlank() || hookToken.length() > LONGEST_TOKEN ? null
                : EntityQuery.use(delegator).from("SmsOrganization").where("hookToken", hookToken).queryFirst();
        return stored == null ? Optional.empty() : Optional.of(OrganizationSettings.of(stored, stored.getString("organizationPartyId")));
    }

    /** @return what the party is called: the name of the group, else the id */
    static String name(Delegator delegator, String organizationPartyId) throws GenericEntityException {
        return name(EntityQuery.use(delegator), organizationPartyId);
    }

    private static String name(EntityQuery query, String organizationPartyId) throws GenericEntityException {
        GenericValue group = query.from("PartyGroup").where("partyId", organizationPartyId).queryOne();
        String name = group == null ? null : group.getString("groupName");
        return name == null || name.isBlank() ? organizationPartyId : name;
    }
}
