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

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.payercheck.PayerCheck;
import org.smsbilling.payment.PayTexts;

/** Services of pay links. */
public final class SmsPayLinkServices {

    private static final String MODULE = SmsPayLinkServices.class.getName();

    private SmsPayLinkServices() { }

    /** openSmsPayLink: see {@link PayPage} for what is in payPage. */
    public static Map<String, Object> openSmsPayLink(DispatchContext dctx, Map<String, ?> context) {
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("payPage", SmsBilling.of(dctx.getDelegator()).payPages().open(dctx, context));
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(ServiceUtil.getLocale(context)).get("SmsBillingPayNotNow"));
        }
    }

    /** getSmsInvoicePdf: pdf is missing when the link cannot be paid, does not belong to the invoice, or the host makes no PDF now. */
    public static Map<String, Object> getSmsInvoicePdf(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        String invoiceId = (String) context.get("invoiceId");
        Locale locale = Objects.requireNonNullElse(PageLanguage.parse((String) context.get("localeString")), Locale.ENGLISH);
        try {
            Instant now = billing.clock().instant();
            Optional<LinkSnapshot> link = LinkSnapshot.find(dctx.getDelegator(), (String) context.get("token"), now)
                    .filter(found -> found.state() == LinkState.PAYABLE)
                    .filter(found -> found.invoices().stream().anyMatch(invoice -> invoice.invoiceId().equals(invoiceId)));
            boolean theirs = link.isPresent() && PayerCheck.passed(dctx.getDelegator(), link.get(), (String) context.get("grant"), now);
            Map<String, Object> result = ServiceUtil.returnSuccess();
            if (theirs) {
                billing.invoicePdfs().render(dctx, invoiceId, locale).ifPresent(pdf -> result.put("pdf", pdf));
            }
            return result;
        } catch (GenericEntityException | GenericServiceException | IOException e) {
            Debug.logError(e, "Invoice " + invoiceId + " could not be rendered as PDF", MODULE);
            return ServiceUtil.returnError(new PayTexts(locale).get("SmsBillingPayNotNow"));
        }
    }

    /** expireSmsPayLink */
    public static Map<String, Object> expireSmsPayLink(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        PayTexts texts = new PayTexts(ServiceUtil.getLocale(context));
        String invoiceId = (String) context.get("invoiceId");
        Instant now = SmsBilling.of(delegator).clock().instant();
        try {
            InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
            if (invoice == null) {
                return ServiceUtil.returnError(texts.get("SmsBillingPayExpireNoLink"));
            }
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, invoice.organizationPartyId(), "SEND");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            } else if (!"Y".equals(context.get("confirmed"))) {
                return ServiceUtil.returnError(texts.get("SmsBillingPayExpireConfirm"));
            }
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            return LinkExpiry.expire(delegator, invoice.organizationPartyId(), invoiceId, userLoginId, now) > 0
                    ? ServiceUtil.returnSuccess(texts.get("SmsBillingPayExpired"))
                    : ServiceUtil.returnError(texts.get("SmsBillingPayExpireNoLink"));
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "A link was not expired", MODULE);
        }
    }

    /** requestFreshSmsPayLink: outcome is a {@link FreshLinks.Outcome}. */
    public static Map<String, Object> requestFreshSmsPayLink(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        Instant now = billing.clock().instant();
        try {
            boolean turnedAway = billing.linkGuesses().turnsAway(PageRequest.of(context).network());
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("outcome", (turnedAway ? FreshLinks.Outcome.NOT_POSSIBLE
                    : FreshLinks.request(delegator, (String) context.get("token"), now)).name());
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(ServiceUtil.getLocale(context)).get("SmsBillingPayNotNow"));
        }
    }
}
