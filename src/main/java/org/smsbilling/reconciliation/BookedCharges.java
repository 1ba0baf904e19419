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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.smsbilling.payment.AttemptState;

/** Reads charges of pay links together with their payments: three queries for at most 500 charges. */
final class BookedCharges {

    private static final int CHUNK = 500;
    static final Set<String> GONE = Set.of("PMNT_VOID", "PMNT_CANCELLED");

    private final Delegator delegator;

    BookedCharges(Delegator delegator) {
        this.delegator = delegator;
    }

    /** @return those that the gateway knows by one of these references or order ids */
    List<BookedCharge> known(Collection<String> references, Collection<String> orderIds) throws GenericEntityException {
        Map<String, BookedCharge> charges = new LinkedHashMap<>();
        for (Map.Entry<String, Collection<String>> field : Map.of("gatewayReference", references, "orderId", orderIds).entrySet()) {
            List<String> values = field.getValue().stream().filter(value -> !value.isEmpty()).distinct().toList();
            for (int from = 0; from < values.size(); from += CHUNK) {
                for (BookedCharge charge : read(EntityCondition.makeCondition(field.getKey(), EntityOperator.IN,
                        values.subList(from, Math.min(from + CHUNK, values.size()))))) {
                    charges.put(charge.attemptId(), charge);
                }
            }
        }
        return List.copyOf(charges.values());
    }

    /** @return those of the organization whose call to the gateway was on that day */
    List<BookedCharge> ofDay(String organizationPartyId, LocalDate day, ZoneId zone) throws GenericEntityException {
        return read(EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("authorizingDate", EntityOperator.GREATER_THAN_EQUAL_TO,
                        Timestamp.from(day.atStartOfDay(zone).toInstant())),
                EntityCondition.makeCondition("authorizingDate", EntityOperator.LESS_THAN,
                        Timestamp.from(day.plusDays(1).atStartOfDay(zone).toInstant()))));
    }

    private List<BookedCharge> read(EntityCondition which) throws GenericEntityException {
        List<GenericValue> attempts = EntityQuery.use(delegator).from("SmsPaymentAttempt").where(which).orderBy("attemptId").queryList();
        List<BookedCharge> charges = new ArrayList<>();
        for (int from = 0; from < attempts.size(); from += CHUNK) {
            charges.addAll(withPayments(attempts.subList(from, Math.min(from + CHUNK, attempts.size()))));
        }
        return charges;
    }

    private List<BookedCharge> withPayments(List<GenericValue> attempts) throws GenericEntityException {
        Map<String, List<GenericValue>> shares = EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where(EntityCondition.makeCondition(
                "attemptId", EntityOperator.IN, attempts.stream().map(attempt -> attempt.getString("attemptId")).toList()))
                .orderBy("attemptId", "invoiceId").queryList().stream().collect(Collectors.groupingBy(share -> share.getString("attemptId")));
        Set<String> paymentIds = shares.values().stream().flatMap(List::stream).map(share -> share.getString("paymentId"))
                .filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, BigDecimal> standing = new HashMap<>();
        if (!paymentIds.isEmpty()) {
            // the amount that OFBiz has now, which somebody may have changed there
            EntityQuery.use(delegator).select("paymentId", "amount").from("Payment").where(
                    EntityCondition.makeCondition("paymentId", EntityOperator.IN, paymentIds),
                    EntityCondition.makeCondition("statusId", EntityOperator.NOT_IN, GONE)).queryList()
                    .forEach(payment -> standing.put(payment.getString("paymentId"), payment.getBigDecimal("amount")));
        }
        return attempts.stream().map(attempt -> charge(attempt, shares.getOrDefault(attempt.getString("attemptId"), List.of()), standing)).toList();
    }

    private static BookedCharge charge(GenericValue attempt, List<GenericValue> shares, Map<String, BigDecimal> amounts) {
        BigDecimal standing = shares.stream().map(share -> amounts.getOrDefault(share.getString("paymentId"), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String invoiceId = shares.isEmpty() ? "" : shares.get(0).getString("invoiceId");
        String paymentId = shares.stream().map(share -> share.getString("paymentId")).filter(Objects::nonNull).findFirst().orElse("");
        return new BookedCharge(attempt.getString("attemptId"), attempt.getString("organizationPartyId"),
                AttemptState.valueOf(attempt.getString("attemptState")), Objects.toString(attempt.getString("gatewayReference"), ""),
                attempt.getString("orderId"), invoiceId, paymentId, standing, attempt.getBigDecimal("approvedAmount"),
                attempt.getString("currencyUomId"), "CARD".equals(attempt.getString("methodType")), attempt.getString("merchantAccount"));
    }
}
