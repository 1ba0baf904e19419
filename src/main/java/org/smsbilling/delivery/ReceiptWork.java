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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/** Looks at the reports that are due: a batch in one short transaction, and one by one when that fails. */
final class ReceiptWork {

    private static final String MODULE = ReceiptWork.class.getName();
    private static final int BATCH = 500;
    private static final long GATHER_MILLIS = 100;
    /** A report can overtake our own record of the answer to the send request, which names the message's id. */
    private static final Duration UNKNOWN_KEPT = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private final Delegator delegator;
    private final Clock clock;
    private final WebhookReceipts receipts;
    private final DeliveryRecorder recorder;
    private boolean full;

    ReceiptWork(Delegator delegator, Clock clock, WebhookReceipts receipts) {
        this.delegator = delegator;
        this.clock = clock;
        this.receipts = receipts;
        this.recorder = new DeliveryRecorder(delegator, clock);
    }

    /** @return whether there may be more at once */
    boolean run() throws GenericEntityException {
        gather();
        List<GenericValue> due = receipts.due(clock.instant(), BATCH);
        if (!due.isEmpty() && !done(due)) {
            for (GenericValue receipt : due) {
                if (!done(List.of(receipt))) {
                    OwnTransaction.call(() -> {
                        receipts.later(receipt, clock.instant().plus(AFTER_FAULT));
                        return null;
                    });
                }
            }
        }
        full = due.size() == BATCH;
        return full;
    }

    /** Reports come in swarms: unless there are plenty, a moment's wait lets one look do for many. */
    private void gather() {
        try {
            TimeUnit.MILLISECONDS.sleep(full ? 0 : GATHER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean done(List<GenericValue> due) {
        try {
            Map<String, GenericValue> messages = messages(due);
            for (GenericValue receipt : due) {
                GenericValue message = messages.get(key(receipt));
                if (message != null && receipt.get("errorCode") != null) {
                    recorder.follow(message, report(receipt));
                }
            }
            OwnTransaction.call(() -> {
                look(due, messages(due));
                return null;
            });
            return true;
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logError(e, due.size() + " status reports could not be looked at", MODULE);
            return false;
        }
    }

    private void look(List<GenericValue> due, Map<String, GenericValue> messages) throws GenericEntityException {
        Instant now = clock.instant();
        List<GenericValue> known = due.stream().filter(receipt -> messages.containsKey(key(receipt))).collect(Collectors.toList());
        List<String> ends = recorder.end(known.stream().map(receipt -> new DeliveryRecorder.Reported(messages.get(key(receipt)), report(receipt)))
                .collect(Collectors.toList()));
        Map<GenericValue, String> outcomes = new IdentityHashMap<>();
        for (int i = 0; i < ends.size(); i++) {
            outcomes.put(known.get(i), ends.get(i));
        }
        for (GenericValue receipt : due) {
            Duration age = Duration.between(receipt.getTimestamp("receivedDate").toInstant(), now);
            if (!outcomes.containsKey(receipt) && age.compareTo(UNKNOWN_KEPT) >= 0) {
                outcomes.put(receipt, "UNKNOWN_MESSAGE");
            } else if (!outcomes.containsKey(receipt)) {
                receipts.later(receipt, now.plus(age.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : age.plusSeconds(1)));
            }
        }
        receipts.handled(outcomes, now);
    }

    private Map<String, GenericValue> messages(List<GenericValue> due) throws GenericEntityException {
        Map<String, GenericValue> messages = new HashMap<>();
        for (GenericValue message : EntityQuery.use(delegator).from("SmsMessage").where(EntityCondition.makeCondition("providerMessageId",
                EntityOperator.IN, due.stream().map(receipt -> receipt.getString("providerMessageId")).collect(Collectors.toSet()))).queryList()) {
            messages.put(key(message), message);
        }
        return messages;
    }

    private static String key(GenericValue row) {
        return row.getString("organizationPartyId") + " " + row.getString("providerMessageId");
    }

    private static StatusReport report(GenericValue receipt) {
        return new StatusReport(receipt.getString("providerMessageId"), receipt.getString("providerStatus"), receipt.getString("errorCode"));
    }
}
