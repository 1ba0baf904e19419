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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.accounting.payment.PaymentWorker;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** What a clerk has to know of an invoice's online payments, beyond their history: a return, a credit, a payment that is being checked. */
public final class PaymentNotices {

    private final Delegator delegator;
    private final PaymentWords words;
    private final List<Map<String, Object>> notices = new ArrayList<>();

    private PaymentNotices(Delegator delegator, PaymentWords words) {
        this.delegator = delegator;
        this.words = words;
    }

    /**
     * @return each with text, linkText, paymentId (empty when there is no payment to look at) and unclear (people may end it), the newest attempt
     * first
     */
    public static List<Map<String, Object>> read(Delegator delegator, String invoiceId, Locale locale, ZoneId zone) throws GenericEntityException {
        List<GenericValue> shares = EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("invoiceId", invoiceId)
                .orderBy("-attemptId").queryList();
        PaymentNotices notices = new PaymentNotices(delegator, new PaymentWords(locale, zone));
        if (!shares.isEmpty()) {
            notices.add(shares);
        }
        return notices.notices;
    }

    private void add(List<GenericValue> shares) throws GenericEntityException {
        Map<String, GenericValue> attempts = new HashMap<>();
        for (GenericValue attempt : EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition("attemptId",
                EntityOperator.IN, shares.stream().map(share -> share.getString("attemptId")).toList())).queryList()) {
            attempts.put(attempt.getString("attemptId"), attempt);
        }
        Instant paid = attempts.values().stream().filter(attempt -> Attempts.state(attempt).paid())
                .map(attempt -> attempt.getTimestamp("createdDate").toInstant()).max(Instant::compareTo).orElse(Instant.MIN);
        for (GenericValue share : shares) {
            GenericValue attempt = attempts.get(share.getString("attemptId"));
            GenericValue payment = share.getString("paymentId") == null ? null
                    : EntityQuery.use(delegator).from("Payment").where("paymentId", share.getString("paymentId")).queryOne();
            add(attempt, share, payment, paid);
        }
    }

    private void add(GenericValue attempt, GenericValue share, GenericValue payment, Instant paid) {
        AttemptState state = Attempts.state(attempt);
        boolean standing = payment != null && !"PMNT_VOID".equals(payment.getString("statusId"))
                && !"PMNT_CANCELLED".equals(payment.getString("statusId"));
        BigDecimal amount = share.getBigDecimal("amount");
        if (state == AttemptState.UNKNOWN) {
            add("NoticeUnknown", attempt, amount, null);
        } else if (state == AttemptState.PARTIAL) {
            add("NoticePart", attempt, attempt.getBigDecimal("approvedAmount"), null);
        } else if (state == AttemptState.APPROVED) {
            add("NoticeNotPosted", attempt, attempt.getBigDecimal("approvedAmount"), null);
        } else if (state == AttemptState.RETURNED && standing) {
            add("NoticeReturnedByHand", attempt, amount, payment);
        } else if (state == AttemptState.RETURNED && attempt.getTimestamp("createdDate").toInstant().isAfter(paid)) {
            add("NoticeReturned", attempt, amount, payment);
        } else if (state.paid() && standing && PaymentWorker.getPaymentNotApplied(payment).signum() > 0) {
            add("NoticeCredit", attempt, PaymentWorker.getPaymentNotApplied(payment), payment);
        }
    }

    private void add(String key, GenericValue attempt, BigDecimal amount, GenericValue payment) {
        String text = words.of(key, Map.of("amount", words.money(amount, attempt.getString("currencyUomId")),
                "date", words.time(attempt.getTimestamp("statusDate").toInstant()), "reason", ReturnReason.words(attempt.getString("returnCode"),
                        words)));
        boolean unclear = Attempts.state(attempt).underWay();
        notices.add(Map.of("text", text, "linkText", words.of(unclear ? "NoticeUnclear" : "NoticeLink"), "unclear", unclear,
                "paymentId", payment == null ? "" : payment.getString("paymentId")));
    }
}
