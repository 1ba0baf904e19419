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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.message.MaskedBody;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.recipient.Recipient;
import org.smsbilling.recipient.Recipients;
import org.smsbilling.transaction.OwnTransaction;

/** Pay links of e-mails. */
final class LetterLinks {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    LetterLinks(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /** In a transaction of its own. @return none for what asks for no payment, or when customers cannot pay on the pay pages */
    PreparedLink prepare(Letter letter) throws GenericEntityException {
        if (!letter.type().asksForPayment() || !settings.takesPayments()) {
            return PreparedLink.NONE;
        }
        List<Recipient> numbers = Recipients.ofCustomer(delegator, settings, letter.customer(), now);
        String number = numbers.stream().filter(Recipient::usable).map(one -> one.check().e164()).findFirst().orElse(null);
        return OwnTransaction.call(() -> PayLinks.ofEmail(delegator, settings, letter.first().customerPartyId(), number, letter.invoiceIds(), now));
    }

    /** The e-mail has left, or has not, in the caller's transaction. */
    void ended(PreparedLink link, boolean sent) throws GenericEntityException {
        if (link.linkId() != null && sent) {
            PayLinks.activate(delegator, List.of(link.linkId()), now);
        } else if (link.linkId() != null) {
            PayLinks.discard(delegator, List.of(link.linkId()), now);
        }
    }

    /** Takes the link out of OFBiz's copies of the e-mail. */
    void mask(PreparedLink link, List<GenericValue> copies) throws GenericEntityException {
        for (GenericValue copy : copies) {
            if (link.linkId() != null && copy.getString("content") != null && copy.getString("content").contains(link.url())) {
                copy.set("content", MaskedBody.of(copy.getString("content"), link.url()));
                copy.store();
            }
        }
    }
}
