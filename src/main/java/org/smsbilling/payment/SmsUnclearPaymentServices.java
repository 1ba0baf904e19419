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
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.payment.ChargeDecision.Word;

/** Services about charges that the component could not end by itself. */
public final class SmsUnclearPaymentServices {

    private static final String MODULE = SmsUnclearPaymentServices.class.getName();
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9-]{1,60}");
    private static final Duration FOR_THE_POSTING = Duration.ofSeconds(10);
    private static final String ASK = "ASK";
    /** What is said when trying once more changed nothing. */
    private static final Map<AttemptState, String> STILL = Map.of(AttemptState.UNKNOWN, "UnclearStillSilent", AttemptState.PARTIAL,
            "UnclearStillNotBack", AttemptState.APPROVED, "UnclearStillNotPosted");

    private SmsUnclearPaymentServices() { }

    /** findUnclearSmsPayments: see {@link UnclearChargeList}. */
    public static Map<String, Object> findUnclearSmsPayments(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("payments", new UnclearChargeList(delegator, new AttemptResolution(delegator, billing.clock(), billing.paymentGateway()),
                    words(context), billing.clock().instant()).list(OrganizationAccess.organizations(dctx, context, "VIEW"),
                    Set.copyOf(OrganizationAccess.organizations(dctx, context, "ADMIN"))));
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "Unclear payments could not be listed", MODULE);
        }
    }

    /** decideUnclearSmsPayment: decision is ASK or a {@link ChargeDecision.Word}. */
    public static Map<String, Object> decideUnclearSmsPayment(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        SmsBilling billing = SmsBilling.of(delegator);
        PaymentWords words = words(context);
        try {
            GenericValue attempt = Attempts.find(delegator, (String) context.get("attemptId"));
            Optional<String> refusal = refusal(dctx, context, attempt, words);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            UnclearCharges charges = new UnclearCharges(delegator, billing.clock(), billing.paymentGateway());
            UnclearCharges.Outcome outcome;
            if (ASK.equals(context.get("decision"))) {
                if (!STILL.containsKey(Attempts.state(attempt))) {
                    outcome = UnclearCharges.Outcome.Settled;
                } else if (!charges.ask(attempt, userLoginId)) {
                    return ServiceUtil.returnSuccess(words.of(STILL.get(Attempts.state(attempt))));
                } else {
                    outcome = UnclearCharges.Outcome.Answered;
                }
            } else {
                Word word = Word.valueOf(String.valueOf(context.get("decision")));
                outcome = charges.decide(attempt, new ChargeDecision(word, word == Word.CHARGED ? text(context, "gatewayReference") : "",
                        text(context, "reason"), userLoginId));
            }
            return answer(delegator, outcome, attempt.getString("attemptId"), words);
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "An unclear payment could not be decided", MODULE);
        }
    }

    private static Map<String, Object> answer(Delegator delegator, UnclearCharges.Outcome outcome, String attemptId, PaymentWords words)
            throws GenericEntityException {
        SmsBilling billing = SmsBilling.of(delegator);
        if (outcome != UnclearCharges.Outcome.DONE && outcome != UnclearCharges.Outcome.Answered) {
            return ServiceUtil.returnError(words.of("Unclear" + outcome));
        }
        billing.payments().submit(attemptId);
        billing.payments().await(attemptId, FOR_THE_POSTING);
        AttemptState state = Attempts.state(Attempts.find(delegator, attemptId));
        return ServiceUtil.returnSuccess((outcome == UnclearCharges.Outcome.Answered ? words.of("UnclearAnswered") + " " : "")
                + words.of("UnclearNow_" + state));
    }

    private static Optional<String> refusal(DispatchContext dctx, Map<String, ?> context, GenericValue attempt, PaymentWords words)
            throws GenericEntityException {
        String decision = String.valueOf(context.get("decision"));
        if (attempt == null || !ASK.equals(decision) && Arrays.stream(Word.values()).noneMatch(word -> word.name().equals(decision))) {
            return Optional.of(words.of("UnclearUnknown"));
        }
        Optional<String> stranger = OrganizationAccess.refusal(dctx, context, attempt.getString("organizationPartyId"), "ADMIN");
        if (stranger.isPresent() || ASK.equals(decision)) {
            return stranger;
        } else if (Word.CHARGED.name().equals(decision) && !REFERENCE.matcher(text(context, "gatewayReference")).matches()) {
            return Optional.of(words.of("UnclearNoReference"));
        } else if (text(context, "reason").isEmpty() || text(context, "reason").length() > ChargeDecision.LONGEST_REASON) {
            return Optional.of(words.of("UnclearNoReason"));
        }
        return "Y".equals(context.get("confirmed")) ? Optional.empty() : Optional.of(words.of("UnclearNotConfirmed"));
    }

    private static String text(Map<String, ?> context, String name) {
        return Objects.toString(context.get(name), "").strip();
    }

    private static PaymentWords words(Map<String, ?> context) {
        TimeZone zone = (TimeZone) context.get("timeZone");
        return new PaymentWords(ServiceUtil.getLocale(context), zone == null ? ZoneId.systemDefault() : zone.toZoneId());
    }
}
