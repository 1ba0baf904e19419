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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.PilotMembers;
import org.smsbilling.preference.Preferences;
import org.smsbilling.zone.ContactZones;

/** Who gets the texts that the component sends by itself. A fixed number of queries for each 1,000 invoices. */
public final class AutomaticRecipients {

    private static final int CHUNK = 1_000;

    private AutomaticRecipients() { }

    /** @param invoices of the organization. @return who, by invoice id */
    public static Map<String, Addressees> of(Delegator delegator, OrganizationSettings settings, Collection<InvoiceFacts> invoices,
            MessageTopic topic, Instant now) throws GenericEntityException {
        PilotMembers pilot = PilotMembers.read(delegator, settings);
        List<InvoiceFacts> all = new ArrayList<>(invoices);
        Map<String, Addressees> addressees = new HashMap<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<InvoiceFacts> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            Map<String, String> customersByInvoice = new LinkedHashMap<>();
            some.forEach(invoice -> customersByInvoice.put(invoice.invoiceId(), invoice.customerPartyId()));
            Candidates candidates = Candidates.read(delegator, settings, customersByInvoice, now);
            Set<String> customers = some.stream().map(InvoiceFacts::customerPartyId).filter(Objects::nonNull).collect(Collectors.toSet());
            RecipientChoice choice = new RecipientChoice(settings, topic,
                    Preferences.read(delegator, settings.organizationPartyId(), customers, candidates.numbers()), pilot);
            Map<String, RecipientChoice.Result> chosen = new LinkedHashMap<>();
            for (InvoiceFacts invoice : some) {
                chosen.put(invoice.invoiceId(), choice.choose(invoice.customerPartyId(), candidates.byInvoice().get(invoice.invoiceId())));
            }
            ContactZones zones = ContactZones.read(delegator, chosen.values().stream().flatMap(result -> result.texts().stream())
                    .map(RecipientChoice.Chosen::partyId).collect(Collectors.toSet()), now);
            chosen.forEach((invoiceId, result) -> addressees.put(invoiceId, addressees(zones, result)));
        }
        return addressees;
    }

    private static Addressees addressees(ContactZones zones, RecipientChoice.Result chosen) {
        return new Addressees(chosen.texts().stream().map(one -> new Addressee(one.partyId(), one.contactNumber(), one.locale(),
                zones.of(one.partyId(), one.contactNumber()))).collect(Collectors.toList()), chosen.without());
    }
}
