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
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.payment.ReversalRequest.Kind;
import org.smsbilling.transaction.OwnTransaction;

/** Checks a void or refund and records it. The gateway hears of it only after that is committed. */
final class ReversalStart {

    /** Whoever recorded it makes the call at once; after that time somebody else may. */
    static final long GRACE_SECONDS = 30;

    /**
     * @param reversalId null when it was refused
     * @param refusal why, as the end of a key in SmsBillingPaymentLabels; null when it was recorded
     */
    record Outcome(String reversalId, String refusal) { }

    private final Delegator delegator;
    private final Instant now;

    ReversalStart(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** Runs in a transaction of its own. Two people at the same moment: the key of the attempt's lock lets one in. */
    Outcome start(ReversalRequest request) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> checkAndRecord(request));
        } catch (GenericEntityException e) {
            ReversalOptions options = ReversalOptions.read(delegator, request.paymentId());
            if (options != null && options.underWay()) {
                return new Outcome(null, "UnderWay");
            }
            throw e;
        }
    }

    private Outcome checkAndRecord(ReversalRequest request) throws GenericEntityException {
        ReversalOptions options = ReversalOptions.read(delegator, request.paymentId());
        String refusal = refusal(request, options);
        if (refusal != null) {
            return new Outcome(null, refusal);
        }
        String reversalId = delegator.getNextSeqId("SmsPaymentReversal");
        String attemptId = options.attempt().getString("attemptId");
        delegator.create("SmsAttemptReversing", "attemptId", attemptId, "reversalId", reversalId, "createdDate", Timestamp.from(now));
        Map<String, Object> fields = new HashMap<>();
        fields.put("reversalId", reversalId);
        fields.put("attemptId", attemptId);
        fields.put("organizationPartyId", options.attempt().getString("organizationPartyId"));
        fields.put("reversalKind", request.kind().name());
        fields.put("reversalState", ReversalState.REQUESTED.name());
        fields.put("currencyUomId", options.attempt().getString("currencyUomId"));
        fields.put("userLoginId", request.userLoginId());
        fields.put("createdDate", Timestamp.from(now));
        fields.put("statusDate", Timestamp.from(now));
        fields.put("nextActionDate", Timestamp.from(now.plusSeconds(GRACE_SECONDS)));
        if (request.kind() == Kind.VOID) {
            fields.put("amount", options.attempt().getBigDecimal("approvedAmount"));
        } else {
            fields.put("amount", amount(request, options));
            fields.put("paymentId", request.paymentId());
            fields.put("invoiceId", options.share().getString("invoiceId"));
            fields.put("reopenInvoice", request.reopenInvoice() ? "Y" : "N");
            fields.put("orderId", OrderIds.random());
        }
        delegator.create("SmsPaymentReversal", fields);
        Reversals.audit(delegator, Reversals.find(delegator, reversalId), AuditKind.PAYMENT_REVERSAL_STARTED,
                request.kind() + " " + ((BigDecimal) fields.get("amount")).stripTrailingZeros().toPlainString(), now);
        return new Outcome(reversalId, null);
    }

    private static BigDecimal amount(ReversalRequest request, ReversalOptions options) {
        return request.amount() == null ? options.refundable() : request.amount();
    }

    private static String refusal(ReversalRequest request, ReversalOptions options) {
        if (options == null) {
            return "NotOurs";
        } else if (options.underWay()) {
            return "UnderWay";
        } else if (request.kind() == Kind.VOID) {
            return options.voidable() ? null : options.chargeConfirmed() ? "Confirmed" : "NotVoidable";
        } else if (!options.mayRefund()) {
            return options.bankAccount() && (options.state() == AttemptState.POSTED || options.state() == AttemptState.SETTLING)
                    ? "BankNotSettled" : "NotRefundable";
        } else if (request.reopenInvoice() && options.confirmed()) {
            return "Confirmed";
        }
        BigDecimal amount = amount(request, options);
        boolean possible = amount.signum() > 0 && amount.compareTo(options.refundable()) <= 0
                && ChosenAmount.hasDecimalsOf(amount, options.attempt().getString("currencyUomId"));
        return possible ? null : "Amount";
    }
}
