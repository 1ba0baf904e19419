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
package org.smsbilling.reconciliation;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;

/** Reads refunds of pay links' charges together with their payments to customers: two queries for at most 500. */
final class BookedRefunds {

    private static final int CHUNK = 500;

    private final Delegator delegator;

    BookedRefunds(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @return those with one of these order ids, by order id */
    Map<String, BookedRefund> known(Collection<String> orderIds) throws GenericEntityException {
        List<String> values = orderIds.stream().filter(value -> !value.isEmpty()).distinct().toList();
        Map<String, BookedRefund> refunds = new HashMap<>();
        for (int from = 0; from < values.size(); from += CHUNK) {
            for (BookedRefund refund : read(EntityCondition.makeCondition("orderId", EntityOperator.IN,
                    values.subList(from, Math.min(from + CHUNK, values.size()))))) {
                refunds.put(refund.orderId(), refund);
            }
        }
        return refunds;
    }

    /** @return those of the organization whose call to the gateway was on that day, without those that the gateway refused */
    List<BookedRefund> ofDay(String organizationPartyId, LocalDate day, ZoneId zone) throws GenericEntityException {
        return read(EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("reversalState", EntityOperator.NOT_EQUAL, "REFUSED"),
                EntityCondition.makeCondition("callDate", EntityOperator.GREATER_THAN_EQUAL_TO,
                        Timestamp.from(day.atStartOfDay(zone).toInstant())),
                EntityCondition.makeCondition("callDate", EntityOperator.LESS_THAN,
                        Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))));
    }

    private List<BookedRefund> read(EntityCondition which) throws GenericEntityException {
        List<GenericValue> rows = EntityQuery.use(delegator).from("SmsPaymentReversal").where(which,
                EntityCondition.makeCondition("reversalKind", "REFUND")).orderBy("reversalId").queryList();
        Set<String> paymentIds = rows.stream().map(row -> row.getString("refundPaymentId")).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> gone = paymentIds.isEmpty() ? Set.of() : new HashSet<>(FieldValues.of(EntityQuery.use(delegator).select("paymentId")
                .from("Payment").where(EntityCondition.makeCondition("paymentId", EntityOperator.IN, paymentIds),
                        EntityCondition.makeCondition("statusId", EntityOperator.IN, BookedCharges.GONE)), "paymentId"));
        List<BookedRefund> refunds = new ArrayList<>();
        for (GenericValue row : rows) {
            String state = row.getString("reversalState");
            boolean booked = "POSTED".equals(state) && !gone.contains(row.getString("refundPaymentId"));
            refunds.add(new BookedRefund(row.getString("reversalId"), row.getString("organizationPartyId"), row.getString("attemptId"),
                    Objects.toString(row.getString("gatewayReference"), ""), row.getString("orderId"), row.getString("invoiceId"),
                    row.getString("paymentId"), row.getBigDecimal("amount"), row.getString("currencyUomId"), booked, "POSTED".equals(state)));
        }
        return refunds;
    }
}
