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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.paylink.LinkState;
import org.smsbilling.paylink.PageLanguage;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.ShortAddress;

/** Services of payments through pay links. */
public final class SmsPaymentServices {

    private static final String MODULE = SmsPaymentServices.class.getName();

    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private SmsPaymentServices() { }

    /** startSmsPayment: outcome has accepted, reason, text, attemptId, orderId, linkState, amount and amountText, as far as each is known. */
    public static Map<String, Object> startSmsPayment(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        Locale locale = locale(context);
        String network = ShortAddress.of((String) context.get("remoteAddress"));
        try {
            StartOutcome started = billing.linkGuesses().turnsAway(network) ? StartOutcome.notPayable(LinkState.THROTTLED)
                    : new PaymentStart(dctx.getDelegator(), billing.clock().instant()).start(PaymentOrder.of(context, locale));
            if (started.linkState() == LinkState.UNKNOWN) {
                billing.linkGuesses().wrong(network);
            }
            if (started.reason() == StartOutcome.Reason.STARTED) {
                billing.payments().submit(started.attemptId());
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("attemptId", started.attemptId());
            result.put("outcome", outcome(started, new PayTexts(locale)));
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(locale).get("SmsBillingPayNotNow"));
        }
    }

    /** quoteSmsPayment: see {@link PaymentQuote}. */
    public static Map<String, Object> quoteSmsPayment(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        Locale locale = locale(context);
        String network = ShortAddress.of((String) context.get("remoteAddress"));
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            if (!billing.linkGuesses().turnsAway(network)) {
                Optional<Map<String, Object>> quote = PaymentQuote.of(dctx.getDelegator(), context, locale, billing.clock().instant());
                quote.ifPresentOrElse(found -> result.put("outcome", found), () -> billing.linkGuesses().wrong(network));
            }
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(locale).get("SmsBillingPayNotNow"));
        }
    }

    /** getSmsPaymentProgress: see {@link PaymentProgress#read}. Waits before it asks the database, so that waiting holds nothing. */
    public static Map<String, Object> getSmsPaymentProgress(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        String token = (String) context.get("token");
        String attemptId = (String) context.get("attemptId");
        Long waitMillis = (Long) context.get("waitMillis");
        Locale locale = locale(context);
        String network = ShortAddress.of((String) context.get("remoteAddress"));
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            if (billing.linkGuesses().turnsAway(network)) {
                result.put("outcome", PaymentProgress.notNow(locale));
                return result;
            }
            if (waitMillis != null && waitMillis > 0) {
                billing.payments().await(attemptId, Duration.ofMillis(Math.min(waitMillis, LONGEST_WAIT_MILLIS)));
            }
            if (PayLinks.find(delegator, token).isEmpty()) {
                billing.linkGuesses().wrong(network);
            }
            result.put("outcome", PaymentProgress.read(delegator, token, attemptId, locale));
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(locale).get("SmsBillingPayNotNow"));
        }
    }

    /** getSmsPaymentReceipt: only whoever started a payment knows its orderId; receipt is missing when there is none to show. */
    public static Map<String, Object> getSmsPaymentReceipt(DispatchContext dctx, Map<String, ?> context) {
        Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
        Locale locale = locale(context);
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            PaymentReceipt.read(dctx.getDelegator(), (String) context.get("token"), (String) context.get("orderId"),
                    (String) context.get("grant"), locale, now)
                    .ifPresent(receipt -> result.put("receipt", receipt));
            return result;
        } catch (GenericEntityException e) {
            return ServiceUtil.returnError(new PayTexts(locale).get("SmsBillingPayNotNow"));
        }
    }

    /** resolveOpenSmsPayments */
    public static Map<String, Object> resolveOpenSmsPayments(DispatchContext dctx, Map<String, ?> context) {
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            SmsBilling billing = SmsBilling.of(dctx.getDelegator());
            int reversals = new ReversalWork(dctx.getDelegator(), billing.clock(), billing.paymentGateway()).advanceDue();
            result.put("resolved", billing.payments().resolveDue() + reversals);
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "Open payments could not be resolved; the next run of the job tries again", MODULE);
        }
    }

    private static Locale locale(Map<String, ?> context) {
        Locale ofPage = PageLanguage.parse((String) context.get("localeString"));
        return ofPage == null ? ServiceUtil.getLocale(context) : ofPage;
    }

    private static Map<String, Object> outcome(StartOutcome started, PayTexts texts) {
        Map<String, Object> outcome = new HashMap<>();
        outcome.put("accepted", started.reason() == StartOutcome.Reason.STARTED);
        outcome.put("reason", started.reason().name());
        outcome.put("attemptId", started.attemptId());
        outcome.put("orderId", started.orderId());
        AmountDue due = started.due();
        String amountText = due == null || due.nothing() ? "" : texts.money(due.total(), due.currencyUomId());
        outcome.put("amount", due == null ? null : due.total());
        outcome.put("amountText", amountText);
        LinkState state = started.linkState();
        outcome.put("linkState", state == null ? null : state.name());
        outcome.put("text", texts.get("SmsBillingPayStart_" + started.reason(), Map.of("amount", amountText, "minimum", "")));
        return outcome;
    }
}
