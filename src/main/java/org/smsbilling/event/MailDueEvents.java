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
package org.smsbilling.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageReason;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.planning.StepKey;

/** E-mails of cycles at billing and for payments, and of fresh links: whether they are still true is looked at when they leave. */
final class MailDueEvents implements EventHandler {

    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final String FRESH = "FRESH";

    private final Delegator delegator;
    private final Clock clock;
    private final EventMails mails;

    MailDueEvents(Delegator delegator, Clock clock, EventMails mails) {
        this.delegator = delegator;
        this.clock = clock;
        this.mails = mails;
    }

    @Override
    public Map<String, EventOutcome> handle(List<BusinessEvent> events) throws GenericEntityException {
        Map<String, EventOutcome> outcomes = new HashMap<>();
        boolean silent = false;
        for (BusinessEvent event : events) {
            Instant now = clock.instant();
            EventOutcome outcome = silent ? EventOutcome.later(EventMails.WAITS, now.plus(AGAIN)) : handle(event, now);
            silent = outcome.again() != null;
            outcomes.put(event.id(), outcome);
        }
        return outcomes;
    }

    private EventOutcome handle(BusinessEvent event, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(event.invoiceId()), now).get(event.invoiceId());
        Optional<OrganizationSettings> settings = invoice == null ? Optional.empty()
                : OrganizationSettingsReader.read(delegator, invoice.organizationPartyId());
        if (settings.isEmpty()) {
            return EventOutcome.done(MessageReason.INVOICE_NOT_FOUND.name());
        }
        String word = event.kind() == EventKind.FRESH_LINK_DUE ? fresh(event, settings.get(), now)
                : event.paymentId() == null ? billed(event, settings.get(), invoice, now) : paid(event, settings.get(), invoice, now);
        Instant last = event.createdDate().plus(Duration.ofDays(settings.get().automation().catchUpDays()));
        return EventMails.WAITS.equals(word) && now.isBefore(last) ? EventOutcome.later(word, now.plus(AGAIN)) : EventOutcome.done(word);
    }

    private String fresh(BusinessEvent event, OrganizationSettings settings, Instant now) throws GenericEntityException {
        List<InvoiceFacts> open = InvoiceFactsReader.read(delegator, PayLinks.invoiceIds(delegator, event.referenceId()), now).values().stream()
                .filter(InvoiceFactsReader::payable).toList();
        return open.isEmpty() ? MessageReason.INVOICE_NOTHING_OUTSTANDING.name()
                : mails.send(delegator, settings, new MailDue(null, new StepKey(FRESH, event.id()), open, MessageContent.NONE), now);
    }

    private String billed(BusinessEvent event, OrganizationSettings settings, InvoiceFacts invoice, Instant now) throws GenericEntityException {
        Optional<InvoiceObstacle> obstacle = InvoiceObstacle.of(invoice);
        return obstacle.isPresent() ? MessageReason.of(obstacle.get()).name() : mails.send(delegator, settings, new MailDue(event.referenceId(),
                new StepKey(Announcements.STEP, Announcements.ONCE), List.of(invoice), MessageContent.NONE), now);
    }

    private String paid(BusinessEvent event, OrganizationSettings settings, InvoiceFacts invoice, Instant now) throws GenericEntityException {
        ReceivedMoney money = ReceivedMoney.read(delegator, List.of(event.paymentId())).get(event.paymentId());
        if (money == null || !money.received() || !money.applied().containsKey(invoice.invoiceId())) {
            return MessageReason.PAYMENT_TAKEN_BACK.name();
        }
        List<InvoiceFacts> together = InvoiceFactsReader.read(delegator, money.applied().keySet(), now).values().stream()
                .filter(one -> one.salesInvoice() && Objects.equals(one.organizationPartyId(), invoice.organizationPartyId())
                        && Objects.equals(one.customerPartyId(), invoice.customerPartyId())).toList();
        return mails.send(delegator, settings, new MailDue(event.referenceId(), new StepKey(Receipts.STEP, money.occurrence()), together,
                MessageContent.ofAttempt(null, money.paymentIds().get(0), money.attemptId())), now);
    }
}
