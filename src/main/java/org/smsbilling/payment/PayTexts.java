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
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** The words of the pay page in one language. */
public final class PayTexts {

    private static final String LABELS = "SmsBillingPayLabels";

    private final Locale locale;

    public PayTexts(Locale locale) {
        this.locale = locale;
    }

    public String get(String key) {
        return UtilProperties.getMessage(LABELS, key, locale);
    }

    public String get(String key, Map<String, ?> values) {
        return UtilProperties.getMessage(LABELS, key, values, locale);
    }

    public String money(BigDecimal amount, String currencyUomId) {
        return MoneyText.format(amount, currencyUomId, locale);
    }

    /** @return what the payer agrees to by ticking the box; the very same text is shown and kept */
    public String authorization(MethodType methodType, String brandName, BigDecimal amount, String currencyUomId) {
        return get(methodType == MethodType.CARD ? "SmsBillingPayAuthorizeCard" : "SmsBillingPayAuthorizeBankAccount",
                Map.of("brandName", brandName, "amount", money(amount, currencyUomId)));
    }
}
