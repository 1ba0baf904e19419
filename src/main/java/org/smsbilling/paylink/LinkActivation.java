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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;

/**
 * Makes links the working ones of their invoices. A link is replaced by a later one that covers all of its invoices, in whatever order the two
 * messages turn out to have been sent; those of one step for several recipients work side by side. The number of queries does not depend on the
 * number of links.
 */
final class LinkActivation {

    private LinkActivation() { }

    static void activate(Delegator delegator, Collection<String> linkIds, Instant now) throws GenericEntityException {
        Map<String, Object> active = new HashMap<>();
        active.put("activeDate", Timestamp.from(now));
        active.put("tokenSecret", null);
        delegator.storeByCondition("SmsPayLink", active, in("linkId", linkIds));
        Map<String, Set<String>> invoices = invoicesOfTouchedLinks(delegator, linkIds);
        List<GenericValue> replaced = alone(invoices) ? List.of() : replaced(delegator, invoices);
        if (!replaced.isEmpty()) {
            LinkClosing.close(delegator, replaced.stream().map(link -> link.getString("linkId")).toList(), ClosedReason.REPLACED, null, now);
            for (GenericValue link : replaced) {
                for (String invoiceId : invoices.get(link.getString("linkId"))) {
                    AuditTrail.add(delegator, now, link.getString("organizationPartyId"), invoiceId, AuditKind.LINK_REPLACED, null,
                            link.getString("messageId"), link.getString("linkId"), null, null);
                }
            }
        }
    }

    /** @return invoices by link, of all links that share an invoice with one of these */
    private static Map<String, Set<String>> invoicesOfTouchedLinks(Delegator delegator, Collection<String> linkIds) throws GenericEntityException {
        Map<String, Set<String>> own = invoicesByLink(delegator, "linkId", linkIds);
        Set<String> invoiceIds = new TreeSet<>();
        own.values().forEach(invoiceIds::addAll);
        if (invoiceIds.isEmpty()) {
            return Map.of();
        }
        Set<String> touched = invoicesByLink(delegator, "invoiceId", invoiceIds).keySet();
        return own.keySet().containsAll(touched) ? own : invoicesByLink(delegator, "linkId", touched);
    }

    /** @return whether no two links share an invoice, so that none can replace another */
    private static boolean alone(Map<String, Set<String>> invoices) {
        Set<String> seen = new HashSet<>();
        return invoices.values().stream().flatMap(Set::stream).allMatch(seen::add);
    }

    private static List<GenericValue> replaced(Delegator delegator, Map<String, Set<String>> invoices) throws GenericEntityException {
        if (invoices.isEmpty()) {
            return List.of();
        }
        List<GenericValue> open = EntityQuery.use(delegator).from("SmsPayLink").where(EntityCondition.makeCondition(
                in("linkId", invoices.keySet()),
                EntityCondition.makeCondition("closedDate", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition("activeDate", EntityOperator.NOT_EQUAL, null))).orderBy("createdDate", "linkId").queryList();
        List<GenericValue> covered = covered(open, invoices, Map.of());
        return covered.isEmpty() ? covered : covered(open, invoices, steps(delegator, open));
    }

    /** @param steps of messages: links of one step do not count against each other. @return links all of whose invoices a later one has */
    private static List<GenericValue> covered(List<GenericValue> open, Map<String, Set<String>> invoices, Map<String, Set<List<String>>> steps) {
        Map<String, List<GenericValue>> newestFirst = new HashMap<>();
        List<GenericValue> replaced = new ArrayList<>();
        for (int i = open.size() - 1; i >= 0; i--) {
            GenericValue link = open.get(i);
            Set<String> own = invoices.get(link.getString("linkId"));
            String any = own.iterator().next();
            if (newestFirst.getOrDefault(any, List.of()).stream().anyMatch(later -> invoices.get(later.getString("linkId")).containsAll(own)
                    && Collections.disjoint(of(later, steps), of(link, steps)))) {
                replaced.add(0, link);
            }
            for (String invoiceId : own) {
                newestFirst.computeIfAbsent(invoiceId, first -> new ArrayList<>()).add(link);
            }
        }
        return replaced;
    }

    private static Set<List<String>> of(GenericValue link, Map<String, Set<List<String>>> steps) {
        return steps.getOrDefault(String.valueOf(link.getString("messageId")), Set.of());
    }

    /** @return invoice, step and occurrence of the messages of links, by message */
    private static Map<String, Set<List<String>>> steps(Delegator delegator, List<GenericValue> open) throws GenericEntityException {
        Set<String> messageIds = new TreeSet<>();
        open.stream().map(link -> link.getString("messageId")).filter(Objects::nonNull).forEach(messageIds::add);
        Map<String, Set<List<String>>> steps = new HashMap<>();
        if (!messageIds.isEmpty()) {
            for (GenericValue run : EntityQuery.use(delegator).select("messageId", "invoiceId", "stepId", "occurrence").from("SmsStepRun")
                    .where(in("messageId", messageIds)).queryList()) {
                steps.computeIfAbsent(run.getString("messageId"), any -> new HashSet<>())
                        .add(List.of(run.getString("invoiceId"), run.getString("stepId"), run.getString("occurrence")));
            }
        }
        return steps;
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
