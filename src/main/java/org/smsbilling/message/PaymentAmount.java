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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * What a payment is worth.
 *
 * @param amount decimal units
 */
record PaymentAmount(BigDecimal amount, String currencyUomId) {

    /** @return amounts by payment id; payments that are gone are missing; one query */
    static Map<String, PaymentAmount> read(Delegator delegator, Collection<String> paymentIds) throws GenericEntityException {
        Map<String, PaymentAmount> amounts = new HashMap<>();
        if (!paymentIds.isEmpty()) {
            for (GenericValue payment : EntityQuery.use(delegator).select("paymentId", "amount", "currencyUomId").from("Payment")
                    .where(EntityCondition.makeCondition("paymentId", EntityOperator.IN, paymentIds)).queryList()) {
                amounts.put(payment.getString("paymentId"), new PaymentAmount(payment.getBigDecimal("amount"), payment.getString("currencyUomId")));
            }
        }
        return amounts;
    }
}
