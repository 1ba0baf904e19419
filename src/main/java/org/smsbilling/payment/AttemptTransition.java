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
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;

/** The only way to change an attempt's state: one conditional update, which does nothing when somebody else was faster. */
final class AttemptTransition {

    private final Delegator delegator;
    private final Instant now;

    AttemptTransition(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /**
     * @param from states in which the attempt may be now; each must allow the new one
     * @param nextAction when the attempt is to be looked at again, or null when nothing is open
     * @param changes other fields to set
     * @return false when the attempt is in none of those states
     */
    boolean move(String attemptId, Set<AttemptState> from, AttemptState to, Instant nextAction, Map<String, ?> changes)
            throws GenericEntityException {
        for (AttemptState state : from) {
            if (!state.mayBecome(to)) {
                throw new IllegalStateException(state + " never becomes " + to);
            }
        }
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("attemptState", to.name());
        fields.put("statusDate", Timestamp.from(now));
        fields.put("nextActionDate", nextAction == null ? null : Timestamp.from(nextAction));
        if (to != AttemptState.AUTHORIZING) {
            fields.put("leaseOwner", null);
            fields.put("leaseUntil", null);
            fields.put("accountToken", null);
        }
        return update(attemptId, from, fields);
    }

    /** Looks at the attempt again later, without changing its state. @return false when it is not in that state any more */
    boolean postpone(String attemptId, AttemptState state, Instant nextAction, Map<String, ?> changes) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>(changes);
        fields.put("nextActionDate", nextAction == null ? null : Timestamp.from(nextAction));
        return update(attemptId, Set.of(state), fields);
    }

    private boolean update(String attemptId, Set<AttemptState> from, Map<String, Object> fields) throws GenericEntityException {
        return delegator.storeByCondition("SmsPaymentAttempt", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("attemptId", attemptId),
                EntityCondition.makeCondition("attemptState", EntityOperator.IN, from.stream().map(Enum::name).toList()))) == 1;
    }
}
