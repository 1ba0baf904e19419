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
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.FreshLinkQueue;

/** Fresh links that customers ask for on the page of an expired one: sent to the number on file only, at most three a day. */
public final class FreshLinks {

    private static final int A_DAY = 3;

    private FreshLinks() { }

    /** What became of a request. */
    public enum Outcome {
        /** The text is on its way, or waits for the recipient's morning. */
        QUEUED,
        /** Three were asked for today. */
        LIMIT_REACHED,
        /** No such link, not expired, its number wants no texts, or the organization cannot send now. */
        NOT_POSSIBLE
    }

    /** @return whether a fresh link could be texted: not for a link of an e-mail to somebody without a mobile number, for instance */
    static boolean possible(Delegator delegator, LinkSnapshot link) throws GenericEntityException {
        String number = link.link().getString("contactNumber");
        return !link.due().invoices().isEmpty() && link.settings().connected() && number != null
                && ConsentLedger.mayBeTexted(delegator, link.settings().organizationPartyId(), number);
    }

    static Outcome request(Delegator delegator, String token, Instant now) throws GenericEntityException {
        Optional<LinkSnapshot> found = LinkSnapshot.find(delegator, token, now).filter(link -> link.state() == LinkState.EXPIRED);
        if (found.isEmpty()) {
            return Outcome.NOT_POSSIBLE;
        }
        LinkSnapshot link = found.get();
        LocalDate today = now.atZone(link.settings().zoneId()).toLocalDate();
        if (!possible(delegator, link)) {
            return Outcome.NOT_POSSIBLE;
        }
        List<String> invoiceIds = link.due().invoices().stream().map(InvoiceFacts::invoiceId).toList();
        String number = link.link().getString("contactNumber");
        int earlier = (int) EntityQuery.use(delegator).from("SmsFreshLinkRequest").where("linkId", link.linkId(), "requestDay", today.toString())
                .queryCount();
        if (earlier >= A_DAY) {
            return Outcome.LIMIT_REACHED;
        }
        String messageId = FreshLinkQueue.queue(delegator, link.settings(), link.linkId(), today, earlier + 1,
                link.link().getString("customerPartyId"), number, invoiceIds, now);
        delegator.create("SmsFreshLinkRequest", "linkId", link.linkId(), "requestDay", today.toString(), "requestNumber", (long) earlier + 1,
                "requestDate", Timestamp.from(now), "messageId", messageId);
        for (String invoiceId : invoiceIds) {
            AuditTrail.add(delegator, now, link.settings().organizationPartyId(), invoiceId, AuditKind.FRESH_LINK_REQUESTED, null, messageId,
                    link.linkId(), null, null);
        }
        return Outcome.QUEUED;
    }
}
