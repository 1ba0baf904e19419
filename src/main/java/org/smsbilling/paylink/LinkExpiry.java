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
package org.smsbilling.paylink;

import java.time.Instant;
import java.util.List;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.entity.FieldValues;

/** Ends the links of an invoice on a clerk's word. */
final class LinkExpiry {

    private LinkExpiry() { }

    /** @return how many links worked until now */
    static int expire(Delegator delegator, String organizationPartyId, String invoiceId, String userLoginId, Instant now)
            throws GenericEntityException {
        List<String> linkIds = FieldValues.of(EntityQuery.use(delegator).from("SmsPayLinkInvoice").where("invoiceId", invoiceId), "linkId");
        List<String> open = linkIds.isEmpty() ? List.of() : FieldValues.of(EntityQuery.use(delegator).from("SmsPayLink").where(
                EntityCondition.makeCondition(
                EntityCondition.makeCondition("linkId", EntityOperator.IN, linkIds),
                EntityCondition.makeCondition("closedDate", EntityOperator.EQUALS, null))), "linkId");
        int closed = open.isEmpty() ? 0 : LinkClosing.close(delegator, open, ClosedReason.EXPIRED_BY_CLERK, userLoginId, now);
        for (String linkId : open) {
            AuditTrail.add(delegator, now, organizationPartyId, invoiceId, AuditKind.LINK_EXPIRED_BY_CLERK, userLoginId, null, linkId, null, null);
        }
        return closed;
    }
}
