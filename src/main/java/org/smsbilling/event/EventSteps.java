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

import java.util.Collection;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;

/** What an organization wants to be said when something happens to an invoice. */
public interface EventSteps {

    /**
     * A status was reached.
     *
     * @param statusId for example INVOICE_READY
     * @param invoices of the organization that can be paid
     * @return step by invoice id; nothing is said about an invoice that is missing
     */
    Map<String, EventStep> billed(Delegator delegator, OrganizationSettings settings, String statusId, Collection<InvoiceFacts> invoices)
            throws GenericEntityException;

    /**
     * A payment was received and applied.
     *
     * @param online whether the customer paid through a pay link; otherwise somebody recorded it
     * @param invoices of the organization that it was applied to
     * @return step by invoice id; nothing is said about an invoice that is missing
     */
    Map<String, EventStep> paid(Delegator delegator, OrganizationSettings settings, boolean online, Collection<InvoiceFacts> invoices)
            throws GenericEntityException;
}
