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
package org.smsbilling.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Removes rows with which the work was done long ago, and which are no record of anything: 1,000 in a transaction, and no more than 100,000 of a kind
 * in a run, so that the table stays free for others. The next run goes on.
 */
final class OldRows {

    private static final int BATCH = 1_000;
    private static final int MOST_BATCHES = 100;
    private static final Duration MONTH = Duration.ofDays(30);
    /** Their numbers go on counting for as long as a link can work, which is a year at most. */
    private static final Duration LONGER_THAN_ANY_LINK = Duration.ofDays(400);

    /** @param key a field that finds few rows. @param date when the work was done. @param kept how long after that */
    private record Kind(String entity, String key, String date, Duration kept) { }

    private static final List<Kind> KINDS = List.of(
            new Kind("SmsEvent", "smsEventId", "handledDate", MONTH),
            new Kind("SmsWebhookReceipt", "providerMessageId", "handledDate", MONTH),
            new Kind("SmsFreshLinkRequest", "linkId", "requestDate", MONTH),
            new Kind("SmsPayerGrant", "grantHash", "expiresDate", Duration.ofDays(1)),
            new Kind("SmsPayerTry", "linkId", "triedDate", LONGER_THAN_ANY_LINK),
            new Kind("SmsPayerCode", "linkId", "createdDate", LONGER_THAN_ANY_LINK),
            new Kind("SmsCapWarning", "warnedDay", "createdDate", MONTH),
            new Kind("SmsPilotSkip", "invoiceId", "createdDate", Duration.ofDays(90)));

    private final Delegator delegator;
    private final Instant now;

    OldRows(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** @return how many rows are gone */
    int remove() throws GenericEntityException {
        int removed = 0;
        for (Kind kind : KINDS) {
            EntityCondition old = EntityCondition.makeCondition(kind.date(), EntityOperator.LESS_THAN, Timestamp.from(now.minus(kind.kept())));
            int last = BATCH;
            for (int batch = 0; batch < MOST_BATCHES && last >= BATCH; batch++) {
                last = OwnTransaction.call(() -> remove(kind, old));
                removed += last;
            }
        }
        return removed;
    }

    private int remove(Kind kind, EntityCondition old) throws GenericEntityException {
        Set<String> keys = new HashSet<>(FieldValues.of(EntityQuery.use(delegator).select(kind.key()).from(kind.entity()).where(old).maxRows(BATCH),
                kind.key()));
        return keys.isEmpty() ? 0 : delegator.removeByCondition(kind.entity(), EntityCondition.makeCondition(
                EntityCondition.makeCondition(kind.key(), EntityOperator.IN, keys), old));
    }
}
