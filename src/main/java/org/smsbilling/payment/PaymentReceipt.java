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

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.payercheck.PayerCheck;

/** What the payer keeps. Shown for a day, and only to whoever started the payment: nobody else knows its order number. */
final class PaymentReceipt {

    private static final Duration SHOWN_FOR = Duration.ofDays(1);

    private PaymentReceipt() { }

    /** @param grant of a payer who has shown who one is, or null */
    static Optional<Map<String, Object>> read(Delegator delegator, String token, String orderId, String grant, Locale locale, Instant now)
            throws GenericEntityException {
        Optional<GenericValue> link = PayLinks.find(delegator, token);
        Optional<LinkSnapshot> opened = LinkSnapshot.find(delegator, token, now);
        if (link.isEmpty() || orderId == null || opened.isEmpty() || !PayerCheck.passed(delegator, opened.get(), grant, now)) {
            return Optional.empty();
        }
        GenericValue attempt = EntityQuery.use(delegator).from("SmsPaymentAttempt").where("orderId", orderId, "linkId", link.get().get("linkId"))
                .queryFirst();
        if (attempt == null || !Attempts.state(attempt).paid() || attempt.getTimestamp("createdDate").toInstant().plus(SHOWN_FOR).isBefore(now)) {
            return Optional.empty();
        }
        OrganizationSettings settings = OrganizationSettingsReader.read(delegator, attempt.getString("organizationPartyId")).orElseThrow();
        return Optional.of(receipt(attempt, settings, List.copyOf(Attempts.shares(delegator, attempt.getString("attemptId")).keySet()), locale));
    }

    private static Map<String, Object> receipt(GenericValue attempt, OrganizationSettings settings, List<String> invoiceIds, Locale locale) {
        PayTexts texts = new PayTexts(locale);
        Map<String, Object> receipt = new HashMap<>();
        receipt.put("brandName", settings.brandName());
        receipt.put("supportPhone", settings.supportPhone());
        receipt.put("amountText", texts.money(attempt.getBigDecimal("approvedAmount"), attempt.getString("currencyUomId")));
        receipt.put("reference", attempt.getString("gatewayReference"));
        receipt.put("methodText", texts.get("SmsBillingPayMethodEnding_" + attempt.getString("methodType"),
                Map.of("last4", attempt.getString("accountLast4"))));
        receipt.put("dateText", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale)
                .format(attempt.getTimestamp("authorizationDate").toInstant().atZone(settings.zoneId())));
        receipt.put("invoicesText", String.join(", ", invoiceIds));
        receipt.put("invoiceIds", invoiceIds);
        receipt.put("part", Attempts.approvedInPart(attempt));
        receipt.put("bankAccount", !"CARD".equals(attempt.getString("methodType")));
        return receipt;
    }
}
