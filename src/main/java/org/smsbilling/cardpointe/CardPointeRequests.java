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
package org.smsbilling.cardpointe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

import org.smsbilling.provider.ChargeRequest;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.RefundRequest;

/** Bodies of requests to the gateway, field by field. */
final class CardPointeRequests {

    private CardPointeRequests() { }

    /** @return an authorization that is captured at once */
    static Map<String, String> sale(MerchantAccount account, ChargeRequest request) {
        Map<String, String> fields = order(account, request.orderId());
        fields.put("account", request.accountToken());
        putIfKnown(fields, "expiry", request.expiry());
        fields.put("amount", amount(request.amount()));
        fields.put("currency", request.currencyUomId());
        putIfKnown(fields, "name", request.payerName());
        putIfKnown(fields, "postal", request.postalCode());
        fields.put("ecomind", "E");
        fields.put("capture", "y");
        fields.put("receipt", "y");
        if (request.methodType() != MethodType.CARD) {
            fields.put("accttype", request.methodType() == MethodType.SAVINGS ? "ESAV" : "ECHK");
            fields.put("achEntryCode", "WEB");
        }
        return fields;
    }

    static Map<String, String> order(MerchantAccount account, String orderId) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merchid", account.merchantId());
        fields.put("orderid", orderId);
        return fields;
    }

    /** @param reference of the charge */
    static Map<String, String> charge(MerchantAccount account, String reference) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("merchid", account.merchantId());
        fields.put("retref", reference);
        return fields;
    }

    /** @return with an order id of its own, by which the refund is found when its answer is lost */
    static Map<String, String> refund(MerchantAccount account, RefundRequest request) {
        Map<String, String> fields = charge(account, request.reference());
        fields.put("amount", amount(request.amount()));
        fields.put("orderid", request.orderId());
        return fields;
    }

    /** @return with a decimal point always: the gateway takes "1000" for 10.00 */
    static String amount(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    private static void putIfKnown(Map<String, String> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value.strip());
        }
    }
}
