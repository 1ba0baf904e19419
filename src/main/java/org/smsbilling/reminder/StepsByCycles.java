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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.event.EventStep;
import org.smsbilling.event.EventSteps;
import org.smsbilling.event.StepsBySettings;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;

/**
 * Goes by the cycle that an invoice is in where that says something about the event: a step at BILLING, or at PAYMENT. Otherwise the organization's
 * settings count. The settings also say which status is the billing (READY where they name none), and whether payments that somebody recorded are
 * thanked for by text; e-mails thank for all payments, so that they go on while texts are disconnected.
 */
public final class StepsByCycles implements EventSteps {

    private static final String USUAL_TRIGGER = "INVOICE_READY";

    private final EventSteps settingsAlone = new StepsBySettings();
    private final Clock clock;

    public StepsByCycles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Map<String, EventStep> billed(Delegator delegator, OrganizationSettings settings, String statusId, Collection<InvoiceFacts> invoices)
            throws GenericEntityException {
        String trigger = settings.automation().invoiceTrigger();
        boolean billing = statusId.equals("NONE".equals(trigger) ? USUAL_TRIGGER : trigger);
        Steps steps = steps(delegator, settings, StepAnchor.BILLING, invoices);
        Map<String, EventStep> wanted = new HashMap<>(settingsAlone.billed(delegator, settings, statusId, steps.silent()));
        if (billing) {
            wanted.putAll(steps.wanted());
        }
        return wanted;
    }

    @Override
    public Map<String, EventStep> paid(Delegator delegator, OrganizationSettings settings, boolean online, Collection<InvoiceFacts> invoices)
            throws GenericEntityException {
        Steps steps = steps(delegator, settings, StepAnchor.PAYMENT, invoices);
        Map<String, EventStep> wanted = new HashMap<>(settingsAlone.paid(delegator, settings, online, steps.silent()));
        boolean texted = online || "AUTOMATIC".equals(settings.automation().receiptManual());
        steps.wanted().entrySet().stream().filter(step -> texted || step.getValue().byMail())
                .forEach(step -> wanted.put(step.getKey(), step.getValue()));
        return wanted;
    }

    /** @param silent invoices whose cycle says nothing about the event */
    private record Steps(Map<String, EventStep> wanted, List<InvoiceFacts> silent) { }

    private Steps steps(Delegator delegator, OrganizationSettings settings, StepAnchor anchor, Collection<InvoiceFacts> invoices)
            throws GenericEntityException {
        CollectionCycles cycles = CollectionCyclesReader.read(delegator, settings.organizationPartyId());
        Instant now = clock.instant();
        Map<String, InvoiceTraits> traits = cycles.all().isEmpty() || invoices.isEmpty() ? Map.of()
                : InvoiceTraitsReader.read(delegator, cycles, invoices, now);
        Map<String, EventStep> wanted = new HashMap<>();
        List<InvoiceFacts> silent = new ArrayList<>();
        for (InvoiceFacts invoice : invoices) {
            InvoiceTraits known = traits.get(invoice.invoiceId());
            Optional<CollectionStep> step = known == null ? Optional.empty() : cycles.of(known).flatMap(cycle -> cycle.steps().stream()
                    .filter(one -> one.anchor() == anchor).findFirst());
            if (step.isEmpty()) {
                silent.add(invoice);
            } else if (step.get().communication() != StepCommunication.NONE) {
                boolean mail = step.get().communication() == StepCommunication.EMAIL;
                wanted.put(invoice.invoiceId(), new EventStep(step.get().messageType(), step.get().templateId(),
                        step.get().lateFee(invoice.attributes()), mail ? step.get().stepId() : null));
            }
        }
        return new Steps(wanted, silent);
    }
}
