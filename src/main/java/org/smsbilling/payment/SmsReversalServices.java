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

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.payment.ReversalRequest.Kind;

/** Services of OFBiz's page of a payment: the charge behind it, its void and its refunds. */
public final class SmsReversalServices {

    private static final String MODULE = SmsReversalServices.class.getName();

    private SmsReversalServices() { }

    /** getSmsPaymentOverview: see {@link PaymentOverview}. */
    public static Map<String, Object> getSmsPaymentOverview(DispatchContext dctx, Map<String, ?> context) {
        try {
            ReversalOptions options = ReversalOptions.read(dctx.getDelegator(), (String) context.get("paymentId"));
            Map<String, Object> result = ServiceUtil.returnSuccess();
            if (options == null || OrganizationAccess.refusal(dctx, context, organization(options), "VIEW").isPresent()) {
                result.put("overview", PaymentOverview.hidden());
                return result;
            }
            boolean maySend = OrganizationAccess.refusal(dctx, context, organization(options), "SEND").isEmpty();
            result.put("overview", new PaymentOverview(dctx.getDelegator(), options, words(dctx.getDelegator(), options, context))
                    .show(maySend && mayAccount(dctx, context, Kind.VOID), maySend && mayAccount(dctx, context, Kind.REFUND)));
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "The page of a payment shows nothing about its charge", MODULE);
        }
    }

    /** reverseSmsPayment: outcome has reversalState and text. */
    public static Map<String, Object> reverseSmsPayment(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        try {
            ReversalOptions options = ReversalOptions.read(delegator, (String) context.get("paymentId"));
            PaymentWords words = words(delegator, options, context);
            Kind kind = "VOID".equals(context.get("kind")) ? Kind.VOID : Kind.REFUND;
            TypedAmount typed = TypedAmount.of((String) context.get("amount"), words.locale());
            Optional<String> refusal = refusal(dctx, context, options, kind, typed, words);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            Instant now = billing.clock().instant();
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            ReversalStart.Outcome started = new ReversalStart(delegator, now).start(new ReversalRequest((String) context.get("paymentId"), kind,
                    typed.amount(), !"N".equals(context.get("reopenInvoice")), userLoginId));
            if (started.refusal() != null) {
                return ServiceUtil.returnError(words.of("Refusal_" + started.refusal(), Map.of("left", words.money(options.refundable(),
                        options.attempt().getString("currencyUomId")))));
            }
            ReversalState state = new ReversalWork(delegator, billing.clock(), billing.paymentGateway()).advance(started.reversalId());
            if (state == ReversalState.REFUSED) {
                String reason = Reversals.find(delegator, started.reversalId()).getString("responseText");
                return ServiceUtil.returnError(words.of("RefusedByGateway_" + kind, Map.of("reason", reason)));
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("outcome", Map.of("reversalState", state.name(), "text", words.of("Outcome_" + kind + "_" + state)));
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "A void or refund failed; what was recorded of it is looked at again by the job", MODULE);
        }
    }

    private static Optional<String> refusal(DispatchContext dctx, Map<String, ?> context, ReversalOptions options, Kind kind, TypedAmount typed,
            PaymentWords words) throws GenericEntityException {
        if (options == null) {
            return Optional.of(words.of("Refusal_NotOurs"));
        }
        Optional<String> stranger = OrganizationAccess.refusal(dctx, context, organization(options), "SEND");
        if (stranger.isPresent()) {
            return stranger;
        } else if (!mayAccount(dctx, context, kind)) {
            return Optional.of(words.of("NoPermission"));
        } else if (!"Y".equals(context.get("confirmed"))) {
            return Optional.of(words.of("NotConfirmed"));
        }
        String left = words.money(options.refundable(), options.attempt().getString("currencyUomId"));
        return typed.wrong() ? Optional.of(words.of("Refusal_Amount", Map.of("left", left))) : Optional.empty();
    }

    /** A void changes payments, a refund makes one as well: the permissions that OFBiz's own services ask for. */
    private static boolean mayAccount(DispatchContext dctx, Map<String, ?> context, Kind kind) {
        Security security = dctx.getSecurity();
        GenericValue userLogin = (GenericValue) context.get("userLogin");
        return security.hasEntityPermission("ACCOUNTING", "_UPDATE", userLogin)
                && (kind == Kind.VOID || security.hasEntityPermission("ACCOUNTING", "_CREATE", userLogin));
    }

    private static String organization(ReversalOptions options) {
        return options.attempt().getString("organizationPartyId");
    }

    private static PaymentWords words(Delegator delegator, ReversalOptions options, Map<String, ?> context) throws GenericEntityException {
        ZoneId zone = options == null ? ZoneId.of("UTC") : OrganizationSettingsReader.read(delegator, organization(options))
                .map(OrganizationSettings::zoneId).orElse(ZoneId.of("UTC"));
        return new PaymentWords(ServiceUtil.getLocale(context), zone);
    }
}
