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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.payment.AttemptState;

/**
 * What a payment, or an attempt to pay, is worth.
 *
 * @param amount decimal units
 * @param returned whether it was there and was taken back
 */
public record PaymentAmount(BigDecimal amount, String currencyUomId, boolean returned) {

    private static final String TAKEN_BACK = "PMNT_VOID";

    /** @return by what names them; those that name no payment, or one that is gone, are missing; at most two queries */
    static Map<MessageContent, PaymentAmount> read(Delegator delegator, Collection<MessageContent> contents) throws GenericEntityException {
        Map<String, PaymentAmount> payments = new HashMap<>();
        for (GenericValue row : rows(delegator, "Payment", "paymentId", "statusId", ids(contents, MessageContent::paymentId))) {
            payments.put(row.getString("paymentId"), of(row, TAKEN_BACK.equals(row.getString("statusId"))));
        }
        Map<String, PaymentAmount> attempts = new HashMap<>();
        for (GenericValue row : rows(delegator, "SmsPaymentAttempt", "attemptId", "attemptState", ids(contents, MessageContent::attemptId))) {
            attempts.put(row.getString("attemptId"), of(row, AttemptState.RETURNED.name().equals(row.getString("attemptState"))));
        }
        Map<MessageContent, PaymentAmount> amounts = new HashMap<>();
        for (MessageContent content : contents) {
            PaymentAmount amount = attempts.getOrDefault(content.attemptId(), payments.get(content.paymentId()));
            if (amount != null) {
                amounts.put(content, amount);
            }
        }
        return amounts;
    }

    private static Set<String> ids(Collection<MessageContent> contents, Function<MessageContent, String> id) {
        return contents.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Collection<GenericValue> rows(Delegator delegator, String entity, String key, String state, Set<String> ids)
            throws GenericEntityException {
        return ids.isEmpty() ? Set.of() : EntityQuery.use(delegator).select(key, state, "amount", "currencyUomId").from(entity)
                .where(EntityCondition.makeCondition(key, EntityOperator.IN, ids)).queryList();
    }

    private static PaymentAmount of(GenericValue row, boolean returned) {
        return new PaymentAmount(row.getBigDecimal("amount"), row.getString("currencyUomId"), returned);
    }
}
