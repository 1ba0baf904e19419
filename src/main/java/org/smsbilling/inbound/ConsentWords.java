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
package org.smsbilling.inbound;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.QueuedMessages;
import org.smsbilling.transaction.OwnTransaction;

/**
 * What becomes of consent when a customer, or a clerk for him, says stop or start. Each word is committed by itself, and saying it twice changes
 * nothing.
 */
public final class ConsentWords {

    private static final List<ConsentSource> BY_TEXT = List.of(ConsentSource.KEYWORD, ConsentSource.CARRIER_ERROR);

    private final Delegator delegator;

    public ConsentWords(Delegator delegator) {
        this.delegator = delegator;
    }

    /**
     * Writes an opt-out down and cancels what is queued.
     * @param number E.164
     * @param said when it was said: a later word to the contrary stands
     * @param userLoginId the clerk, or null when the customer said it himself
     * @return how many queued texts were cancelled
     */
    public int optOut(OrganizationSettings answered, String number, ConsentSource source, String evidence, Instant said, String userLoginId,
            Instant now)
            throws GenericEntityException {
        ReachedOrganizations reached = ReachedOrganizations.of(delegator, answered);
        for (String organization : reached.ledger()) {
            ConsentLedger.record(delegator, new ConsentEntry(organization, number, ConsentState.OPTED_OUT, source, evidence, said, userLoginId));
        }
        boolean stands = ConsentLedger.current(delegator, answered.organizationPartyId(), List.of(number)).get(number) == ConsentState.OPTED_OUT;
        return stands ? OwnTransaction.call(() -> QueuedMessages.cancelOptedOut(delegator, reached.queues(), number, userLoginId, now)) : 0;
    }

    /**
     * Writes an opt-in down. What the carrier said of the number itself stays, and so does an opt-out that another organization was told by other
     * means. Where the carrier refused to text from the sender, it texts again from it, for whichever organization.
     * @param before the state before this was said, or null
     * @param explicit whether the word means nothing else, so that it counts although there was no opt-out
     * @return whether it changed anything
     */
    boolean optIn(OrganizationSettings answered, String number, String evidence, ConsentState before, boolean explicit, Instant said)
            throws GenericEntityException {
        boolean counts = before == ConsentState.OPTED_OUT || before == null && explicit;
        if (!counts) {
            return false;
        }
        Set<String> ledger = ReachedOrganizations.of(delegator, answered).ledger();
        Set<String> organizations = new LinkedHashSet<>(ledger);
        organizations.addAll(ReachedOrganizations.onSender(delegator, answered));
        for (String organization : organizations) {
            List<ConsentSource> lifted = ledger.contains(organization) ? BY_TEXT : List.of(ConsentSource.CARRIER_ERROR);
            if (organization.equals(answered.organizationPartyId()) || optedOut(organization, number, lifted)) {
                ConsentLedger.record(delegator, new ConsentEntry(organization, number, ConsentState.OPTED_IN, ConsentSource.KEYWORD, evidence, said,
                        null));
            }
        }
        return true;
    }

    private boolean optedOut(String organization, String number, List<ConsentSource> how) throws GenericEntityException {
        GenericValue latest = EntityQuery.use(delegator).from("SmsConsentRecord").where("organizationPartyId", organization, "contactNumber", number)
                .orderBy("-recordedDate", "-consentRecordId").queryFirst();
        return latest != null && ConsentState.OPTED_OUT.name().equals(latest.getString("consentState"))
                && (how.contains(ConsentSource.valueOf(latest.getString("consentSource")))
                || ConsentLedger.EVERYWHERE.equals(organization));
    }
}
