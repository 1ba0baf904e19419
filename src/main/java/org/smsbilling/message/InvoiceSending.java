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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.organization.NotReady;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/**
 * An invoice, the organization it belongs to, and whether the one may be sent by the other.
 *
 * @param settings null when nobody ever set up the organization
 */
record InvoiceSending(InvoiceFacts invoice, OrganizationSettings settings) {

    /** @return empty when there is no such invoice */
    static Optional<InvoiceSending> read(Delegator delegator, String invoiceId, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        return invoice == null ? Optional.empty()
                : Optional.of(new InvoiceSending(invoice, OrganizationSettingsReader.read(delegator, organization(invoice)).orElse(null)));
    }

    /** @return ours: who is owed, or for purchase invoices who owes */
    String organizationPartyId() {
        return organization(invoice);
    }

    /** @return why it cannot be sent, in the user's language */
    Optional<String> whyNot(MessageLabels labels) {
        Optional<InvoiceObstacle> obstacle = InvoiceObstacle.of(invoice);
        Optional<NotReady> notReady = settings == null ? Optional.of(NotReady.NOT_CONNECTED) : settings.notReady();
        if (notReady.isPresent() && obstacle.filter(one -> one == InvoiceObstacle.NOT_SALES).isEmpty()) {
            return notReady.map(one -> labels.organizationText(one.labelKey(), Map.of("organizationPartyId", organizationPartyId(),
                    "reason", settings == null ? "" : settings.stoppedReason())));
        }
        return obstacle.map(one -> labels.text("SmsBillingWhyNot_" + one));
    }

    private static String organization(InvoiceFacts invoice) {
        return String.valueOf(invoice.salesInvoice() ? invoice.organizationPartyId() : invoice.customerPartyId());
    }
}
