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
package org.smsbilling.pause;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;

/** Pauses of an organization that nobody ended. */
public final class CollectionPauses {

    private final Map<String, List<CollectionPause>> byInvoice = new HashMap<>();
    private final Map<String, List<CollectionPause>> byCustomer = new HashMap<>();

    /** @param pauses that nobody ended */
    CollectionPauses(Collection<CollectionPause> pauses) {
        for (CollectionPause pause : pauses) {
            if (pause.invoiceId() == null) {
                byCustomer.computeIfAbsent(pause.customerPartyId(), any -> new ArrayList<>()).add(pause);
            } else {
                byInvoice.computeIfAbsent(pause.invoiceId(), any -> new ArrayList<>()).add(pause);
            }
        }
    }

    /** Reads those of some invoices and their customers that last at least until a day; one query. */
    public static CollectionPauses read(Delegator delegator, String organizationPartyId, Collection<InvoiceFacts> invoices, LocalDate day)
            throws GenericEntityException {
        Set<String> invoiceIds = invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toSet());
        Set<String> customers = invoices.stream().map(InvoiceFacts::customerPartyId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (invoiceIds.isEmpty()) {
            return new CollectionPauses(List.of());
        }
        List<GenericValue> rows = EntityQuery.use(delegator).from("SmsCollectionPause").where(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("endedDate", EntityOperator.EQUALS, null),
                EntityCondition.makeCondition(EntityCondition.makeCondition("untilDate", EntityOperator.EQUALS, null), EntityOperator.OR,
                        EntityCondition.makeCondition("untilDate", EntityOperator.GREATER_THAN_EQUAL_TO, Date.valueOf(day)))).queryList();
        return new CollectionPauses(rows.stream().map(CollectionPauses::pause)
                .filter(pause -> pause.invoiceId() == null ? customers.contains(pause.customerPartyId()) : invoiceIds.contains(pause.invoiceId()))
                .toList());
    }

    /** @return the pause that keeps an invoice from being reminded of on a day: the one that lasts longest */
    public Optional<CollectionPause> of(InvoiceFacts invoice, LocalDate day) {
        List<CollectionPause> all = new ArrayList<>(byInvoice.getOrDefault(invoice.invoiceId(), List.of()));
        all.addAll(byCustomer.getOrDefault(String.valueOf(invoice.customerPartyId()), List.of()));
        return all.stream().filter(pause -> pause.covers(day))
                .max((one, other) -> last(one).compareTo(last(other)));
    }

    private static LocalDate last(CollectionPause pause) {
        return pause.until() == null ? LocalDate.MAX : pause.until();
    }

    /** @param row of SmsCollectionPause */
    public static CollectionPause pause(GenericValue row) {
        Date until = row.getDate("untilDate");
        return new CollectionPause(row.getString("pauseId"), row.getString("invoiceId"), row.getString("customerPartyId"),
                until == null ? null : until.toLocalDate(), PauseReason.valueOf(row.getString("pauseReason")), row.getString("note"));
    }
}
