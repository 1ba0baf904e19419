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
import java.time.Duration;
import java.time.Instant;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Thieves of card numbers try them where nobody counts. Here a link and a network get so many tries an hour, whatever node they reach; a network may
 * be the exit of a whole mobile carrier, so for it only declined tries count.
 */
final class CardTesting {

    static final int TRIES_OF_A_LINK = 10;
    static final int DECLINED_OF_A_NETWORK = 30;

    private final Delegator delegator;
    private final Timestamp anHourAgo;

    CardTesting(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.anHourAgo = Timestamp.from(now.minus(Duration.ofHours(1)));
    }

    /** @param network see ShortAddress; the empty string, when it is not known, is not counted */
    boolean suspected(String linkId, String network) throws GenericEntityException {
        return tries(EntityCondition.makeCondition("linkId", linkId)) >= TRIES_OF_A_LINK
                || !network.isEmpty() && tries(EntityCondition.makeCondition(EntityCondition.makeCondition("shortAddress", network),
                        EntityCondition.makeCondition("attemptState", AttemptState.DECLINED.name()))) >= DECLINED_OF_A_NETWORK;
    }

    private long tries(EntityCondition which) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition(which,
                EntityCondition.makeCondition("createdDate", EntityOperator.GREATER_THAN, anHourAgo))).queryCount();
    }
}
