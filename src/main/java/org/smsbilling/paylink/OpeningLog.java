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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.invoice.InvoiceFacts;

/** Every opening of a link: when, what was shown, from which network, by a person or by a messaging app. */
final class OpeningLog {

    private static final int AGENT_LENGTH = 255;

    private OpeningLog() { }

    /** The first opening by a person is in the history of the link's invoices as well. */
    static void add(Delegator delegator, LinkSnapshot link, PageRequest request, Instant now) throws GenericEntityException {
        if (!request.preview() && firstByPerson(delegator, link.linkId())) {
            for (InvoiceFacts invoice : link.invoices()) {
                AuditTrail.add(delegator, now, link.settings().organizationPartyId(), invoice.invoiceId(), AuditKind.LINK_OPENED, null,
                        link.link().getString("messageId"), link.linkId(), null, link.state().name());
            }
        }
        delegator.create("SmsPayLinkOpening", "openingId", delegator.getNextSeqId("SmsPayLinkOpening"), "linkId", link.linkId(),
                "openedDate", Timestamp.from(now), "outcome", link.state().name(), "shortAddress", request.network(),
                "userAgent", request.userAgent().substring(0, Math.min(AGENT_LENGTH, request.userAgent().length())),
                "linkPreview", request.preview() ? "Y" : "N");
    }

    private static boolean firstByPerson(Delegator delegator, String linkId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsPayLinkOpening").where("linkId", linkId, "linkPreview", "N").maxRows(1).queryFirst() == null;
    }
}
