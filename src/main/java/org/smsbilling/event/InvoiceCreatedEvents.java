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

/**
 * Invoices that were made with a status: where OFBiz has written the InvoiceStatus down as well they have got it now. Rows without one were copied
 * into the database from somewhere else, and are nothing to announce.
 */
final class InvoiceCreatedEvents implements EventHandler {

    private final Delegator delegator;
    private final EventHandler gotStatus;
    private final EventHandler copied;

    InvoiceCreatedEvents(Delegator delegator, EventHandler gotStatus, EventHandler copied) {
        this.delegator = delegator;
        this.gotStatus = gotStatus;
        this.copied = copied;
    }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Set<List<String>> known = new HashSet<>();
        for (GenericValue row : EntityQuery.use(delegator).select("invoiceId", "statusId").from("InvoiceStatus").where(
                EntityCondition.makeCondition("invoiceId", EntityOperator.IN, events.stream().map(BusinessEvent::invoiceId)
                        .collect(Collectors.toSet()))).queryList()) {
            known.add(List.of(row.getString("invoiceId"), row.getString("statusId")));
        }
        Map<Boolean, List<BusinessEvent>> parts = events.stream().collect(Collectors.partitioningBy(event -> event.referenceId() != null
                && known.contains(List.of(event.invoiceId(), event.referenceId()))));
        Map<String, EventOutcome> outcomes = new HashMap<>();
        if (!parts.get(true).isEmpty()) {
            outcomes.putAll(gotStatus.handle(parts.get(true)));
        }
        if (!parts.get(false).isEmpty()) {
            outcomes.putAll(copied.handle(parts.get(false)));
        }
        return outcomes;
    }
}
