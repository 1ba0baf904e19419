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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.paylink.PayToken;
import org.smsbilling.transaction.OwnTransaction;

/** Leave to see one link's pay page for an hour. It is carried in the page's forms, never in an address, and stored as a hash. */
final class PayerGrants {

    static final Duration GOOD_FOR = Duration.ofHours(1);

    private PayerGrants() { }

    /** @return the grant, a secret as long as a pay token */
    static String give(Delegator delegator, String linkId, Instant now) throws GenericEntityException {
        String grant = PayToken.random();
        OwnTransaction.call(() -> {
            delegator.removeByCondition("SmsPayerGrant", EntityCondition.makeCondition("expiresDate", EntityOperator.LESS_THAN,
                    Timestamp.from(now.minus(GOOD_FOR))));
            return delegator.create("SmsPayerGrant", "grantHash", PayToken.hash(grant), "linkId", linkId, "createdDate", Timestamp.from(now),
                    "expiresDate", Timestamp.from(now.plus(GOOD_FOR)));
        });
        return grant;
    }

    /** @param grant from outside, anything */
    static boolean valid(Delegator delegator, String linkId, String grant, Instant now) throws GenericEntityException {
        GenericValue found = PayToken.wellFormed(grant)
                ? EntityQuery.use(delegator).from("SmsPayerGrant").where("grantHash", PayToken.hash(grant)).queryOne() : null;
        return found != null && linkId.equals(found.getString("linkId")) && found.getTimestamp("expiresDate").toInstant().isAfter(now);
    }
}
