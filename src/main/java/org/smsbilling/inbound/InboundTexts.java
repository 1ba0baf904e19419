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
package org.smsbilling.inbound;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/** Texts as they came. The key is the carrier's id: a text that is handed on again is the same row. */
final class InboundTexts {
    static final String ENTITY = "SmsInboundText";
    private static final Duration FIRST_LEASE = Duration.ofMinutes(1);
    private static final long MOST_DOUBLINGS = 5;

    private final Delegator delegator;

    InboundTexts(Delegator delegator) {
        this.delegator = delegator;
    }

    /** Keeps a text, committed when this returns. @return whether it was new */
    boolean add(String organizationPartyId, InboundText text, Instant now) throws GenericEntityException {
        if (known(text)) {
            return false;
        }
        Map<String, Object> row = new HashMap<>();
        row.put("providerMessageId", text.providerMessageId());
        row.put("organizationPartyId", organizationPartyId);
        row.put("contactNumber", text.from());
        row.put("sender", text.to());
        row.put("body", text.body());
        row.put("mediaCount", (long) text.mediaCount());
        row.put("optOutType", text.optOutType());
        row.put("receivedDate", Timestamp.from(now));
        row.put("nextDate", Timestamp.from(now));
        row.put("attempts", 0L);
        try {
            OwnTransaction.call(() -> delegator.create(ENTITY, row));
            return true;
        } catch (GenericEntityException e) {
            if (known(text)) {
                return false;
            }
            throw e;
        }
    }

    /** @return texts whose turn has come, in the order in which they came */
    List<GenericValue> due(Instant now, int limit) throws GenericEntityException {
        return EntityQuery.use(delegator).from(ENTITY)
                .where(EntityCondition.makeCondition("nextDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)))
                .orderBy("receivedDate", "providerMessageId").maxRows(limit).queryList();
    }

    /** Takes a text to look at it; should that fail, it is due again, later each time. @return false when somebody else has it */
    boolean claim(GenericValue text, Instant now) throws GenericEntityException {
        long attempts = text.getLong("attempts");
        Instant again = now.plus(FIRST_LEASE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS)));
        Map<String, Object> fields = Map.of("nextDate", Timestamp.from(again), "attempts", attempts + 1);
        return OwnTransaction.call(() -> delegator.storeByCondition(ENTITY, fields, EntityCondition.makeCondition(key(text),
                EntityCondition.makeCondition("nextDate", text.getTimestamp("nextDate"))))) == 1;
    }

    /** Nothing more is to be done about it; in the caller's transaction. @return false when somebody else was first */
    boolean handled(GenericValue text, Intent intent, Map<String, Object> found, Instant now) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>(found);
        fields.put("intent", intent.name());
        fields.put("handledDate", Timestamp.from(now));
        fields.put("nextDate", null);
        return delegator.storeByCondition(ENTITY, fields, EntityCondition.makeCondition(key(text),
                EntityCondition.makeCondition("handledDate", EntityOperator.EQUALS, null))) == 1;
    }

    static EntityCondition key(GenericValue text) {
        return EntityCondition.makeCondition("providerMessageId", text.getString("providerMessageId"));
    }

    private boolean known(InboundText text) throws GenericEntityException {
        return EntityQuery.use(delegator).from(ENTITY).where("providerMessageId", text.providerMessageId()).queryOne() != null;
    }
}
