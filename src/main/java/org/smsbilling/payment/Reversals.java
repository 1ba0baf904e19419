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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;

/** Reads voids and refunds, and moves them from state to state by conditional updates. */
final class Reversals {

    private static final List<String> OPEN = List.of(ReversalState.REQUESTED.name(), ReversalState.CALLING.name(), ReversalState.UNKNOWN.name(),
            ReversalState.DONE.name());

    private Reversals() { }

    static GenericValue find(Delegator delegator, String reversalId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentReversal").where("reversalId", reversalId).queryOne();
    }

    static ReversalState state(GenericValue reversal) {
        return ReversalState.valueOf(reversal.getString("reversalState"));
    }

    /** @return ids of those that are to be looked at now, the oldest first */
    static List<String> due(Delegator delegator, Instant now, int limit) throws GenericEntityException {
        return EntityQuery.use(delegator).select("reversalId", "nextActionDate").from("SmsPaymentReversal").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("reversalState", EntityOperator.IN, OPEN),
                EntityCondition.makeCondition("nextActionDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now))))
                .orderBy("nextActionDate").maxRows(limit).queryList().stream().map(each -> each.getString("reversalId")).toList();
    }

    /**
     * @param from states in which it may be now; each must allow the new one, or be the new one
     * @param nextAction when it is to be looked at again, or null when it is over
     * @return false when it is in none of those states
     */
    static boolean move(Delegator delegator, String reversalId, Set<ReversalState> from, ReversalState to, Instant now, Instant nextAction,
            Map<String, ?> changes) throws GenericEntityException {
        for (ReversalState state : from) {
            if (state != to && !state.mayBecome(to)) {
                throw new IllegalStateException(state + " never becomes " + to);
            }
        }
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("reversalState", to.name());
        fields.put("statusDate", Timestamp.from(now));
        fields.put("nextActionDate", nextAction == null ? null : Timestamp.from(nextAction));
        boolean moved = delegator.storeByCondition("SmsPaymentReversal", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("reversalId", reversalId),
                EntityCondition.makeCondition("reversalState", EntityOperator.IN, from.stream().map(Enum::name).toList()))) == 1;
        if (moved && to.over()) {
            delegator.removeByAnd("SmsAttemptReversing", "reversalId", reversalId);
        }
        return moved;
    }

    /** Puts it into the history of the invoices that it touches, in the name of the person who asked for it. */
    static void audit(Delegator delegator, GenericValue reversal, AuditKind kind, String note, Instant now) throws GenericEntityException {
        GenericValue attempt = Attempts.find(delegator, reversal.getString("attemptId"));
        Set<String> invoiceIds = reversal.getString("invoiceId") == null
                ? Attempts.shares(delegator, reversal.getString("attemptId")).keySet() : Set.of(reversal.getString("invoiceId"));
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, reversal.getString("organizationPartyId"), invoiceId, kind, reversal.getString("userLoginId"), null,
                    attempt.getString("linkId"), attempt.getString("attemptId"), note);
        }
    }
}
