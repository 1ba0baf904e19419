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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;

/** Who an invoice can be sent to. */
public final class Recipients {

    private Recipients() { }

    /** @return each number once, the best first, usable or not; a fixed number of queries */
    public static List<Recipient> of(Delegator delegator, OrganizationSettings settings, InvoiceFacts invoice, Instant now)
            throws GenericEntityException {
        List<Candidate> candidates = Candidates.read(delegator, settings, List.of(invoice), now).byInvoice().get(invoice.invoiceId());
        Map<String, String> names = PartyNames.read(delegator, candidates.stream().map(Candidate::partyId).collect(Collectors.toSet()));
        List<Recipient> recipients = new ArrayList<>();
        for (Candidate candidate : candidates) {
            recipients.add(new Recipient(candidate.check(), candidate.number().typed(), names.get(candidate.partyId()), candidate.number().purpose(),
                    candidate.partyId(), candidate.consent()));
        }
        return recipients;
    }
}
