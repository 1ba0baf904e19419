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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.paylink.PayLinks;

/** Where an attempt is, in words for the payer. It never says "failed" while nobody knows. */
final class PaymentProgress {

    /** What the payer can be told; the label of its words is "SmsBillingPayProgress_" and the constant. */
    enum Step {
        PROCESSING,
        CHECKING,
        PAID,
        /** The gateway approved a part, and that was applied. */
        PART_PAID,
        DECLINED,
        TRY_AGAIN,
        AMOUNT_CHANGED,
        LINK_CLOSED,
        PART_TAKEN_BACK,
        TAKEN_BACK,
        /** There is no attempt to speak of. */
        NONE;

        boolean finished() {
            return this != PROCESSING && this != CHECKING;
        }
    }

    private static final Set<String> REASONS = Set.of(Step.AMOUNT_CHANGED.name(), Step.LINK_CLOSED.name());

    private PaymentProgress() { }

    /** @param responseCode why it was not tried, or what the gateway answered. @param partly whether the gateway had taken a part only */
    static Step step(AttemptState state, String responseCode, boolean partly) {
        return switch (state) {
        case CREATED, AUTHORIZING -> Step.PROCESSING;
        case UNKNOWN, PARTIAL -> Step.CHECKING;
        case APPROVED, POSTED, SETTLING, SETTLED -> partly ? Step.PART_PAID : Step.PAID;
        case DECLINED -> Step.DECLINED;
        case RETRY_LATER -> responseCode != null && REASONS.contains(responseCode) ? Step.valueOf(responseCode) : Step.TRY_AGAIN;
        case VOIDED -> partly ? Step.PART_TAKEN_BACK : Step.TAKEN_BACK;
        case RETURNED, REFUNDED -> Step.TAKEN_BACK;
        };
    }

    /** @param attemptId or null for the newest attempt of the link. @return attemptId, attemptState, step, finished, success, text */
    static Map<String, Object> read(Delegator delegator, String token, String attemptId, Locale locale) throws GenericEntityException {
        Optional<GenericValue> link = PayLinks.find(delegator, token);
        GenericValue attempt = link.isEmpty() ? null : EntityQuery.use(delegator).from("SmsPaymentAttempt").where(attemptId == null
                ? Map.of("linkId", link.get().getString("linkId"))
                : Map.of("attemptId", attemptId, "linkId", link.get().getString("linkId"))).orderBy("-createdDate", "-attemptId").queryFirst();
        Step step = attempt == null ? Step.NONE
                : step(Attempts.state(attempt), attempt.getString("responseCode"), Attempts.approvedInPart(attempt));
        return told(attempt, step, locale);
    }

    /** For who is turned away because of wrong links of the same network, and who may have paid all the same. */
    static Map<String, Object> notNow(Locale locale) {
        return told(null, Step.CHECKING, locale);
    }

    private static Map<String, Object> told(GenericValue attempt, Step step, Locale locale) {
        Map<String, Object> progress = new HashMap<>();
        progress.put("attemptId", attempt == null ? null : attempt.getString("attemptId"));
        progress.put("attemptState", attempt == null ? null : attempt.getString("attemptState"));
        progress.put("step", step.name());
        progress.put("finished", step.finished());
        progress.put("success", step == Step.PAID || step == Step.PART_PAID);
        progress.put("text", new PayTexts(locale).get("SmsBillingPayProgress_" + step.name()));
        return progress;
    }
}
