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
package org.smsbilling.message;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import org.smsbilling.payment.AttemptState;

/**
 * The payments that messages tell of, as OFBiz has them at one moment. A receipt names what was applied to its invoices, not what the payment is
 * worth: the rest may have gone elsewhere. No query for messages that tell of no payment.
 */
public final class PaymentAmounts {

    private static final Set<String> TAKEN_BACK = Set.of("PMNT_VOID", "PMNT_CANCELLED");

    private final Map<String, GenericValue> payments = new HashMap<>();
    private final Map<String, GenericValue> attempts = new HashMap<>();
    private final Map<String, List<GenericValue>> applications;
    private final Map<String, Set<String>> paymentsOfAttempts = new HashMap<>();

    private PaymentAmounts(Delegator delegator, Collection<MessageContent> contents) throws GenericEntityException {
        Set<String> attemptIds = contents.stream().map(MessageContent::attemptId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<String> paymentIds = contents.stream().map(MessageContent::paymentId).filter(Objects::nonNull).collect(Collectors.toSet());
        for (GenericValue row : rows(delegator, "SmsPaymentAttemptInvoice", "attemptId", attemptIds)) {
            if (row.getString("paymentId") != null) {
                paymentsOfAttempts.computeIfAbsent(row.getString("attemptId"), any -> new HashSet<>()).add(row.getString("paymentId"));
                paymentIds.add(row.getString("paymentId"));
            }
        }
        rows(delegator, "SmsPaymentAttempt", "attemptId", attemptIds).forEach(row -> attempts.put(row.getString("attemptId"), row));
        rows(delegator, "Payment", "paymentId", paymentIds).forEach(row -> payments.put(row.getString("paymentId"), row));
        applications = rows(delegator, "PaymentApplication", "paymentId", paymentIds).stream()
                .collect(Collectors.groupingBy(row -> row.getString("paymentId")));
    }

    static PaymentAmounts read(Delegator delegator, Collection<OutboxMessage> messages) throws GenericEntityException {
        return new PaymentAmounts(delegator, messages.stream().map(OutboxMessage::content).collect(Collectors.toList()));
    }

    /** @param invoices those that an e-mail tells of. @return what was applied to them of the payment that it thanks for; null when nothing was */
    public static PaymentAmount received(Delegator delegator, MessageContent content, Collection<String> invoices, String currencyUomId)
            throws GenericEntityException {
        BigDecimal applied = new PaymentAmounts(delegator, List.of(content)).applied(content, invoices);
        return applied.signum() > 0 ? new PaymentAmount(applied, currencyUomId, false) : null;
    }

    /** @param invoices those that the message tells of. @return what it names; empty when there is nothing to name */
    Optional<PaymentAmount> of(OutboxMessage message, Collection<String> invoices, String currencyUomId) {
        if (message.type() == MessageType.RECEIPT) {
            BigDecimal applied = applied(message.content(), invoices);
            return applied.signum() > 0 ? Optional.of(new PaymentAmount(applied, currencyUomId, false)) : Optional.empty();
        }
        GenericValue attempt = attempts.get(String.valueOf(message.content().attemptId()));
        if (attempt != null) {
            return failed(attempt, AttemptState.RETURNED.name().equals(attempt.getString("attemptState")));
        }
        GenericValue payment = payments.get(String.valueOf(message.content().paymentId()));
        return payment == null ? Optional.empty() : failed(payment, TAKEN_BACK.contains(payment.getString("statusId")));
    }

    private static Optional<PaymentAmount> failed(GenericValue row, boolean returned) {
        return Optional.of(new PaymentAmount(row.getBigDecimal("amount"), row.getString("currencyUomId"), returned));
    }

    /** @return whether a receipt has nothing to thank for any more */
    boolean takenBack(OutboxMessage message, Collection<String> invoices) {
        return message.type() == MessageType.RECEIPT && applied(message.content(), invoices).signum() <= 0;
    }

    private BigDecimal applied(MessageContent content, Collection<String> invoices) {
        Set<String> together = new HashSet<>(paymentsOfAttempts.getOrDefault(String.valueOf(content.attemptId()), Set.of()));
        if (content.paymentId() != null) {
            together.add(content.paymentId());
        }
        return together.stream().map(payments::get).filter(payment -> payment != null && !TAKEN_BACK.contains(payment.getString("statusId")))
                .flatMap(payment -> applications.getOrDefault(payment.getString("paymentId"), List.of()).stream())
                .filter(row -> invoices.contains(row.getString("invoiceId")) && row.getBigDecimal("amountApplied") != null)
                .map(row -> row.getBigDecimal("amountApplied")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<GenericValue> rows(Delegator delegator, String entity, String field, Collection<String> ids) throws GenericEntityException {
        return ids.isEmpty() ? List.of() : EntityQuery.use(delegator).from(entity)
                .where(EntityCondition.makeCondition(field, EntityOperator.IN, ids)).queryList();
    }
}
