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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.preference.Preferences;
import org.smsbilling.recipient.NoText;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;
import org.smsbilling.zone.ContactZones;

/**
 * The number that a text goes to: one of the customer's, or one that was typed in.
 *
 * @param e164 empty when there is none
 * @param partyId whose it is; the customer when it was typed in
 * @param why it must not be texted although it could be, or null
 * @param problem why it cannot be used, in the user's language; empty when it can
 */
record SelectedNumber(String e164, String partyId, NoText why, String problem) {

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
            return new SelectedNumber("", customer, null, problem(check, null, settings, labels));
        }
        String party = recipients.stream().filter(recipient -> recipient.check().e164().equals(check.e164())).map(Recipient::partyId).findFirst()
                .orElse(customer);
        NoText why = Recipients.forbids(delegator, settings, check.e164(), party, customer);
        return new SelectedNumber(check.e164(), party, why, problem(check, why, settings, labels));
    }

    /** @param why it must not be texted, or null. @return why a number cannot be used, in the user's language; empty when it can */
    static String problem(PhoneCheck check, NoText why, OrganizationSettings settings, MessageLabels labels) {
        if (!check.ok()) {
            return labels.organizationText(check.reason().labelKey(), Map.of());
        }
        return why == null ? "" : switch (why) {
        case OPTED_OUT -> labels.text("SmsBillingNumberOptedOut", Map.of("organization", settings.organizationName()));
        case UNUSABLE -> labels.text("SmsBillingNumberUnusable");
        default -> labels.text("SmsBillingNumber_" + why, Map.of("organization", settings.organizationName()));
        };
    }

    /** @return the hours in which it may be texted */
    SendWindow window(Delegator delegator, OrganizationSettings settings, Instant now) throws GenericEntityException {
        return SendWindow.of(settings.sendingHours(), ContactZones.read(delegator, Collections.singletonList(partyId), now).of(partyId, e164),
                settings.zoneId(), now);
    }

    /** @return the recipient's language, else the organization's */
    Locale locale(Delegator delegator, InvoiceSending sending) throws GenericEntityException {
        OrganizationSettings settings = sending.settings();
        String customer = String.valueOf(sending.invoice().customerPartyId());
        return Preferences.read(delegator, settings.organizationPartyId(), List.of(customer), List.of(e164))
                .locale(customer, e164, List.of(String.valueOf(partyId)), settings.locale());
    }

    @Override
    public String toString() {
        return "SelectedNumber[" + partyId + "]";
    }
}
