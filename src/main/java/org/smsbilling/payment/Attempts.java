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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Reads attempts. */
final class Attempts {

    private static final List<String> OPEN = List.of(AttemptState.CREATED.name(), AttemptState.AUTHORIZING.name(), AttemptState.UNKNOWN.name(),
            AttemptState.APPROVED.name(), AttemptState.PARTIAL.name());

    private Attempts() { }

    /** @return null when there is none */
    static GenericValue find(Delegator delegator, String attemptId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentAttempt").where("attemptId", attemptId).queryOne();
    }

    static AttemptState state(GenericValue attempt) {
        return AttemptState.valueOf(attempt.getString("attemptState"));
    }

    /** @return whether the gateway approved less than was asked */
    static boolean approvedInPart(GenericValue attempt) {
        return attempt.get("approvedAmount") != null && attempt.getBigDecimal("approvedAmount").compareTo(attempt.getBigDecimal("amount")) < 0;
    }

    /** @return what of an attempt goes to which invoice, in a fixed order */
    static Map<String, BigDecimal> shares(Delegator delegator, String attemptId) throws GenericEntityException {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("attemptId", attemptId).orderBy("invoiceId")
                .queryList()) {
            shares.put(row.getString("invoiceId"), row.getBigDecimal("amount"));
        }
        return shares;
    }

    /** @return the shares of an attempt that have a payment in OFBiz, in a fixed order */
    static List<GenericValue> posted(Delegator delegator, String attemptId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("attemptId", attemptId),
                EntityCondition.makeCondition("paymentId", EntityOperator.NOT_EQUAL, null))).orderBy("invoiceId").queryList();
    }

    /** @return attempts that were posted after that and are to be looked at now, the oldest first; one query by index */
    static List<GenericValue> justPosted(Delegator delegator, Instant after, Instant now, int limit) throws GenericEntityException {
        return posted(delegator, EntityCondition.makeCondition(EntityCondition.makeCondition("attemptState", AttemptState.POSTED.name()),
                EntityCondition.makeCondition("statusDate", EntityOperator.GREATER_THAN, Timestamp.from(after))), now, limit);
    }

    /** @return attempts that were posted until then and whose money is to be asked about now, the oldest first; one query by index */
    static List<GenericValue> dueForSettlement(Delegator delegator, Instant until, Instant now, int limit) throws GenericEntityException {
        return posted(delegator, EntityCondition.makeCondition(EntityCondition.makeCondition("attemptState", AttemptState.SETTLING.name()),
                EntityOperator.OR, EntityCondition.makeCondition(EntityCondition.makeCondition("attemptState", AttemptState.POSTED.name()),
                        EntityCondition.makeCondition("statusDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(until)))), now, limit);
    }

    private static List<GenericValue> posted(Delegator delegator, EntityCondition which, Instant now, int limit) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition(which,
                EntityCondition.makeCondition("nextActionDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now))))
                .orderBy("nextActionDate").maxRows(limit).queryList();
    }

    /** @return ids of attempts that are to be looked at now, the oldest first; one query by index */
    static List<String> due(Delegator delegator, Instant now, int limit) throws GenericEntityException {
        return EntityQuery.use(delegator).select("attemptId", "nextActionDate").from("SmsPaymentAttempt").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("attemptState", EntityOperator.IN, OPEN),
                EntityCondition.makeCondition("nextActionDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now))))
                .orderBy("nextActionDate").maxRows(limit).queryList().stream().map(attempt -> attempt.getString("attemptId")).toList();
    }
}
