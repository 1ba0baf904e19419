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

import java.time.LocalDate;
import java.util.List;

import org.smsbilling.event.MailDue;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.ReminderWording;
import org.smsbilling.planning.StepKey;

/**
 * An e-mail that is to be sent now.
 *
 * @param invoices at least one, all of one organization and customer
 * @param key what is done once for each of the invoices
 * @param emailTemplateSettingId of OFBiz, or null for the component's own template
 * @param type what it says
 */
record Letter(List<InvoiceFacts> invoices, StepKey key, String emailTemplateSettingId, MessageType type, MessageContent content) {

    /** @param today in the organization's time zone */
    static Letter of(DueReminder due, LocalDate today) {
        CollectionStep step = due.occurrence().step();
        return new Letter(List.of(due.invoice()), due.occurrence().key(), step.emailTemplateSettingId(),
                ReminderWording.of(step.messageType(), List.of(due.invoice()), today), MessageContent.ofTemplate(step.templateId(), due.lateFee()));
    }

    static Letter of(MailDue due, CollectionStep step) {
        InvoiceFacts first = due.invoices().get(0);
        return new Letter(due.invoices(), due.key(), step.emailTemplateSettingId(), step.messageType(), new MessageContent(step.templateId(),
                due.content().paymentId(), due.content().attemptId(), step.lateFee(first.attributes()), null, null));
    }

    static Letter freshLink(MailDue due) {
        return new Letter(due.invoices(), due.key(), null, MessageType.FRESH_LINK, due.content());
    }

    /** @return whether the invoice comes with it */
    boolean attached() {
        return type != MessageType.RECEIPT && type != MessageType.FRESH_LINK;
    }

    InvoiceFacts first() {
        return invoices.get(0);
    }

    List<String> invoiceIds() {
        return invoices.stream().map(InvoiceFacts::invoiceId).toList();
    }

    String customer() {
        return String.valueOf(first().customerPartyId());
    }
}
