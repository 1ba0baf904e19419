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
package org.smsbilling.paylink;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.event.EventKind;
import org.smsbilling.event.SmsEvents;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.FreshLinkQueue;
import org.smsbilling.message.MailSettings;
import org.smsbilling.message.MessageChannel;
import org.smsbilling.recipient.EmailAddresses;

/**
 * Fresh links that customers ask for on the page of an expired one, at most three a day: texted to the number on file only, and to who cannot be
 * texted mailed to the address on file only.
 */
public final class FreshLinks {

    private static final int A_DAY = 3;

    private FreshLinks() { }

    /** What became of a request. */
    public enum Outcome {
        /** The text is on its way, or waits for the recipient's morning. */
        QUEUED,
        /** The e-mail is on its way. */
        QUEUED_EMAIL,
        /** Three were asked for today. */
        LIMIT_REACHED,
        /** No such link, not expired, or neither a text nor an e-mail can be sent now. */
        NOT_POSSIBLE
    }

    /** @return how a fresh link could be sent, empty when it cannot be sent at all */
    static Optional<MessageChannel> channel(Delegator delegator, LinkSnapshot link, Instant now) throws GenericEntityException {
        if (link.due().invoices().isEmpty()) {
            return Optional.empty();
        }
        String number = link.link().getString("contactNumber");
        if (number != null && link.settings().connected()
                && ConsentLedger.mayBeTexted(delegator, link.settings().organizationPartyId(), number)) {
            return Optional.of(MessageChannel.SMS);
        }
        String customer = link.link().getString("customerPartyId");
        boolean mailed = customer != null && link.settings().takesPayments() && MailSettings.on(delegator)
                && EmailAddresses.read(delegator, List.of(customer), now).containsKey(customer);
        return mailed ? Optional.of(MessageChannel.EMAIL) : Optional.empty();
    }

    static Outcome request(Delegator delegator, String token, Instant now) throws GenericEntityException {
        Optional<LinkSnapshot> found = LinkSnapshot.find(delegator, token, now).filter(link -> link.state() == LinkState.EXPIRED);
        if (found.isEmpty()) {
            return Outcome.NOT_POSSIBLE;
        }
        LinkSnapshot link = found.get();
        LocalDate today = now.atZone(link.settings().zoneId()).toLocalDate();
        Optional<MessageChannel> channel = channel(delegator, link, now);
        if (channel.isEmpty()) {
            return Outcome.NOT_POSSIBLE;
        }
        List<String> invoiceIds = link.due().invoices().stream().map(InvoiceFacts::invoiceId).toList();
        int earlier = (int) EntityQuery.use(delegator).from("SmsFreshLinkRequest").where("linkId", link.linkId(), "requestDay", today.toString())
                .queryCount();
        if (earlier >= A_DAY) {
            return Outcome.LIMIT_REACHED;
        }
        String messageId = null;
        if (channel.get() == MessageChannel.SMS) {
            messageId = FreshLinkQueue.queue(delegator, link.settings(), link.linkId(), today, earlier + 1,
                    link.link().getString("customerPartyId"), link.link().getString("contactNumber"), invoiceIds, now);
        } else {
            SmsEvents.record(delegator, EventKind.FRESH_LINK_DUE, link.settings().organizationPartyId(), invoiceIds.get(0), null, link.linkId(), now);
        }
        delegator.create("SmsFreshLinkRequest", "linkId", link.linkId(), "requestDay", today.toString(), "requestNumber", (long) earlier + 1,
                "requestDate", Timestamp.from(now), "messageId", messageId);
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, link.settings().organizationPartyId(), invoiceId, AuditKind.FRESH_LINK_REQUESTED, null, messageId,
                    link.linkId(), null, null);
        }
        return channel.get() == MessageChannel.SMS ? Outcome.QUEUED : Outcome.QUEUED_EMAIL;
    }
}
