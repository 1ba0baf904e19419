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
package org.smsbilling.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.invoice.MoneyText;

/** OFBiz service of the thanks that the page of an invoice offers. */
public final class SmsInvoiceThanksServices {

    private static final String MODULE = SmsInvoiceThanksServices.class.getName();

    private SmsInvoiceThanksServices() { }

    /** What the page of a payment shows, of the payment that was applied to an invoice last; nothing where receipts by hand are off. */
    public static Map<String, Object> getSmsInvoiceThanks(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, Object> thanks = new HashMap<>(Map.of("shown", false));
        try {
            Optional<GenericValue> payment = latest(dctx, (String) context.get("invoiceId"));
            if (payment.isPresent()) {
                String paymentId = payment.get().getString("paymentId");
                Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
                PaymentThanks known = PaymentThanks.read(dctx.getDelegator(), paymentId, now);
                if (known.settings() != null && !"OFF".equals(known.settings().automation().receiptManual())) {
                    Map<String, Object> ofPayment = new HashMap<>(context);
                    ofPayment.put("paymentId", paymentId);
                    Map<String, Object> found = SmsThanksServices.getSmsPaymentThanks(dctx, ofPayment);
                    Map<?, ?> shown = (Map<?, ?>) found.get("thanks");
                    if (ServiceUtil.isSuccess(found) && Boolean.TRUE.equals(shown.get("shown"))) {
                        shown.forEach((name, value) -> thanks.put((String) name, value));
                        thanks.put("paymentId", paymentId);
                        thanks.put("paymentText", text(payment.get(), ServiceUtil.getLocale(context)));
                    }
                }
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Thanks for payments of invoice " + context.get("invoiceId"), MODULE);
        }
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("thanks", thanks);
        return result;
    }

    private static String text(GenericValue payment, Locale locale) {
        String amount = MoneyText.format(payment.getBigDecimal("amount"), payment.getString("currencyUomId"), locale);
        return UtilProperties.getMessage("SmsBillingEventLabels", "SmsBillingThanksLatest", Map.of("paymentId", payment.getString("paymentId"),
                "amount", amount), locale);
    }

    private static Optional<GenericValue> latest(DispatchContext dctx, String invoiceId) throws GenericEntityException {
        List<String> applied = FieldValues.of(EntityQuery.use(dctx.getDelegator()).select("paymentId").from("PaymentApplication")
                .where("invoiceId", invoiceId), "paymentId");
        return applied.isEmpty() ? Optional.empty() : Optional.ofNullable(EntityQuery.use(dctx.getDelegator()).from("Payment").where(
                EntityCondition.makeCondition("paymentId", EntityOperator.IN, applied),
                EntityCondition.makeCondition("statusId", EntityOperator.IN, List.of("PMNT_RECEIVED", "PMNT_CONFIRMED")))
                .orderBy("-effectiveDate", "-paymentId").queryFirst());
    }
}
