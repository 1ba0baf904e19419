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
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.message.MessageLabels;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.planning.PlannedText;

/** Services about thanking for a payment by hand; services_event.xml says what they take and give. */
public final class SmsThanksServices {

    private static final String MODULE = SmsThanksServices.class.getName();
    private static final String RESOURCE = "SmsBillingEventLabels";

    private SmsThanksServices() { }

    public static Map<String, Object> getSmsPaymentThanks(DispatchContext dctx, Map<String, ? extends Object> context) {
        Locale locale = ServiceUtil.getLocale(context);
        try {
            Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
            PaymentThanks payment = PaymentThanks.read(dctx.getDelegator(), (String) context.get("paymentId"), now);
            Map<String, Object> thanks = new HashMap<>(Map.of("shown", false));
            boolean theirs = payment.settings() != null && OrganizationAccess.refusal(dctx, context, payment.organizationPartyId(), "VIEW").isEmpty();
            if (theirs && !payment.obstacle().filter(obstacle -> obstacle == PaymentThanks.Obstacle.TAKEN_BACK).isPresent()) {
                boolean maySend = OrganizationAccess.refusal(dctx, context, payment.organizationPartyId(), "SEND").isEmpty();
                Optional<GenericValue> earlier = payment.earlier();
                thanks.put("shown", true);
                thanks.put("canSend", maySend && payment.obstacle().isEmpty());
                thanks.put("whyNot", payment.obstacle().map(obstacle -> text("SmsBillingThanks_" + obstacle, Map.of(), locale)).orElse(""));
                thanks.put("earlierText", earlier.isPresent() ? earlierText(payment, earlier.get(), locale) : "");
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("thanks", thanks);
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    public static Map<String, Object> sendPaymentThankYouSms(DispatchContext dctx, Map<String, ? extends Object> context) {
        Locale locale = ServiceUtil.getLocale(context);
        String paymentId = (String) context.get("paymentId");
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        try {
            Instant now = billing.clock().instant();
            PaymentThanks payment = PaymentThanks.read(dctx.getDelegator(), paymentId, now);
            Optional<String> refusal = payment.money() == null ? Optional.empty()
                    : OrganizationAccess.refusal(dctx, context, payment.organizationPartyId(), "SEND");
            if (refusal.isEmpty()) {
                refusal = payment.obstacle().map(obstacle -> text("SmsBillingThanks_" + obstacle, Map.of("paymentId", paymentId), locale));
            }
            if (refusal.isEmpty() && !"Y".equals(context.get("confirmed"))) {
                refusal = payment.earlier().map(earlier -> earlierText(payment, earlier, locale));
            }
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            List<PlannedText> plan = payment.plan(((GenericValue) context.get("userLogin")).getString("userLoginId"), now);
            List<PlannedText> texts = plan.stream().filter(text -> text.addressee() != null).collect(Collectors.toList());
            if (texts.isEmpty()) {
                return ServiceUtil.returnError(text("SmsBillingThanks_" + plan.get(0).why(), Map.of(), locale));
            } else if (!payment.send(texts, now)) {
                return ServiceUtil.returnError(text("SmsBillingThanksAtTheSameMoment", Map.of(), locale));
            }
            billing.outbox().wake();
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("messageId", payment.earlier().map(message -> message.getString("messageId")).orElse(null));
            result.put("outcomeText", outcome(payment, texts.get(0), now, locale));
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    private static String outcome(PaymentThanks payment, PlannedText text, Instant now, Locale locale) {
        String number = PhoneNumbers.display(text.addressee().contactNumber());
        return text.leaves().isAfter(now)
                ? text("SmsBillingThanksQueued", Map.of("number", number, "time",
                        new MessageLabels(locale).time(text.leaves(), payment.settings().zoneId())), locale)
                : text("SmsBillingThanksOnItsWay", Map.of("number", number), locale);
    }

    private static String earlierText(PaymentThanks payment, GenericValue message, Locale locale) {
        return text("SmsBillingThanksEarlier", Map.of("time", new MessageLabels(locale).time(message.getTimestamp("createdDate").toInstant(),
                payment.settings().zoneId()), "number", PhoneNumbers.display(message.getString("contactNumber"))), locale);
    }

    private static Map<String, Object> databaseProblem(GenericEntityException e, Map<String, ?> context) {
        Debug.logError(e, "Thanking for payment " + context.get("paymentId"), MODULE);
        return ServiceUtil.returnError(text("SmsBillingThanksDatabaseProblem", Map.of(), ServiceUtil.getLocale(context)));
    }

    private static String text(String key, Map<String, String> values, Locale locale) {
        return UtilProperties.getMessage(RESOURCE, key, values, locale);
    }
}
