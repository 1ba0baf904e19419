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

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** Parties that OFBiz knows as internal organizations: the only ones that can bill by SMS. */
public final class InternalOrganizations {
    private static final String ROLE = "INTERNAL_ORGANIZATIO";

    private InternalOrganizations() { }

    static boolean isOne(Delegator delegator, String partyId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("PartyRole").where("partyId", partyId, "roleTypeId", ROLE).queryCount() > 0;
    }

    /** @return party ids of the internal organizations that a person works for at a moment */
    public static List<String> of(Delegator delegator, String userPartyId, Instant now) throws GenericEntityException {
        Collection<String> related = OrganizationAccess.relatedTo(delegator, userPartyId, now);
        return related.isEmpty() ? List.of() : FieldValues.of(EntityQuery.use(delegator).select("partyId").from("PartyRole")
                .where(EntityCondition.makeCondition("roleTypeId", ROLE), EntityCondition.makeCondition("partyId", EntityOperator.IN, related))
                .orderBy("partyId"), "partyId");
    }
}
