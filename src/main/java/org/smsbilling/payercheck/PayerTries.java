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
package org.smsbilling.payercheck;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Five tries for a link in any hour, counted before the answer is looked at: tries at the same moment collide on their key. A right answer makes them
 * forgotten; who goes on being wrong has no more postal codes to try.
 */
final class PayerTries {

    static final int AN_HOUR = 5;

    /** Postal codes of a town are soon tried: after so many wrong ones a code is texted instead. */
    static final int POSTAL_CODES = 15;
    private static final String MODULE = PayerTries.class.getName();

    private PayerTries() { }

    /** @return whether the answer may be looked at */
    static boolean take(Delegator delegator, String linkId, Instant now) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> {
                long recent = EntityQuery.use(delegator).from("SmsPayerTry").where(EntityCondition.makeCondition(
                        EntityCondition.makeCondition("linkId", linkId), EntityCondition.makeCondition("triedDate", EntityOperator.GREATER_THAN,
                                Timestamp.from(now.minus(Duration.ofHours(1)))))).queryCount();
                if (recent >= AN_HOUR) {
                    return false;
                }
                long number = EntityQuery.use(delegator).from("SmsPayerTry").where("linkId", linkId).queryCount() + 1;
                delegator.create("SmsPayerTry", "linkId", linkId, "tryNumber", number, "triedDate", Timestamp.from(now));
                return true;
            });
        } catch (GenericEntityException e) {
            Debug.logInfo("Two answers for link " + linkId + " at the same moment: one of them does not count", MODULE);
            return false;
        }
    }

    /** @return whether so many answers were wrong that postal codes are not asked for any more */
    static boolean guessing(Delegator delegator, String linkId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPayerTry").where("linkId", linkId).queryCount() >= POSTAL_CODES;
    }

    /** The payer has answered right. */
    static void forget(Delegator delegator, String linkId) throws GenericEntityException {
        OwnTransaction.call(() -> delegator.removeByAnd("SmsPayerTry", "linkId", linkId));
    }
}
