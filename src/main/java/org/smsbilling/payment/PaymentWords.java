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
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.message.MessageLabels;

/** Words about payments for people in the back office, from SmsBillingPaymentLabels. */
final class PaymentWords {

    private static final String RESOURCE = "SmsBillingPaymentLabels";

    private final Locale locale;
    private final ZoneId zone;

    /** @param zone in which times are told */
    PaymentWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    Locale locale() {
        return locale;
    }

    /** @param key without SmsBillingPayment in front */
    String of(String key) {
        return UtilProperties.getMessage(RESOURCE, "SmsBillingPayment" + key, locale);
    }

    /** @param values texts only: numbers would be formatted again */
    String of(String key, Map<String, String> values) {
        return UtilProperties.getMessage(RESOURCE, "SmsBillingPayment" + key, values, locale);
    }

    String money(BigDecimal amount, String currencyUomId) {
        return MoneyText.format(amount, currencyUomId, locale);
    }

    /** @return date, time to the minute and time zone */
    String time(Instant moment) {
        return new MessageLabels(locale).time(moment, zone);
    }
}
