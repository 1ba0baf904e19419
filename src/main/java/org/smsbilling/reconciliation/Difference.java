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

import org.smsbilling.provider.SettledCharge;

/**
 * One thing that gateway and OFBiz do not agree about.
 *
 * @param reference of the gateway, or empty
 * @param orderId ours, or empty
 * @param attemptId what OFBiz knows of it, like the three that follow: null when that is nothing
 * @param gatewayAmount decimal units, negative for a refund, or null
 * @param ofbizAmount decimal units, negative for a refund, or null
 */
record Difference(DifferenceKind kind, String reference, String orderId, String attemptId, String invoiceId, String paymentId,
        String currencyUomId, BigDecimal gatewayAmount, BigDecimal ofbizAmount) {

    static Difference of(DifferenceKind kind, BookedCharge charge, BigDecimal gatewayAmount) {
        return new Difference(kind, charge.reference(), charge.orderId(), charge.attemptId(), charge.invoiceId(), charge.paymentId(),
                charge.currencyUomId(), gatewayAmount, charge.standing());
    }

    /** @param gatewayAmount negative, or null */
    static Difference of(DifferenceKind kind, BookedRefund refund, BigDecimal gatewayAmount) {
        return new Difference(kind, refund.reference(), refund.orderId(), refund.attemptId(), refund.invoiceId(), refund.paymentId(),
                refund.currencyUomId(), gatewayAmount, refund.standing());
    }

    /** The gateway has it, and OFBiz has nothing of it. */
    static Difference of(DifferenceKind kind, SettledCharge row) {
        return new Difference(kind, row.reference(), row.orderId(), null, null, null, null, row.amount(), null);
    }

    /** The gateway has another one beside the one that OFBiz knows. */
    static Difference of(DifferenceKind kind, SettledCharge row, BookedCharge known) {
        return new Difference(kind, row.reference(), row.orderId(), known.attemptId(), known.invoiceId(), known.paymentId(),
                known.currencyUomId(), row.amount(), null);
    }
}
