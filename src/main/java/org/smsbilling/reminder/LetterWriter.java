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
package org.smsbilling.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.message.MailSettings;
import org.smsbilling.message.MessageFacts;
import org.smsbilling.message.MessageMail;
import org.smsbilling.message.MessageTemplates;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.PaymentAmount;
import org.smsbilling.message.PaymentAmounts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.Preferences;
import org.smsbilling.recipient.EmailAddresses;
import org.smsbilling.recipient.PartyNames;

/**
 * Writes e-mails, each in the language of its customer.
 *
 * @param addresses of customers
 * @param from the organization's own address, else OFBiz's
 */
record LetterWriter(Delegator delegator, OrganizationSettings settings, Instant now, MessageTemplates templates, Map<String, String> names,
        Map<String, String> addresses, Preferences preferences, String from) {

    /** A fixed number of queries, whatever the number of e-mails. */
    static LetterWriter read(Delegator delegator, OrganizationSettings settings, List<Letter> letters, Instant now) throws GenericEntityException {
        String organization = settings.organizationPartyId();
        Set<String> customers = letters.stream().map(Letter::customer).collect(Collectors.toSet());
        return new LetterWriter(delegator, settings, now, MessageTemplates.read(delegator, List.of(organization)),
                PartyNames.read(delegator, customers), EmailAddresses.read(delegator, customers, now),
                Preferences.read(delegator, organization, customers, List.of()),
                EmailAddresses.read(delegator, List.of(organization), now).getOrDefault(organization, MailSettings.from(delegator)));
    }

    /** @return null when the customer has none */
    String address(Letter letter) {
        return addresses.get(letter.customer());
    }

    /** @param link pay link, or the empty string */
    ReminderEmail write(Letter letter, String link) throws GenericEntityException {
        Locale locale = locale(letter.customer());
        if (letter.emailTemplateSettingId() != null) {
            return ReminderEmail.bySetting(locale, letter.first(), letter.emailTemplateSettingId(), address(letter));
        }
        PaymentAmount received = letter.type() == MessageType.RECEIPT
                ? PaymentAmounts.received(delegator, letter.content(), letter.invoiceIds(), letter.first().currencyUomId()) : null;
        MessageFacts facts = new MessageFacts(settings, letter.invoices(), locale, names.getOrDefault(letter.customer(), ""), received,
                letter.content(), link, now);
        return ReminderEmail.byTemplate(locale, letter.first(), MessageMail.of(letter.type(), facts, templates), address(letter), from,
                letter.attached());
    }

    private Locale locale(String customer) {
        String chosen = preferences.of(customer, customer).localeString();
        return chosen.isEmpty() ? settings.locale() : Locale.forLanguageTag(chosen.replace('_', '-'));
    }
}
