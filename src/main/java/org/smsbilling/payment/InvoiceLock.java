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
package org.smsbilling.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** One payer at a time: rows keyed by invoice, held from the tap on Pay until the attempt is over, in every tab, on every node. */
public final class InvoiceLock {

    private InvoiceLock() { }

    /** @return the attempt that holds one of the invoices now */
    public static Optional<GenericValue> holder(Delegator delegator, Collection<String> invoiceIds) throws GenericEntityException {
        return holders(delegator, invoiceIds).values().stream().findFirst();
    }

    /** @return the attempts that hold invoices now, by invoice, the one that came first in front; one query while nobody pays, else two */
    public static Map<String, GenericValue> holders(Delegator delegator, Collection<String> invoiceIds) throws GenericEntityException {
        List<GenericValue> held = invoiceIds.isEmpty() ? List.of() : EntityQuery.use(delegator).from("SmsInvoicePaying")
                .where(EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds)).orderBy("createdDate").queryList();
        if (held.isEmpty()) {
            return Map.of();
        }
        Map<String, GenericValue> attempts = new HashMap<>();
        for (GenericValue attempt : EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition("attemptId",
                EntityOperator.IN, held.stream().map(row -> row.getString("attemptId")).collect(Collectors.toSet()))).queryList()) {
            attempts.put(attempt.getString("attemptId"), attempt);
        }
        Map<String, GenericValue> holders = new LinkedHashMap<>();
        held.stream().filter(row -> attempts.containsKey(row.getString("attemptId")))
                .forEach(row -> holders.put(row.getString("invoiceId"), attempts.get(row.getString("attemptId"))));
        return holders;
    }

    /** Takes the invoices. @throws GenericEntityException when somebody else took one at the same moment: the transaction must be rolled back */
    static void take(Delegator delegator, Collection<String> invoiceIds, String attemptId, Instant now) throws GenericEntityException {
        for (String invoiceId : invoiceIds.stream().sorted().toList()) {
            delegator.create("SmsInvoicePaying", "invoiceId", invoiceId, "attemptId", attemptId, "createdDate", Timestamp.from(now));
        }
    }

    static void release(Delegator delegator, String attemptId) throws GenericEntityException {
        delegator.removeByAnd("SmsInvoicePaying", "attemptId", attemptId);
    }
}
