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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.UserNames;

/** What OFBiz's page of a payment shows of the charge behind it. */
final class PaymentOverview {

    private final Delegator delegator;
    private final ReversalOptions options;
    private final PaymentWords words;
    private final String currency;

    PaymentOverview(Delegator delegator, ReversalOptions options, PaymentWords words) {
        this.delegator = delegator;
        this.options = options;
        this.words = words;
        this.currency = options.attempt().getString("currencyUomId");
    }

    /** @return what users see who have nothing to do with the organization, and on pages of other payments */
    static Map<String, Object> hidden() {
        return new HashMap<>(Map.of("shown", false));
    }

    /** @param mayVoid and mayRefund whether the user may, whatever the state of the charge is */
    Map<String, Object> show(boolean mayVoid, boolean mayRefund) throws GenericEntityException {
        GenericValue attempt = options.attempt();
        Map<String, Object> overview = new HashMap<>();
        overview.put("shown", true);
        overview.put("paymentId", options.payment().getString("paymentId"));
        overview.put("state", options.state().name());
        overview.put("stateText", words.of("State_" + options.state()) + returnReason());
        overview.put("chargeText", words.money(attempt.getBigDecimal("approvedAmount"), currency));
        overview.put("methodText", words.of("Method_" + attempt.getString("methodType"), Map.of("last4", attempt.getString("accountLast4"))));
        overview.put("dateText", words.time(attempt.getTimestamp("authorizationDate").toInstant()));
        overview.put("reference", attempt.getString("gatewayReference"));
        overview.put("answerText", Objects.toString(attempt.getString("responseText"), ""));
        overview.put("orderId", attempt.getString("orderId"));
        overview.put("authorizationText", attempt.getString("authorizationText"));
        overview.put("authorizationAddress", Objects.toString(attempt.getString("authorizationAddress"), ""));
        overview.put("payerName", attempt.getString("payerName") == null ? "" : attempt.getString("payerName"));
        List<Map<String, Object>> invoices = invoices();
        overview.put("invoices", invoices);
        BigDecimal credit = standing() ? new InvoicePayments(delegator).credit(options.payment().getString("paymentId")) : BigDecimal.ZERO;
        overview.put("creditText", credit.signum() > 0 ? words.money(credit, currency) : "");
        overview.put("canVoid", mayVoid && options.voidable());
        overview.put("canRefund", mayRefund && options.mayRefund());
        overview.put("whyNot", mayVoid || mayRefund ? whyNot() : words.of("NoPermission"));
        overview.put("refundable", options.refundable().stripTrailingZeros().toPlainString());
        overview.put("refundableText", words.money(options.refundable(), currency));
        overview.put("currencyUomId", currency);
        overview.put("voidQuestion", words.of(invoices.size() > 1 ? "VoidQuestionSeveral" : "VoidQuestion",
                Map.of("amount", (String) overview.get("chargeText"), "count", String.valueOf(invoices.size()))));
        overview.put("reversals", reversals());
        return overview;
    }

    private boolean standing() {
        return !"PMNT_VOID".equals(options.payment().getString("statusId")) && !"PMNT_CANCELLED".equals(options.payment().getString("statusId"));
    }

    private String returnReason() {
        String code = options.attempt().getString("returnCode");
        return code == null || code.isEmpty() ? "" : ": " + ReturnReason.words(code, words);
    }

    /** Empty when something can be done. */
    private String whyNot() {
        if (options.voidable() || options.mayRefund()) {
            return "";
        } else if (options.underWay()) {
            return words.of("Refusal_UnderWay");
        } else if (options.bankAccount() && options.state() == AttemptState.SETTLING) {
            return words.of("Refusal_BankNotSettled");
        } else if (options.chargeConfirmed()) {
            return words.of("Refusal_Confirmed");
        }
        return "";
    }

    private List<Map<String, Object>> invoices() throws GenericEntityException {
        List<Map<String, Object>> invoices = new ArrayList<>();
        for (GenericValue share : Attempts.posted(delegator, options.attempt().getString("attemptId"))) {
            invoices.add(Map.of("invoiceId", share.getString("invoiceId"), "paymentId", share.getString("paymentId"),
                    "amountText", words.money(share.getBigDecimal("amount"), currency)));
        }
        return invoices;
    }

    private List<Map<String, Object>> reversals() throws GenericEntityException {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<GenericValue> reversals = EntityQuery.use(delegator).from("SmsPaymentReversal").where("attemptId", options.attempt().get("attemptId"))
                .orderBy("-createdDate", "-reversalId").queryList();
        Map<String, String> people = UserNames.read(delegator, reversals.stream().map(reversal -> reversal.getString("userLoginId")).toList());
        for (GenericValue reversal : reversals) {
            Map<String, Object> row = new HashMap<>();
            row.put("dateText", words.time(reversal.getTimestamp("createdDate").toInstant()));
            row.put("kindText", words.of("Kind_" + reversal.getString("reversalKind")));
            row.put("amountText", words.money(reversal.getBigDecimal("amount"), currency));
            row.put("stateText", words.of("ReversalState_" + reversal.getString("reversalState")));
            row.put("person", people.getOrDefault(String.valueOf(reversal.getString("userLoginId")), ""));
            row.put("note", Reversals.state(reversal) == ReversalState.REFUSED ? reversal.getString("responseText") : "");
            row.put("refundPaymentId", reversal.getString("refundPaymentId") == null ? "" : reversal.getString("refundPaymentId"));
            rows.add(row);
        }
        return rows;
    }
}
