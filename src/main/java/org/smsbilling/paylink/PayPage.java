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
package org.smsbilling.paylink;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.SmsBilling;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.PaymentRules;
import org.smsbilling.payercheck.PayerCheck;
import org.smsbilling.payment.AmountDue;
import org.smsbilling.payment.AttemptState;
import org.smsbilling.payment.PayTexts;
import org.smsbilling.payment.PaymentMethods;
import org.smsbilling.provider.ChargeRequest.MethodType;
import org.smsbilling.provider.MerchantAccount;
import org.smsbilling.provider.PaymentGateway;

/** Everything that a pay page shows, as a map for its template. Only a page that can be paid, by who may see it, says anything about the invoices. */
final class PayPage {

    private static final String CONFIRM = "CONFIRM";

    private final Delegator delegator;
    private final PaymentGateway gateway;

    PayPage(Delegator delegator, PaymentGateway gateway) {
        this.delegator = delegator;
        this.gateway = gateway;
    }

    /** A page that says nothing about anybody. */
    static Map<String, Object> anonymous(LinkState state, Locale locale) {
        Map<String, Object> page = new HashMap<>();
        page.put("state", state.name());
        page.put("brandName", "");
        page.put("supportPhone", "");
        page.put("localeString", locale.toLanguageTag());
        page.put("language", locale.getLanguage());
        return page;
    }

    /** What is asked before anything personal is shown: check is POSTAL_CODE or ONE_TIME_CODE, codeSent whether a code is on its way. */
    Map<String, Object> confirmation(LinkSnapshot link, Locale locale, Instant now) throws GenericEntityException {
        Map<String, Object> page = ofOrganization(link, locale);
        page.put("state", CONFIRM);
        page.put("check", PayerCheck.kind(delegator, link, now).name());
        page.put("codeSent", PayerCheck.codeSent(delegator, link, now));
        return page;
    }

    /** @return whether a bank account was debited through this link, and the money has not arrived yet */
    private boolean debitUnderWay(LinkSnapshot link) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition("linkId", link.linkId()),
                EntityCondition.makeCondition("methodType", EntityOperator.NOT_EQUAL, MethodType.CARD.name()),
                EntityCondition.makeCondition("attemptState", EntityOperator.IN, List.of(AttemptState.APPROVED.name(), AttemptState.POSTED.name(),
                        AttemptState.SETTLING.name()))).queryCount() > 0;
    }

    private static Map<String, Object> ofOrganization(LinkSnapshot link, Locale locale) {
        Map<String, Object> page = anonymous(link.state(), locale);
        page.put("brandName", link.settings().brandName());
        page.put("supportPhone", link.settings().supportPhone());
        return page;
    }

    /** @param grant of a payer who has shown who one is, carried on in the page's forms; or null */
    Map<String, Object> of(LinkReading.Found found, String grant, Locale locale, Instant now) throws GenericEntityException {
        LinkSnapshot link = found.link();
        OrganizationSettings settings = link.settings();
        Map<String, Object> page = ofOrganization(link, locale);
        page.put("grant", grant == null ? "" : grant);
        page.put("preferencesPath", SmsBilling.preferencesLinks(delegator).path(settings.organizationPartyId(), link.link()
                .getString("contactNumber"))
                .orElse(""));
        page.put("bankPending", link.state() == LinkState.PAID && debitUnderWay(link));
        page.put("freshChannel", link.state() == LinkState.EXPIRED
                ? FreshLinks.channel(delegator, link, now).map(MessageChannel::name).orElse("") : "");
        if (link.state() == LinkState.PAYABLE) {
            AmountDue due = link.due();
            LocalDate today = now.atZone(settings.zoneId()).toLocalDate();
            PayTexts texts = new PayTexts(locale);
            page.put("amount", due.total());
            page.put("amountText", texts.money(due.total(), due.currencyUomId()));
            page.put("currencyUomId", due.currencyUomId());
            page.put("invoices", invoices(due, found.items(), texts, today, locale));
            page.put("methods", methods(settings, due, texts));
            PaymentRules rules = settings.paymentRules();
            page.put("lowerAllowed", rules.partialPaymentAllowed());
            page.put("minimumText", rules.partialPaymentMinimum().filter(least -> least.compareTo(due.total()) < 0)
                    .map(least -> texts.money(least, due.currencyUomId())).orElse(""));
        }
        return page;
    }

    private List<Map<String, Object>> invoices(AmountDue due, Map<String, List<GenericValue>> items, PayTexts texts, LocalDate today, Locale locale)
            throws GenericEntityException {
        List<Map<String, Object>> invoices = new ArrayList<>();
        for (InvoiceFacts facts : due.invoices()) {
            Map<String, Object> invoice = new HashMap<>();
            invoice.put("invoiceId", facts.invoiceId());
            invoice.put("description", Objects.toString(facts.description(), ""));
            invoice.put("amountText", texts.money(facts.outstanding(), facts.currencyUomId()));
            invoice.put("totalText", texts.money(facts.total(), facts.currencyUomId()));
            boolean partlyPaid = facts.total().compareTo(facts.outstanding()) != 0;
            invoice.put("paidText", partlyPaid ? texts.money(facts.total().subtract(facts.outstanding()), facts.currencyUomId()) : "");
            invoice.put("dueText", facts.dueDate() == null ? ""
                    : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(facts.dueDate()));
            invoice.put("overdue", facts.dueDate() != null && facts.dueDate().isBefore(today));
            invoice.put("lines", InvoiceLines.of(delegator, items.getOrDefault(facts.invoiceId(), List.of()), due.currencyUomId(), texts));
            invoices.add(invoice);
        }
        return invoices;
    }

    /** One choice for cards and one for bank accounts, whose two kinds share a frame. */
    private List<Map<String, Object>> methods(OrganizationSettings settings, AmountDue due, PayTexts texts) {
        MerchantAccount account = settings.merchantAccount().orElseThrow();
        List<Map<String, Object>> methods = new ArrayList<>();
        for (MethodType type : PaymentMethods.offered(settings, due.currencyUomId())) {
            if (type != MethodType.SAVINGS) {
                URI frame = frame(account, type, texts);
                Map<String, Object> method = new HashMap<>();
                method.put("methodType", type.name());
                method.put("bankAccount", type != MethodType.CARD);
                method.put("tokenizerUrl", frame.toString());
                method.put("tokenizerOrigin", origin(frame));
                method.put("authorizationText", texts.authorization(type, settings.brandName(), due.total(), due.currencyUomId()));
                methods.add(method);
            }
        }
        return methods;
    }

    private URI frame(MerchantAccount account, MethodType type, PayTexts texts) {
        String words = type == MethodType.CARD
                ? "&cardlabel=" + encoded(texts.get("SmsBillingPayCardNumber")) + "&cardtitle=" + encoded(texts.get("SmsBillingPayCardNumber"))
                        + "&expirylabel=" + encoded(texts.get("SmsBillingPayExpiry")) + "&cvvlabel=" + encoded(texts.get("SmsBillingPaySecurityCode"))
                        + "&cvvtitle=" + encoded(texts.get("SmsBillingPaySecurityCode"))
                : "&cardtitle=" + encoded(texts.get("SmsBillingPayFrame_CHECKING"));
        return URI.create(gateway.tokenizer(account, type) + words);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }
}
