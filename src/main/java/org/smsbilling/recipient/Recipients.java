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
package org.smsbilling.recipient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.PilotMembers;
import org.smsbilling.preference.Preferences;

/** Who an invoice can be sent to. */
public final class Recipients {

    private Recipients() { }

    /** @return each number once, the best first, usable or not; a fixed number of queries */
    public static List<Recipient> of(Delegator delegator, OrganizationSettings settings, InvoiceFacts invoice, Instant now)
            throws GenericEntityException {
        return of(delegator, settings, invoice.invoiceId(), invoice.customerPartyId(), now);
    }

    /** @return the numbers of a customer and its contact persons, each once, the best first */
    public static List<Recipient> ofCustomer(Delegator delegator, OrganizationSettings settings, String customerPartyId, Instant now)
            throws GenericEntityException {
        return of(delegator, settings, "", customerPartyId, now);
    }

    private static List<Recipient> of(Delegator delegator, OrganizationSettings settings, String invoiceId, String customerPartyId, Instant now)
            throws GenericEntityException {
        Candidates read = Candidates.read(delegator, settings, Collections.singletonMap(invoiceId, customerPartyId), now);
        List<Candidate> candidates = read.byInvoice().get(invoiceId);
        NumberRules rules = rules(delegator, settings, customerPartyId, read.numbers());
        Map<String, String> names = PartyNames.read(delegator, candidates.stream().map(Candidate::partyId).collect(Collectors.toSet()));
        List<Recipient> recipients = new ArrayList<>();
        for (Candidate candidate : candidates) {
            recipients.add(new Recipient(candidate.check(), candidate.number().typed(), names.get(candidate.partyId()), candidate.number().purpose(),
                    candidate.partyId(), candidate.consent(), candidate.check().ok() ? rules.forbids(candidate.check().e164(), candidate.consent(),
                            candidate.partyId(), customerPartyId) : null));
        }
        return recipients;
    }

    /**
     * What is against texting a number that somebody typed.
     *
     * @param partyId whose it is
     * @return null when nothing is
     */
    public static NoText forbids(Delegator delegator, OrganizationSettings settings, String e164, String partyId, String customerPartyId)
            throws GenericEntityException {
        ConsentState consent = ConsentLedger.current(delegator, settings.organizationPartyId(), List.of(e164)).get(e164);
        return rules(delegator, settings, customerPartyId, List.of(e164)).forbids(e164, consent, partyId, customerPartyId);
    }

    private static NumberRules rules(Delegator delegator, OrganizationSettings settings, String customerPartyId, Collection<String> numbers)
            throws GenericEntityException {
        return new NumberRules(settings, Preferences.read(delegator, settings.organizationPartyId(),
                customerPartyId == null ? List.of() : List.of(customerPartyId), numbers), PilotMembers.read(delegator, settings));
    }
}
