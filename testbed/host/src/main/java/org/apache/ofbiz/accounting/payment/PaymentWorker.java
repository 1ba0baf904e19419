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
package org.apache.ofbiz.accounting.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** What of a payment is applied. Payments with an actual currency are not known here. */
public final class PaymentWorker {

    private PaymentWorker() { }

    public static BigDecimal getPaymentNotApplied(GenericValue payment) {
        try {
            BigDecimal open = payment.getBigDecimal("amount");
            for (GenericValue each : EntityQuery.use(payment.getDelegator()).from("PaymentApplication").where(EntityCondition.makeCondition(
                    EntityOperator.OR, EntityCondition.makeCondition("paymentId", payment.get("paymentId")),
                    EntityCondition.makeCondition("toPaymentId", payment.get("paymentId")))).queryList()) {
                open = open.subtract(each.getBigDecimal("amountApplied"));
            }
            return open.setScale(2, RoundingMode.HALF_UP);
        } catch (GenericEntityException e) {
            throw new IllegalStateException("Trouble getting PaymentApplication list", e);
        }
    }
}
