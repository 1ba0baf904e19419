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

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;

/**
 * The number that a text goes to: one of the customer's, or one that was typed in.
 *
 * @param e164 empty when there is none
 * @param partyId whose it is; the customer when it was typed in
 * @param problem why it cannot be used, in the user's language; empty when it can
 */
record SelectedNumber(String e164, String partyId, String problem) {

    static SelectedNumber of(Delegator delegator, InvoiceSending sending, String typed, String countryCode, MessageLabels labels, Instant now)
            throws GenericEntityException {
        return of(delegator, sending, Recipients.of(delegator, sending.settings(), sending.invoice(), now), typed, countryCode, labels);
    }

    static SelectedNumber of(Delegator delegator, InvoiceSending sending, List<Recipient> recipients, String typed, String countryCode,
            MessageLabels labels) throws GenericEntityException {
        OrganizationSettings settings = sending.settings();
        PhoneCheck check = PhoneNumbers.check(typed, countryCode == null || countryCode.isBlank() ? settings.defaultCountry() : countryCode);
        String customer = sending.invoice().customerPartyId();
        if (!check.ok()) {
            return new SelectedNumber("", customer, problem(check, null, settings, labels));
        }
        ConsentState consent = ConsentLedger.current(delegator, settings.organizationPartyId(), List.of(check.e164())).get(check.e164());
        String party = recipients.stream().filter(recipient -> recipient.check().e164().equals(check.e164())).map(Recipient::partyId).findFirst()
                .orElse(customer);
        return new SelectedNumber(check.e164(), party, problem(check, consent, settings, labels));
    }

    /** @return why a number cannot be used, in the user's language; empty when it can */
    static String problem(PhoneCheck check, ConsentState consent, OrganizationSettings settings, MessageLabels labels) {
        if (!check.ok()) {
            return labels.organizationText(check.reason().labelKey(), Map.of());
        } else if (consent == ConsentState.OPTED_OUT) {
            return labels.text("SmsBillingNumberOptedOut", Map.of("organization", settings.organizationName()));
        }
        return consent == null || consent.mayBeTexted() ? "" : labels.text("SmsBillingNumberUnusable");
    }

    @Override
    public String toString() {
        return "SelectedNumber[" + partyId + "]";
    }
}
