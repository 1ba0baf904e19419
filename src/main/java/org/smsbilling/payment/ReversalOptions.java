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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.provider.ChargeRequest.MethodType;

/**
 * What can be done with the money of one payment now.
 *
 * @param attempt the charge
 * @param share its part that became this payment
 * @param payment of OFBiz
 * @param refundable what was not refunded yet, decimal units
 * @param underWay whether a void or refund of the charge is not over yet
 * @param refundedBefore whether anything of the charge was refunded
 * @param chargeConfirmed whether any payment of the charge is confirmed in OFBiz, which voids none that is
 */
record ReversalOptions(GenericValue attempt, GenericValue share, GenericValue payment, BigDecimal refundable, boolean underWay,
        boolean refundedBefore, boolean chargeConfirmed) {

    private static final String CONFIRMED = "PMNT_CONFIRMED";
    private static final Set<String> STANDING = Set.of("PMNT_RECEIVED", CONFIRMED);

    /** @return null when the payment did not come through a pay link */
    static ReversalOptions read(Delegator delegator, String paymentId) throws GenericEntityException {
        GenericValue share = paymentId == null ? null : EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("paymentId", paymentId)
                .queryFirst();
        if (share == null) {
            return null;
        }
        String attemptId = share.getString("attemptId");
        List<GenericValue> refunds = EntityQuery.use(delegator).from("SmsPaymentReversal").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("attemptId", attemptId),
                EntityCondition.makeCondition("reversalKind", ReversalRequest.Kind.REFUND.name()),
                EntityCondition.makeCondition("reversalState", EntityOperator.NOT_EQUAL, ReversalState.REFUSED.name()))).queryList();
        BigDecimal refunded = refunds.stream().filter(each -> paymentId.equals(each.getString("paymentId")))
                .map(each -> each.getBigDecimal("amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ReversalOptions(Attempts.find(delegator, attemptId), share,
                EntityQuery.use(delegator).from("Payment").where("paymentId", paymentId).queryOne(),
                share.getBigDecimal("amount").subtract(refunded),
                EntityQuery.use(delegator).from("SmsAttemptReversing").where("attemptId", attemptId).queryCount() > 0, !refunds.isEmpty(),
                EntityQuery.use(delegator).from("Payment").where(EntityCondition.makeCondition("paymentId", EntityOperator.IN,
                        Attempts.posted(delegator, attemptId).stream().map(each -> each.getString("paymentId")).toList()),
                        EntityCondition.makeCondition("statusId", CONFIRMED)).queryCount() > 0);
    }

    AttemptState state() {
        return Attempts.state(attempt);
    }

    boolean bankAccount() {
        return !MethodType.CARD.name().equals(attempt.getString("methodType"));
    }

    /** @return whether the charge may still be voided, as far as is known here; the gateway decides */
    boolean voidable() {
        return !underWay && !refundedBefore && state() == AttemptState.POSTED && !chargeConfirmed
                && "PMNT_RECEIVED".equals(payment.getString("statusId"));
    }

    /** @return whether money may be refunded. What a bank may still return is not refunded: the customer would get it twice */
    boolean mayRefund() {
        boolean money = state() == AttemptState.SETTLED || !bankAccount() && (state() == AttemptState.POSTED || state() == AttemptState.SETTLING);
        return !underWay && money && refundable.signum() > 0 && STANDING.contains(payment.getString("statusId"));
    }

    boolean confirmed() {
        return CONFIRMED.equals(payment.getString("statusId"));
    }
}
