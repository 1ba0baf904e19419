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

import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;

/**
 * Whether a user who works for an organization may see names and numbers of a party: of those that the organization has to do with, and of all
 * parties when OFBiz's party manager shows them to the user anyway.
 */
public final class PartyAccess {

    private PartyAccess() { }

    public static boolean maySee(DispatchContext dctx, Map<String, ?> context, String organizationPartyId, String partyId)
            throws GenericEntityException {
        return dctx.getSecurity().hasEntityPermission("PARTYMGR", "_VIEW", (GenericValue) context.get("userLogin"))
                || knows(dctx.getDelegator(), organizationPartyId, partyId);
    }

    private static boolean knows(Delegator delegator, String organizationPartyId, String partyId) throws GenericEntityException {
        return any(delegator, "Invoice", "partyIdFrom", organizationPartyId, "partyId", partyId)
                || any(delegator, "PartyRelationship", "partyIdFrom", organizationPartyId, "partyIdTo", partyId)
                || any(delegator, "SmsMessage", "organizationPartyId", organizationPartyId, "customerPartyId", partyId)
                || any(delegator, "SmsMessage", "organizationPartyId", organizationPartyId, "recipientPartyId", partyId);
    }

    private static boolean any(Delegator delegator, String entity, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator).from(entity).where(keys).maxRows(1).queryFirst() != null;
    }
}
