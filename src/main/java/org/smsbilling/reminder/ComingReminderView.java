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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ReminderWording;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneNumbers;

/** What pages and files show of reminders to come. */
final class ComingReminderView {

    private final OrganizationSettings settings;
    private final ReminderWords words;
    private final Map<String, String> names;

    /** @param names of parties by id */
    ComingReminderView(OrganizationSettings settings, ReminderWords words, Map<String, String> names) {
        this.settings = settings;
        this.words = words;
        this.names = names;
    }

    /** @return parties whose names the view needs */
    static Set<String> parties(List<ComingReminder> reminders) {
        Set<String> parties = reminders.stream().map(one -> String.valueOf(one.invoices().get(0).customerPartyId())).collect(Collectors.toSet());
        reminders.stream().filter(one -> one.text() != null).forEach(one -> parties.add(one.text().recipientPartyId()));
        return parties;
    }

    Map<String, Object> line(ComingReminder reminder) {
        InvoiceFacts first = reminder.invoices().get(0);
        Map<String, Object> line = new HashMap<>();
        line.put("moment", String.valueOf(reminder.moment().toEpochMilli()));
        line.put("day", reminder.moment().atZone(settings.zoneId()).toLocalDate().toString());
        line.put("dayText", words.day(reminder.moment().atZone(settings.zoneId()).toLocalDate()));
        line.put("timeText", words.time(reminder.moment(), settings.zoneId()));
        line.put("invoices", reminder.invoices().stream().map(InvoiceFacts::invoiceId).collect(Collectors.joining(", ")));
        line.put("invoiceIds", reminder.invoices().stream().map(InvoiceFacts::invoiceId).collect(Collectors.toList()));
        line.put("customer", name(first.customerPartyId()));
        line.put("outstanding", MoneyText.format(reminder.invoices().stream().map(InvoiceFacts::outstanding).reduce(java.math.BigDecimal::add)
                .orElseThrow(), first.currencyUomId(), words.locale()));
        line.put("stepText", new CycleView(words).when(reminder.step()));
        line.put("communicationText", words.of(reminder.step().communication().labelKey()));
        line.put("typeText", words.of("SmsBillingReminderType_" + wording(reminder)));
        boolean texted = reminder.text() != null && reminder.text().addressee() != null;
        line.put("recipient", recipient(reminder));
        line.put("recipientName", texted ? name(reminder.text().recipientPartyId()) : "");
        line.put("recipientAddress", texted ? PhoneNumbers.display(reminder.text().addressee().contactNumber())
                : reminder.emailAddress() == null ? "" : reminder.emailAddress());
        line.put("leavesText", reminder.text() == null || reminder.text().leaves() == null ? ""
                : words.time(reminder.text().leaves(), settings.zoneId()));
        line.put("later", reminder.text() != null && reminder.text().leaves() != null && reminder.text().leaves().isAfter(reminder.moment()));
        line.put("waits", reminder.text() == null || reminder.text().waits() == null ? "" : words.of(reminder.text().waits()));
        line.put("why", why(reminder));
        line.put("kind", !why(reminder).isEmpty() ? "NOBODY" : reminder.step().communication().name());
        return line;
    }

    private MessageType wording(ComingReminder reminder) {
        Instant leaves = reminder.text() == null || reminder.text().leaves() == null ? reminder.moment() : reminder.text().leaves();
        return ReminderWording.of(reminder.step().messageType(), reminder.invoices(), leaves.atZone(settings.zoneId()).toLocalDate());
    }

    private String recipient(ComingReminder reminder) {
        if (reminder.text() != null && reminder.text().addressee() != null) {
            return name(reminder.text().recipientPartyId()) + ", " + PhoneNumbers.display(reminder.text().addressee().contactNumber());
        }
        return reminder.emailAddress() == null ? "" : reminder.emailAddress();
    }

    private String why(ComingReminder reminder) {
        if (reminder.obstacle() != null) {
            return words.of(reminder.obstacle().labelKey());
        } else if (reminder.text() == null) {
            return reminder.emailAddress().isEmpty() ? words.of(EmailOutcome.EMAIL_NO_ADDRESS.labelKey()) : "";
        }
        return reminder.text().why() == null ? "" : words.of("SmsBillingNobody_" + reminder.text().why());
    }

    private String name(String partyId) {
        return partyId == null ? "" : names.getOrDefault(partyId, partyId);
    }
}
