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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageContent;
import org.smsbilling.payment.AttemptState;

/** Attempts to pay online that were declined: the customer mostly sits there and tries again, so this waits, and tells of the last one only. */
final class FailedAttemptEvents implements OneByOne {

    private static final String STEP = "FAILED";
    private static final Duration TRYING_AGAIN = Duration.ofMinutes(5);

    private final Delegator delegator;
    private final Clock clock;
    private final FailureTexts texts;

    FailedAttemptEvents(Delegator delegator, Clock clock, EventPlans plans) {
        this.delegator = delegator;
        this.clock = clock;
        this.texts = new FailureTexts(delegator, clock, plans);
    }

    @Override
    public EventOutcome handle(BusinessEvent event) throws GenericEntityException {
        Instant patience = event.createdDate().plus(TRYING_AGAIN);
        if (clock.instant().isBefore(patience)) {
            return EventOutcome.later("MAY_TRY_AGAIN", patience);
        }
        GenericValue attempt = EntityQuery.use(delegator).from("SmsPaymentAttempt").where("attemptId", event.referenceId()).queryOne();
        if (attempt == null) {
            return EventOutcome.done("ATTEMPT_NOT_FOUND");
        } else if (AttemptState.valueOf(attempt.getString("attemptState")).paid()) {
            return EventOutcome.done("PAID");
        } else if (triedAgain(attempt)) {
            return EventOutcome.done("TRIED_AGAIN");
        }
        List<String> invoiceIds = EntityQuery.use(delegator).from("SmsPaymentAttemptInvoice").where("attemptId", event.referenceId())
                .orderBy("invoiceId").queryList().stream().map(row -> row.getString("invoiceId")).collect(Collectors.toList());
        return texts.tell(STEP, event.referenceId(), invoiceIds, MessageContent.ofAttempt(null, null, event.referenceId()), event.createdDate());
    }

    private boolean triedAgain(GenericValue attempt) throws GenericEntityException {
        return attempt.getString("linkId") != null && EntityQuery.use(delegator).from("SmsPaymentAttempt").where(
                EntityCondition.makeCondition("linkId", attempt.getString("linkId")),
                EntityCondition.makeCondition("attemptState", EntityOperator.NOT_EQUAL, AttemptState.RETRY_LATER.name()),
                EntityCondition.makeCondition("createdDate", EntityOperator.GREATER_THAN, attempt.getTimestamp("createdDate"))).queryCount() > 0;
    }
}
