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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;

/** Who an invoice can be sent to. */
public final class Recipients {

    private Recipients() { }

    /** @return each number once, the best first, usable or not; a fixed number of queries */
    public static List<Recipient> of(Delegator delegator, OrganizationSettings settings, InvoiceFacts invoice, Instant now)
            throws GenericEntityException {
        List<CustomerNumber> numbers = new CustomerNumbers(delegator, now).of(invoice.invoiceId(), invoice.customerPartyId());
        Map<String, String> names = PartyNames.read(delegator, numbers.stream().map(CustomerNumber::partyId).collect(Collectors.toSet()));
        Map<CustomerNumber, PhoneCheck> checks = new HashMap<>();
        numbers.forEach(number -> checks.computeIfAbsent(number, one -> PhoneNumbers.check(one.countryCode(), one.areaCode(), one.contactNumber(),
                settings.defaultCountry())));
        Map<String, ConsentState> consents = ConsentLedger.current(delegator, settings.organizationPartyId(),
                checks.values().stream().filter(PhoneCheck::ok).map(PhoneCheck::e164).collect(Collectors.toSet()));
        Set<String> seen = new HashSet<>();
        List<Recipient> recipients = new ArrayList<>();
        for (CustomerNumber number : numbers) {
            PhoneCheck check = checks.get(number);
            if (seen.add(check.ok() ? check.e164() : number.typed())) {
                recipients.add(new Recipient(check, number.typed(), names.get(number.partyId()), number.purpose(), number.partyId(),
                        consents.get(check.e164())));
            }
        }
        return recipients;
    }
}
