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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.inbound.ConsentWords;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.SendResult;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.twilio.TwilioErrors;

/** What a refusal of the carrier means beyond its message: for the number, or for the whole organization. */
public final class CarrierConsequences {

    private static final String MODULE = CarrierConsequences.class.getName();

    private final Delegator delegator;
    private final Clock clock;

    public CarrierConsequences(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
    }

    /** In a transaction of its own; failing here changes nothing of the message, the next refusal brings it up again. */
    void follow(CallResult result) {
        if (result.result() instanceof SendResult.Refused refused) {
            try {
                OutboxMessage message = result.ready().message();
                follow(message.organizationPartyId(), message.contactNumber(), message.messageId(), refused.errorCode(), refused.text());
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "What error " + refused.errorCode() + " of message " + result.ready().messageId()
                        + " means could not be written down", MODULE);
            }
        }
    }

    /**
     * @param contactNumber E.164
     * @param errorCode the carrier's
     * @param text the carrier's words, or the empty string
     */
    public void follow(String organizationPartyId, String contactNumber, String messageId, String errorCode, String text)
            throws GenericEntityException {
        String evidence = "Error " + errorCode + " for message " + messageId;
        switch (TwilioErrors.action(errorCode)) {
        case OPT_OUT -> optOut(organizationPartyId, contactNumber, evidence);
        case NUMBER_UNUSABLE -> consent(organizationPartyId, contactNumber, ConsentState.UNUSABLE, evidence);
        case STOP_ORGANIZATION -> stop(organizationPartyId, errorCode, MessageEndings.cut(text.isEmpty() ? errorCode : errorCode + ": " + text));
        case ALERT -> Debug.logWarning("The carrier refused message " + messageId + " with error " + errorCode, MODULE);
        case RETRY, FAIL -> { }
        }
    }

    /** As far as the organization lets an opt-out reach, as if the customer had told it. */
    private void optOut(String organizationPartyId, String contactNumber, String evidence) throws GenericEntityException {
        Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organizationPartyId);
        if (settings.isPresent()) {
            Instant now = clock.instant();
            new ConsentWords(delegator).optOut(settings.get(), contactNumber, ConsentSource.CARRIER_ERROR, evidence, now, null, now);
        }
    }

    private void consent(String organizationPartyId, String contactNumber, ConsentState state, String evidence) throws GenericEntityException {
        ConsentLedger.record(delegator, new ConsentEntry(organizationPartyId, contactNumber, state, ConsentSource.CARRIER_ERROR, evidence,
                clock.instant(), null));
    }

    private void stop(String organizationPartyId, String errorCode, String reason) throws GenericEntityException {
        int stopped = OwnTransaction.call(() -> delegator.storeByCondition("SmsOrganization", Map.of("connected", "N", "stoppedReason", reason),
                EntityCondition.makeCondition(EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                        EntityCondition.makeCondition("connected", "Y"))));
        if (stopped > 0) {
            Debug.logError("Sending of organization " + organizationPartyId + " is stopped: error " + errorCode, MODULE);
        }
    }
}
