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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Makes links the working ones of their invoices. A link is replaced by a later one that covers all of its invoices, in whatever order the two
 * messages turn out to have been sent. The number of statements does not depend on the number of links.
 */
final class LinkActivation {

    private LinkActivation() { }

    static void activate(Delegator delegator, Collection<String> linkIds, Instant now) throws GenericEntityException {
        Map<String, Object> active = new HashMap<>();
        active.put("activeDate", Timestamp.from(now));
        active.put("tokenSecret", null);
        delegator.storeByCondition("SmsPayLink", active, in("linkId", linkIds));
        List<String> replaced = replaced(delegator, linkIds);
        if (!replaced.isEmpty()) {
            LinkClosing.close(delegator, replaced, ClosedReason.REPLACED, null, now);
        }
    }

    private static List<String> replaced(Delegator delegator, Collection<String> linkIds) throws GenericEntityException {
        Set<String> invoiceIds = new TreeSet<>();
        invoicesByLink(delegator, "linkId", linkIds).values().forEach(invoiceIds::addAll);
        if (invoiceIds.isEmpty()) {
            return List.of();
        }
        Set<String> touched = invoicesByLink(delegator, "invoiceId", invoiceIds).keySet();
        List<GenericValue> open = EntityQuery.use(delegator).from("SmsPayLink").where(EntityCondition.makeCondition(
                in("linkId", touched),
                EntityCondition.makeCondition("closedDate", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("activeDate", EntityOperator.NOT_EQUAL, null))).orderBy("createdDate", "linkId").queryList();
        Map<String, Set<String>> invoices = invoicesByLink(delegator, "linkId", touched);
        List<String> replaced = new ArrayList<>();
        for (int older = 0; older < open.size(); older++) {
            Set<String> covered = invoices.get(open.get(older).getString("linkId"));
            if (open.subList(older + 1, open.size()).stream().anyMatch(later -> invoices.get(later.getString("linkId")).containsAll(covered))) {
                replaced.add(open.get(older).getString("linkId"));
            }
        }
        return replaced;
    }

    private static Map<String, Set<String>> invoicesByLink(Delegator delegator, String field, Collection<String> ids)
            throws GenericEntityException {
        Map<String, Set<String>> invoices = new HashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).from("SmsPayLinkInvoice").where(in(field, ids)).queryList()) {
            invoices.computeIfAbsent(row.getString("linkId"), linkId -> new TreeSet<>()).add(row.getString("invoiceId"));
        }
        return invoices;
    }

    private static EntityCondition in(String field, Collection<String> ids) {
        return EntityCondition.makeCondition(field, EntityOperator.IN, ids);
    }
}
