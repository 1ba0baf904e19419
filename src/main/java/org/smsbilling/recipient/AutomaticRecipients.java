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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;

/** Who gets the texts that the component sends by itself. */
public final class AutomaticRecipients {

    private AutomaticRecipients() { }

    /** @param invoices of the organization. @return who, by invoice id */
    public static Map<String, Addressees> of(Delegator delegator, OrganizationSettings settings, Collection<InvoiceFacts> invoices,
            MessageTopic topic, Instant now) throws GenericEntityException {
        Map<String, Addressees> addressees = new HashMap<>();
        for (InvoiceFacts invoice : invoices) {
            addressees.put(invoice.invoiceId(), of(Recipients.of(delegator, settings, invoice, now), invoice, settings));
        }
        return addressees;
    }

    private static Addressees of(List<Recipient> recipients, InvoiceFacts invoice, OrganizationSettings settings) {
        Optional<Recipient> best = recipients.stream().filter(Recipient::usable).findFirst();
        if (best.isPresent()) {
            String number = best.get().check().e164();
            return new Addressees(List.of(new Addressee(best.get().partyId(), number, settings.locale(), PhoneNumbers.zones(number))), Map.of());
        }
        NoText why = recipients.stream().filter(recipient -> recipient.check().ok() && recipient.consent() != null).findFirst()
                .map(recipient -> recipient.consent() == ConsentState.OPTED_OUT ? NoText.OPTED_OUT : NoText.UNUSABLE).orElse(NoText.NO_NUMBER);
        return new Addressees(List.of(), Map.of(String.valueOf(invoice.customerPartyId()), why));
    }
}
