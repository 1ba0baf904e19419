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
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.AutomationRules;
import org.smsbilling.organization.OrganizationSettings;

/** Goes by the organization's settings alone. */
public final class StepsBySettings implements EventSteps {

    @Override
    public Map<String, EventStep> billed(Delegator delegator, OrganizationSettings settings, String statusId, Collection<InvoiceFacts> invoices) {
        return statusId.equals(settings.automation().invoiceTrigger()) ? all(invoices, MessageType.NEW_INVOICE) : Map.of();
    }

    @Override
    public Map<String, EventStep> paid(Delegator delegator, OrganizationSettings settings, boolean online, Collection<InvoiceFacts> invoices) {
        AutomationRules rules = settings.automation();
        boolean wanted = online ? rules.receiptOnline() : "AUTOMATIC".equals(rules.receiptManual());
        return wanted ? all(invoices, MessageType.RECEIPT) : Map.of();
    }

    private static Map<String, EventStep> all(Collection<InvoiceFacts> invoices, MessageType type) {
        return invoices.stream().collect(Collectors.toMap(InvoiceFacts::invoiceId, invoice -> EventStep.of(type)));
    }
}
