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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageContent;

/** Payments that the bank took back. */
final class ReturnedPaymentEvents implements EventHandler {

    private static final String STEP = "RETURNED";

    private final Delegator delegator;
    private final Clock clock;
    private final FailureTexts texts;
    private final InvoiceChanges changes;

    ReturnedPaymentEvents(Delegator delegator, Clock clock, EventPlans plans, InvoiceChanges changes) {
        this.delegator = delegator;
        this.clock = clock;
        this.texts = new FailureTexts(delegator, clock, plans);
        this.changes = changes;
    }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Map<String, EventOutcome> outcomes = new HashMap<>();
        for (BusinessEvent event : events) {
            Set<String> invoiceIds = invoiceIds(event);
            changes.changed(delegator, invoiceIds, clock.instant());
            String occurrence = event.referenceId() == null ? event.paymentId() : ReceivedMoney.ofAttempt(event.referenceId());
            outcomes.put(event.id(), texts.tell(STEP, occurrence, invoiceIds,
                    MessageContent.ofAttempt(null, event.paymentId(), event.referenceId()), event.createdDate()));
        }
        return outcomes;
    }

    private Set<String> invoiceIds(BusinessEvent event) throws GenericEntityException {
        Set<String> invoiceIds = new TreeSet<>();
        if (event.invoiceId() != null) {
            invoiceIds.add(event.invoiceId());
        }
        if (event.referenceId() != null) {
            add(invoiceIds, EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("attemptId", event.referenceId()).queryList());
        }
        if (invoiceIds.isEmpty() && event.paymentId() != null) {
            add(invoiceIds, EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("paymentId", event.paymentId()).queryList());
            add(invoiceIds, EntityQuery.use(delegator).from("PaymentApplication").where("paymentId", event.paymentId()).queryList());
        }
        return invoiceIds;
    }

    private static void add(Set<String> invoiceIds, List<GenericValue> rows) {
        rows.stream().map(row -> row.getString("invoiceId")).filter(Objects::nonNull).forEach(invoiceIds::add);
    }
}
