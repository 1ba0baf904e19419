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

import java.time.Clock;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.PaymentGateway;

/** Brings one attempt as far as it gets now. Safe to be called at any time, any number of times, by any process. */
final class AttemptWork {

    private static final int STEPS = 4;

    private final Delegator delegator;
    private final Failpoint failpoint;
    private final Charging charging;
    private final AttemptResolution resolution;
    private final PaymentPosting posting;

    AttemptWork(Delegator delegator, Clock clock, PaymentGateway gateway, Failpoint failpoint, String owner) {
        this.delegator = delegator;
        this.failpoint = failpoint;
        this.charging = new Charging(delegator, clock, gateway, failpoint, owner);
        this.resolution = new AttemptResolution(delegator, clock, gateway);
        this.posting = new PaymentPosting(delegator, clock);
    }

    /** @return whether its state is another one than before */
    boolean advance(String attemptId) throws GenericEntityException {
        GenericValue attempt = Attempts.find(delegator, attemptId);
        if (attempt == null) {
            return false;
        }
        AttemptState first = Attempts.state(attempt);
        AttemptState before = first;
        AttemptState after = step(attempt);
        for (int i = 1; i < STEPS && after != before && (after == AttemptState.APPROVED || after == AttemptState.PARTIAL); i++) {
            before = after;
            after = step(Attempts.find(delegator, attemptId));
        }
        return after != first;
    }

    /** @return whether what was approved in part is kept, by the organization's settings or by a person's word */
    static boolean partKept(Delegator delegator, GenericValue attempt) throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator, attempt.getString("organizationPartyId"))
                .filter(settings -> settings.paymentRules().partialApprovalApplied()).isPresent()
                || EntityQuery.use(delegator).from("SmsAttemptDecision").where("attemptId", attempt.getString("attemptId"), "decision",
                        ChargeDecision.Word.KEPT.name()).queryCount() > 0;
    }

    private AttemptState step(GenericValue attempt) throws GenericEntityException {
        String attemptId = attempt.getString("attemptId");
        AttemptState state = Attempts.state(attempt);
        return switch (state) {
        case CREATED -> charging.charge(attemptId);
        case AUTHORIZING -> resolution.leaseOver(attempt);
        case UNKNOWN -> resolution.ask(attempt);
        case PARTIAL -> partKept(delegator, attempt) ? posting.post(attemptId) : resolution.takeBackPart(attempt);
        case APPROVED -> {
            failpoint.reached(Failpoint.Place.AFTER_APPROVAL_BEFORE_POSTING, attemptId);
            yield posting.post(attemptId);
        }
        default -> state;
        };
    }
}
