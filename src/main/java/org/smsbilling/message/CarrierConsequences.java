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
package org.smsbilling.message;

import java.time.Clock;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.provider.SendResult;
import org.smsbilling.twilio.TwilioErrors;

/** What a refusal of the carrier means beyond its message: for the number, or for the whole organization. */
final class CarrierConsequences {

    private static final String MODULE = CarrierConsequences.class.getName();

    private final Delegator delegator;
    private final Clock clock;

    CarrierConsequences(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
    }

    /** In a transaction of its own; failing here changes nothing of the message, the next refusal brings it up again. */
    void follow(CallResult result) {
        if (result.result() instanceof SendResult.Refused refused) {
            try {
                follow(result.ready().message(), refused);
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "What error " + refused.errorCode() + " of message " + result.ready().messageId()
                        + " means could not be written down", MODULE);
            }
        }
    }

    private void follow(OutboxMessage message, SendResult.Refused refused) throws GenericEntityException {
        switch (TwilioErrors.action(refused.errorCode())) {
        case OPT_OUT -> consent(message, ConsentState.OPTED_OUT, refused);
        case NUMBER_UNUSABLE -> consent(message, ConsentState.UNUSABLE, refused);
        case STOP_ORGANIZATION -> stop(message, refused);
        case ALERT -> Debug.logWarning("The carrier refused message " + message.messageId() + " with error " + refused.errorCode(), MODULE);
        case RETRY, FAIL -> { }
        }
    }

    private void consent(OutboxMessage message, ConsentState state, SendResult.Refused refused) throws GenericEntityException {
        ConsentLedger.record(delegator, new ConsentEntry(message.organizationPartyId(), message.contactNumber(), state, ConsentSource.CARRIER_ERROR,
                "Error " + refused.errorCode() + " for message " + message.messageId(), clock.instant(), null));
    }

    private void stop(OutboxMessage message, SendResult.Refused refused) throws GenericEntityException {
        String reason = MessageEndings.cut(refused.errorCode() + ": " + refused.text());
        int stopped = OwnTransaction.run(() -> delegator.storeByCondition("SmsOrganization", Map.of("connected", "N", "stoppedReason", reason),
                EntityCondition.makeCondition(EntityCondition.makeCondition("organizationPartyId", message.organizationPartyId()),
                        EntityCondition.makeCondition("connected", "Y"))));
        if (stopped > 0) {
            Debug.logError("Sending of organization " + message.organizationPartyId() + " is stopped: error " + refused.errorCode(), MODULE);
        }
    }
}
