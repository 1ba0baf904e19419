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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** Closes links, each at most once: the first reason stays. */
public final class LinkClosing {

    private LinkClosing() { }

    /**
     * @param linkIds at least one
     * @param userLoginId the person who did it, or null
     * @return how many were open until now
     */
    public static int close(Delegator delegator, Collection<String> linkIds, ClosedReason reason, String userLoginId, Instant now)
            throws GenericEntityException {
        Map<String, Object> closed = new HashMap<>();
        closed.put("closedDate", Timestamp.from(now));
        closed.put("closedReason", reason.name());
        closed.put("closedByUserLogin", userLoginId);
        closed.put("tokenSecret", null);
        return delegator.storeByCondition("SmsPayLink", closed, EntityCondition.makeCondition(
                EntityCondition.makeCondition("linkId", EntityOperator.IN, linkIds),
                EntityCondition.makeCondition("closedDate", EntityOperator.EQUALS, null)));
    }

    /** Links that were closed because everything was paid work again, until their time is over: the money of one of the invoices went back. */
    public static void reopen(Delegator delegator, Collection<String> invoiceIds) throws GenericEntityException {
        List<String> linkIds = invoiceIds.isEmpty() ? List.of() : FieldValues.of(EntityQuery.use(delegator).from("SmsPayLinkInvoice")
                .where(EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds)), "linkId");
        if (!linkIds.isEmpty()) {
            Map<String, Object> open = new HashMap<>();
            open.put("closedDate", null);
            open.put("closedReason", null);
            delegator.storeByCondition("SmsPayLink", open, EntityCondition.makeCondition(
                    EntityCondition.makeCondition("linkId", EntityOperator.IN, linkIds),
                    EntityCondition.makeCondition("closedReason", ClosedReason.PAID.name())));
        }
    }
}
