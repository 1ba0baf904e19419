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
package org.smsbilling.preference;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PageLanguage;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;

/** What a clerk chose for a customer or one of its contact persons. A box that is not ticked is not sent by browsers, and means no. */
final class PreferenceForm {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Map<String, ?> typed;
    private final Instant now;

    PreferenceForm(Delegator delegator, OrganizationSettings settings, Map<String, ?> typed, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.typed = typed;
        this.now = now;
    }

    /** @return key of the words in SmsBillingContactLabels for what is wrong; empty when it was stored */
    Optional<String> store(String userLoginId) throws GenericEntityException {
        String customer = text("customerPartyId");
        String party = text("partyId");
        boolean itself = customer.equals(party);
        List<Recipient> own = Recipients.ofCustomer(delegator, settings, customer, now).stream()
                .filter(recipient -> party.equals(recipient.partyId())).toList();
        String number = text("contactNumber");
        String language = text("localeString");
        RecipientRole role = RecipientRole.of(text("recipientRole"));
        if (!itself && own.isEmpty()) {
            return Optional.of("SmsBillingPreferenceNoContact");
        } else if (!number.isEmpty() && own.stream().noneMatch(recipient -> recipient.check().e164().equals(number))) {
            return Optional.of("SmsBillingPreferenceNumber");
        } else if (!language.isEmpty() && !PageLanguage.OFFERED.contains(language)) {
            return Optional.of("SmsBillingPreferenceLanguage");
        } else if (itself && role != RecipientRole.NONE || !text("recipientRole").isEmpty() && !role.name().equals(text("recipientRole"))) {
            return Optional.of("SmsBillingPreferenceRole");
        }
        Map<String, Object> row = new HashMap<>(new TopicChoice(on("invoices"), on("reminders"), on("receipts")).fields());
        row.put("organizationPartyId", settings.organizationPartyId());
        row.put("customerPartyId", customer);
        row.put("partyId", party);
        row.put("recipientRole", role == RecipientRole.NONE ? null : role.name());
        row.put("allOff", on("allOff") ? "Y" : "N");
        row.put("contactNumber", number.isEmpty() ? null : number);
        row.put("localeString", language.isEmpty() ? null : language);
        row.put("changedDate", Timestamp.from(now));
        row.put("changedByUserLogin", userLoginId);
        delegator.createOrStore(delegator.makeValue("SmsPreference", row));
        return Optional.empty();
    }

    private boolean on(String field) {
        return "Y".equals(typed.get(field));
    }

    private String text(String field) {
        return Preference.text(typed, field);
    }
}
