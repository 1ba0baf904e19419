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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;

/** Changed invoices: whoever keeps due dates looks at them. */
final class InvoiceChangedEvents implements EventHandler {

    private final Delegator delegator;
    private final Clock clock;
    private final InvoiceChanges changes;

    InvoiceChangedEvents(Delegator delegator, Clock clock, InvoiceChanges changes) {
        this.delegator = delegator;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        changes.changed(delegator, events.stream().map(BusinessEvent::invoiceId).collect(Collectors.toSet()), clock.instant());
        return events.stream().collect(Collectors.toMap(BusinessEvent::id, event -> EventOutcome.done("NOTED")));
    }
}
