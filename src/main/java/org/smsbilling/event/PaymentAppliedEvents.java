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
package org.smsbilling.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/** Payments that were applied, or are not any more: receipts for those that the organization has, none for those that were taken back. */
final class PaymentAppliedEvents implements EventHandler {

    /** A payment that is applied to several invoices is applied to one after the other. */
    private static final Duration GATHERING = Duration.ofSeconds(5);

    private final Delegator delegator;
    private final Clock clock;
    private final Receipts receipts;
    private final InvoiceChanges changes;

    PaymentAppliedEvents(Delegator delegator, Clock clock, EventPlans plans, EventSteps steps, InvoiceChanges changes) {
        this.delegator = delegator;
        this.clock = clock;
        this.receipts = new Receipts(delegator, plans, steps);
        this.changes = changes;
    }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, EventOutcome> outcomes = new HashMap<>();
        Map<String, List<BusinessEvent>> gathered = new LinkedHashMap<>();
        Set<String> invoiceIds = new HashSet<>();
        for (Map.Entry<String, List<BusinessEvent>> payment : byPayment(events).entrySet()) {
            Instant complete = payment.getValue().stream().map(BusinessEvent::createdDate).min(Instant::compareTo).orElseThrow().plus(GATHERING);
            if (now.isBefore(complete)) {
                payment.getValue().forEach(event -> outcomes.put(event.id(), EventOutcome.later("GATHERING", complete)));
            } else {
                gathered.put(payment.getKey(), payment.getValue());
                payment.getValue().stream().filter(event -> event.invoiceId() != null).forEach(event -> invoiceIds.add(event.invoiceId()));
            }
        }
        Map<String, ReceivedMoney> money = ReceivedMoney.read(delegator, gathered.keySet());
        money.values().forEach(one -> invoiceIds.addAll(one.applied().keySet()));
        if (!invoiceIds.isEmpty()) {
            changes.changed(delegator, invoiceIds, now);
        }
        Map<ReceivedMoney, EventOutcome> known = receipts.send(new HashSet<>(money.values()), now);
        gathered.forEach((paymentId, together) -> {
            EventOutcome outcome = money.containsKey(paymentId) ? known.get(money.get(paymentId)) : EventOutcome.done("PAYMENT_NOT_FOUND");
            together.forEach(event -> outcomes.put(event.id(), outcome));
        });
        return outcomes;
    }

    private static Map<String, List<BusinessEvent>> byPayment(List<BusinessEvent> events) {
        Map<String, List<BusinessEvent>> byPayment = new LinkedHashMap<>();
        events.forEach(event -> byPayment.computeIfAbsent(String.valueOf(event.paymentId()), any -> new ArrayList<>()).add(event));
        return byPayment;
    }
}
