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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.SmsBilling;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneBook;
import org.smsbilling.phone.PhoneCheck;

/**
 * The numbers of customers with what the phone book and the consent ledger say of them.
 *
 * @param byInvoice each number once, the best first
 * @param numbers E.164, of all
 */
record Candidates(Map<String, List<Candidate>> byInvoice, Set<String> numbers) {

    /** @param customersByInvoice customer or null by invoice id. A fixed number of queries for as many invoices as one condition takes. */
    static Candidates read(Delegator delegator, OrganizationSettings settings, Map<String, String> customersByInvoice, Instant now)
            throws GenericEntityException {
        PhoneBook phones = SmsBilling.phoneBook(delegator);
        Map<String, List<CustomerNumber>> customerNumbers = new CustomerNumbers(delegator, now).of(customersByInvoice);
        Map<CustomerNumber, PhoneCheck> checks = new HashMap<>();
        customerNumbers.values().forEach(numbers -> numbers.forEach(number -> checks.computeIfAbsent(number, one ->
                phones.check(one.countryCode(), one.areaCode(), one.contactNumber(), settings.defaultCountry()))));
        Set<String> e164 = new HashSet<>();
        checks.values().stream().filter(PhoneCheck::ok).forEach(check -> e164.add(check.e164()));
        Map<String, ConsentState> consents = ConsentLedger.current(delegator, settings.organizationPartyId(), e164);
        Map<String, List<Candidate>> byInvoice = new HashMap<>();
        customerNumbers.forEach((invoiceId, numbers) -> {
            Map<String, Candidate> each = new LinkedHashMap<>();
            for (CustomerNumber number : numbers) {
                PhoneCheck check = checks.get(number);
                Candidate candidate = new Candidate(number, check, consents.get(check.e164()));
                each.putIfAbsent(candidate.key(), candidate);
            }
            byInvoice.put(invoiceId, new ArrayList<>(each.values()));
        });
        return new Candidates(byInvoice, e164);
    }
}
