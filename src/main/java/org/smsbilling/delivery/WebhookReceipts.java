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
package org.smsbilling.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.BulkUpdate;
import org.smsbilling.transaction.OwnTransaction;

/** Reports as they came. Their key is message and status: a report that comes again is the same row. */
final class WebhookReceipts {

    private static final String ENTITY = "SmsWebhookReceipt";
    private static final int LONGEST_OUTCOME = 60;

    private final Delegator delegator;

    WebhookReceipts(Delegator delegator) {
        this.delegator = delegator;
    }

    /** A report as it came in. */
    record Receipt(String organizationPartyId, StatusReport report, Instant receivedDate) {
        List<String> key() {
            return List.of(report.providerMessageId(), report.providerStatus());
        }
    }

    /** Keeps a report, committed when this returns. @return whether it was new */
    boolean add(String organizationPartyId, StatusReport report, Instant now) throws GenericEntityException {
        if (known(report)) {
            return false;
        }
        GenericValue row = row(new Receipt(organizationPartyId, report, now));
        try {
            OwnTransaction.call(() -> delegator.create(row));
            return true;
        } catch (GenericEntityException e) {
            if (known(report)) {
                return false;
            }
            throw e;
        }
    }

    /** Keeps those that are new, committed when this returns, with two statements. @param receipts with different keys */
    void addAll(Collection<Receipt> receipts) throws GenericEntityException {
        OwnTransaction.call(() -> {
            Set<List<String>> known = new HashSet<>();
            EntityQuery.use(delegator).select("providerMessageId", "providerStatus").from(ENTITY).where(EntityCondition.makeCondition(
                    "providerMessageId", EntityOperator.IN, receipts.stream().map(receipt -> receipt.report().providerMessageId())
                            .collect(Collectors.toSet()))).queryList()
                    .forEach(row -> known.add(List.of(row.getString("providerMessageId"), row.getString("providerStatus"))));
            List<GenericValue> rows = receipts.stream().filter(receipt -> !known.contains(receipt.key())).map(this::row)
                    .collect(Collectors.toList());
            if (!rows.isEmpty()) {
                delegator.createAllByBatchProcess(rows);
            }
            return null;
        });
    }

    private GenericValue row(Receipt receipt) {
        StatusReport report = receipt.report();
        Map<String, Object> row = new HashMap<>(key(report.providerMessageId(), report.providerStatus()));
        row.put("organizationPartyId", receipt.organizationPartyId());
        row.put("errorCode", report.errorCode());
        row.put("receivedDate", Timestamp.from(receipt.receivedDate()));
        row.put("nextDate", Timestamp.from(receipt.receivedDate()));
        return delegator.makeValue(ENTITY, row);
    }

    /** @return reports whose turn has come, the oldest first */
    List<GenericValue> due(Instant now, int limit) throws GenericEntityException {
        return EntityQuery.use(delegator).from(ENTITY)
                .where(EntityCondition.makeCondition("nextDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now)))
                .orderBy("nextDate", "receivedDate").maxRows(limit).queryList();
    }

    /** Nothing more is to be done about them; one statement. @param outcomes what became of each, by receipt */
    void handled(Map<GenericValue, String> outcomes, Instant now) throws GenericEntityException {
        List<BulkUpdate.Row> rows = new ArrayList<>();
        outcomes.forEach((receipt, outcome) -> {
            Map<String, Object> fields = new HashMap<>();
            fields.put("handledDate", Timestamp.from(now));
            fields.put("nextDate", null);
            fields.put("outcome", outcome.length() <= LONGEST_OUTCOME ? outcome : outcome.substring(0, LONGEST_OUTCOME));
            rows.add(new BulkUpdate.Row(fields, key(receipt.getString("providerMessageId"), receipt.getString("providerStatus"))));
        });
        BulkUpdate.run(delegator, ENTITY, rows);
    }

    /** It is looked at again. */
    void later(GenericValue receipt, Instant next) throws GenericEntityException {
        store(receipt, Map.of("nextDate", Timestamp.from(next)));
    }

    private void store(GenericValue receipt, Map<String, ?> fields) throws GenericEntityException {
        delegator.storeByCondition(ENTITY, fields,
                EntityCondition.makeCondition(key(receipt.getString("providerMessageId"), receipt.getString("providerStatus"))));
    }

    private boolean known(StatusReport report) throws GenericEntityException {
        return EntityQuery.use(delegator).from(ENTITY).where(key(report.providerMessageId(), report.providerStatus())).queryOne() != null;
    }

    private static Map<String, String> key(String providerMessageId, String providerStatus) {
        return Map.of("providerMessageId", providerMessageId, "providerStatus", providerStatus);
    }
}
