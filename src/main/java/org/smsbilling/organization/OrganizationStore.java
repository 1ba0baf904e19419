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

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Reads and writes the row of an organization. */
final class OrganizationStore {

    private OrganizationStore() { }

    /** @return what is stored, or an empty row that is not stored yet */
    static GenericValue read(Delegator delegator, String organizationPartyId) throws GenericEntityException {
        GenericValue stored = EntityQuery.use(delegator).from("SmsOrganization").where("organizationPartyId", organizationPartyId).queryOne();
        return stored != null ? stored : delegator.makeValue("SmsOrganization", UtilMisc.toMap("organizationPartyId", organizationPartyId));
    }

    /** Writes these fields and no others, so that two administrators who change different things do not undo each other. */
    static void write(Delegator delegator, String organizationPartyId, Map<String, ?> fields) throws GenericEntityException {
        Map<String, Object> row = UtilMisc.toMap("organizationPartyId", organizationPartyId);
        row.putAll(fields);
        delegator.createOrStore(delegator.makeValue("SmsOrganization", row));
    }
}
