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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * What one customer paid at once: a payment, or all payments of one try to pay online.
 *
 * @param occurrence the attempt, else the payment; what makes a receipt for it go out once
 * @param attemptId or null for a payment that somebody recorded
 * @param paymentIds at least one, the first one first
 * @param received whether the organization has the money, as far as OFBiz knows
 * @param takenBack whether all of it was voided or cancelled
 * @param effective when it was paid, or null
 * @param applied amounts by invoice id, in the invoice's currency; only of payments that were received
 */
record ReceivedMoney(String occurrence, String attemptId, List<String> paymentIds, boolean received, boolean takenBack, Instant effective,
        Map<String, BigDecimal> applied) {

    private static final Set<String> RECEIVED = Set.of("PMNT_RECEIVED", "PMNT_CONFIRMED");
    private static final Set<String> TAKEN_BACK = Set.of("PMNT_VOID", "PMNT_CANCELLED");

    /** @return by payment id; payments of one attempt give the same one. Payments that are gone are missing. Four queries */
    static Map<String, ReceivedMoney> read(Delegator delegator, Collection<String> paymentIds) throws GenericEntityException {
        Map<String, String> attempts = attempts(delegator, paymentIds);
        Set<String> all = new HashSet<>(paymentIds);
        all.addAll(attempts.keySet());
        Map<String, GenericValue> payments = new LinkedHashMap<>();
        for (GenericValue payment : rows(delegator, "Payment", "paymentId", all)) {
            payments.put(payment.getString("paymentId"), payment);
        }
        Map<String, List<GenericValue>> applications = rows(delegator, "PaymentApplication", "paymentId", all).stream()
                .collect(Collectors.groupingBy(row -> row.getString("paymentId")));
        Map<String, List<GenericValue>> byOccurrence = payments.values().stream().collect(Collectors.groupingBy(
                payment -> occurrence(payment.getString("paymentId"), attempts), LinkedHashMap::new,
                Collectors.toList()));
        Map<String, ReceivedMoney> money = new HashMap<>();
        byOccurrence.forEach((occurrence, together) -> {
            ReceivedMoney one = of(occurrence, attempts.get(together.get(0).getString("paymentId")), together, applications);
            one.paymentIds().forEach(id -> money.put(id, one));
        });
        return money;
    }

    /** Attempts and payments have sequences of their own: one's id may be another's. */
    private static String occurrence(String paymentId, Map<String, String> attempts) {
        return attempts.containsKey(paymentId) ? ofAttempt(attempts.get(paymentId)) : paymentId;
    }

    /** @return what stands for an attempt in the key of a step run */
    static String ofAttempt(String attemptId) {
        return "A-" + attemptId;
    }

    private static ReceivedMoney of(String occurrence, String attemptId, List<GenericValue> payments, Map<String, List<GenericValue>> applications) {
        Map<String, BigDecimal> applied = new LinkedHashMap<>();
        boolean received = false;
        boolean takenBack = true;
        Instant effective = null;
        for (GenericValue payment : payments) {
            String status = String.valueOf(payment.getString("statusId"));
            takenBack &= TAKEN_BACK.contains(status);
            if (RECEIVED.contains(status)) {
                received = true;
                effective = payment.getTimestamp("effectiveDate") == null ? null : payment.getTimestamp("effectiveDate").toInstant();
                for (GenericValue application : applications.getOrDefault(payment.getString("paymentId"), List.of())) {
                    if (application.getString("invoiceId") != null && application.getBigDecimal("amountApplied") != null) {
                        applied.merge(application.getString("invoiceId"), application.getBigDecimal("amountApplied"), BigDecimal::add);
                    }
                }
            }
        }
        applied.values().removeIf(amount -> amount.signum() <= 0);
        return new ReceivedMoney(occurrence, attemptId, payments.stream().map(payment -> payment.getString("paymentId"))
                .collect(Collectors.toList()), received, takenBack, effective, applied);
    }

    /** @return attempt by payment, of all payments of the attempts to which the given ones belong */
    private static Map<String, String> attempts(Delegator delegator, Collection<String> paymentIds) throws GenericEntityException {
        Set<String> attemptIds = rows(delegator, "SmsPaymentAttemptInvoice", "paymentId", paymentIds).stream()
                .map(row -> row.getString("attemptId")).collect(Collectors.toSet());
        Map<String, String> attempts = new HashMap<>();
        for (GenericValue row : rows(delegator, "SmsPaymentAttemptInvoice", "attemptId", attemptIds)) {
            if (row.getString("paymentId") != null) {
                attempts.put(row.getString("paymentId"), row.getString("attemptId"));
            }
        }
        return attempts;
    }

    private static List<GenericValue> rows(Delegator delegator, String entity, String field, Collection<String> ids) throws GenericEntityException {
        return ids.isEmpty() ? new ArrayList<>() : EntityQuery.use(delegator).from(entity)
                .where(EntityCondition.makeCondition(field, EntityOperator.IN, ids)).orderBy(field).queryList();
    }
}
