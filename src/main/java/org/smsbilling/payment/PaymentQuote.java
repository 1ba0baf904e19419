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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.LinkSnapshot;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.payercheck.PayerCheck;
import org.smsbilling.payment.StartOutcome.Reason;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** What the pay page says about a choice of invoices and amount: the very words of the button and of the authorization. */
final class PaymentQuote {

    private PaymentQuote() { }

    /**
     * @param context of the service: token, invoiceIds, typedAmount, grant
     * @return linkState, and for a link that can be paid due, dueText, amount, amountText, buttonText, authorizations by method, problem (empty when
     *     it can be paid so); amounts as texts in decimal units. Empty when there is no such link
     */
    static Optional<Map<String, Object>> of(Delegator delegator, Map<String, ?> context, Locale locale, Instant now) throws GenericEntityException {
        Optional<LinkSnapshot> link = LinkSnapshot.find(delegator, (String) context.get("token"), now);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        boolean passed = PayerCheck.passed(delegator, link.get(), (String) context.get("grant"), now);
        return Optional.of(quote(link.get(), passed, context, locale));
    }

    private static Map<String, Object> quote(LinkSnapshot link, boolean passed, Map<String, ?> context, Locale locale) {
        PayTexts texts = new PayTexts(locale);
        Map<String, Object> quote = new HashMap<>();
        quote.put("linkState", link.state().name());
        if (link.state() == LinkState.PAYABLE && passed) {
            TypedAmount typed = TypedAmount.of((String) context.get("typedAmount"), locale);
            ChosenAmount chosen = ChosenAmount.of(link.due(), PaymentOrder.Choice.of(context).invoiceIds(), null, typed.amount(),
                    link.settings().paymentRules());
            Reason reason = typed.wrong() ? Reason.AMOUNT_NOT_VALID : chosen.problem();
            quote.put("due", plain(chosen.due().total()));
            quote.put("dueText", texts.money(chosen.due().total(), chosen.due().currencyUomId()));
            quote.put("problem", reason == null ? "" : problem(reason, chosen, link.settings(), texts));
            if (reason == null) {
                putAmount(quote, chosen, link.settings(), texts);
            }
        }
        return quote;
    }

    private static void putAmount(Map<String, Object> quote, ChosenAmount chosen, OrganizationSettings settings, PayTexts texts) {
        String currency = chosen.due().currencyUomId();
        String amountText = texts.money(chosen.amount(), currency);
        quote.put("amount", plain(chosen.amount()));
        quote.put("amountText", amountText);
        quote.put("buttonText", texts.get("SmsBillingPayButton", Map.of("amount", amountText)));
        Map<String, Object> authorizations = new HashMap<>();
        for (MethodType method : PaymentMethods.offered(settings, currency)) {
            authorizations.put(method.name(), texts.authorization(method, settings.brandName(), chosen.amount(), currency));
        }
        quote.put("authorizations", authorizations);
    }

    private static String problem(Reason problem, ChosenAmount chosen, OrganizationSettings settings, PayTexts texts) {
        Reason reason = problem == Reason.AMOUNT_CHANGED ? Reason.AMOUNT_NOT_VALID : problem;
        String minimum = settings.paymentRules().partialPaymentMinimum().map(least -> texts.money(least, chosen.due().currencyUomId())).orElse("");
        return texts.get("SmsBillingPayStart_" + reason, Map.of("minimum", minimum));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
