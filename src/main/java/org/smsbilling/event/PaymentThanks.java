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

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.planning.PlanWriter;
import org.smsbilling.planning.PlannedStep;
import org.smsbilling.planning.PlannedText;
import org.smsbilling.planning.StepPlanner;

/**
 * What a clerk can thank for: a payment that an organization received for sales invoices of one customer.
 *
 * @param money null when there is no such payment
 * @param settings null when nobody set the organization up
 * @param invoices those that it was applied to; of the first one's organization and customer
 * @param organizationPartyId empty when it is not known
 */
record PaymentThanks(Delegator delegator, ReceivedMoney money, OrganizationSettings settings, List<InvoiceFacts> invoices,
        String organizationPartyId) {

    private static final String STEP = "THANKS";

    /** Why nobody can be thanked. */
    enum Obstacle { NOT_FOUND, TAKEN_BACK, NOT_RECEIVED, NOT_APPLIED, NOT_CONNECTED }

    static PaymentThanks read(Delegator delegator, String paymentId, Instant now) throws GenericEntityException {
        ReceivedMoney money = ReceivedMoney.read(delegator, List.of(paymentId)).get(paymentId);
        if (money == null) {
            return new PaymentThanks(delegator, null, null, List.of(), "");
        }
        List<InvoiceFacts> sales = InvoiceFactsReader.read(delegator, money.applied().keySet(), now).values().stream()
                .filter(InvoiceFacts::salesInvoice).collect(Collectors.toList());
        List<InvoiceFacts> invoices = sales.stream().filter(invoice -> invoice.organizationPartyId().equals(sales.get(0).organizationPartyId())
                && String.valueOf(invoice.customerPartyId()).equals(String.valueOf(sales.get(0).customerPartyId()))).collect(Collectors.toList());
        String organization = invoices.isEmpty() ? receiver(delegator, paymentId) : invoices.get(0).organizationPartyId();
        return new PaymentThanks(delegator, money, OrganizationSettingsReader.read(delegator, organization).orElse(null), invoices, organization);
    }

    private static String receiver(Delegator delegator, String paymentId) throws GenericEntityException {
        return String.valueOf(EntityQuery.use(delegator).from("Payment").where("paymentId", paymentId).queryOne().getString("partyIdTo"));
    }

    Optional<Obstacle> obstacle() {
        if (money == null) {
            return Optional.of(Obstacle.NOT_FOUND);
        } else if (money.takenBack()) {
            return Optional.of(Obstacle.TAKEN_BACK);
        } else if (!money.received()) {
            return Optional.of(Obstacle.NOT_RECEIVED);
        } else if (invoices.isEmpty()) {
            return Optional.of(Obstacle.NOT_APPLIED);
        }
        return settings == null || !settings.connected() ? Optional.of(Obstacle.NOT_CONNECTED) : Optional.empty();
    }

    /** @return the latest text that thanked for it, by itself or by a clerk; without those that did not arrive */
    Optional<GenericValue> earlier() throws GenericEntityException {
        EntityCondition about = money.attemptId() == null ? EntityCondition.makeCondition("paymentId", EntityOperator.IN, money.paymentIds())
                : EntityCondition.makeCondition(EntityCondition.makeCondition("paymentId", EntityOperator.IN, money.paymentIds()), EntityOperator.OR,
                        EntityCondition.makeCondition("attemptId", money.attemptId()));
        return EntityQuery.use(delegator).from("SmsMessage").where(about,
                EntityCondition.makeCondition("messageType", MessageType.RECEIPT.name()),
                EntityCondition.makeCondition("messageStatus", EntityOperator.NOT_IN, List.of("FAILED", "CANCELLED", "UNDELIVERED")))
                .queryList().stream().max(Comparator.comparing(message -> message.getTimestamp("createdDate")));
    }

    /** @return texts for all who get one, or why somebody does not; nothing is written yet */
    List<PlannedText> plan(String userLoginId, Instant now) throws GenericEntityException {
        PlannedStep step = new PlannedStep(STEP, String.valueOf(timesThanked() + 1), MessageType.RECEIPT, invoices,
                MessageContent.ofAttempt(null, money.paymentIds().get(0), money.attemptId()), now, userLoginId);
        return new StepPlanner(delegator, settings, now).plan(List.of(step));
    }

    /** @return false when somebody else did so at the same moment */
    boolean send(List<PlannedText> texts, Instant now) throws GenericEntityException {
        return new PlanWriter(delegator, now).write(texts) > 0;
    }

    private int timesThanked() throws GenericEntityException {
        Set<String> invoiceIds = invoices.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toCollection(HashSet::new));
        return EntityQuery.use(delegator).select("occurrence").from("SmsStepRun").where(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId), EntityCondition.makeCondition("stepId", STEP),
                EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds)).queryList().stream()
                .mapToInt(run -> Integer.parseInt(run.getString("occurrence"))).max().orElse(0);
    }
}
