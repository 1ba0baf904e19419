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
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.invoice.InvoiceObstacle;
import org.smsbilling.message.MessageCancelling;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.MessageType;
import org.smsbilling.paylink.ClosedReason;
import org.smsbilling.paylink.LinkClosing;
import org.smsbilling.transaction.OwnTransaction;

/** Invoices of which nothing is to be paid any more: what is queued to ask for them is taken back, and their links are closed. */
final class SettledInvoices {

    private static final String PAID = "INVOICE_PAID";
    private static final Set<String> SETTLED = Set.of(PAID, "INVOICE_CANCELLED", "INVOICE_WRITEOFF");
    private static final List<String> ASKING = List.of(MessageType.values()).stream().filter(MessageType::asksForPayment).map(Enum::name)
            .collect(Collectors.toList());

    private final Delegator delegator;
    private final Instant now;

    SettledInvoices(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    static boolean settled(InvoiceFacts invoice) {
        return SETTLED.contains(invoice.statusId());
    }

    /** What is also about other invoices stays, as long as one of those can still be paid. */
    void close(Collection<String> invoiceIds) throws GenericEntityException {
        if (!invoiceIds.isEmpty()) {
            cancelMessages(invoiceIds);
            closeLinks(invoiceIds);
        }
    }

    private void cancelMessages(Collection<String> invoiceIds) throws GenericEntityException {
        List<String> queued = ids("SmsMessage", "messageId", EntityCondition.makeCondition(
                in("messageId", ids("SmsStepRun", "messageId", in("invoiceId", invoiceIds))),
                EntityCondition.makeCondition("messageStatus", "QUEUED"), in("messageType", ASKING)));
        Map<String, List<InvoiceFacts>> messages = invoices("SmsStepRun", "messageId", queued);
        Map<MessageReason, List<String>> pointless = new EnumMap<>(MessageReason.class);
        messages.forEach((messageId, invoices) -> {
            if (invoices.stream().noneMatch(InvoiceFactsReader::payable)) {
                MessageReason reason = invoices.stream().findFirst().flatMap(InvoiceObstacle::of).map(MessageReason::of)
                        .orElse(MessageReason.INVOICE_NOT_FOUND);
                pointless.computeIfAbsent(reason, any -> new ArrayList<>()).add(messageId);
            }
        });
        for (Map.Entry<MessageReason, List<String>> reason : pointless.entrySet()) {
            OwnTransaction.call(() -> MessageCancelling.cancel(delegator, in("messageId", reason.getValue()), reason.getKey(), null, now));
        }
    }

    private void closeLinks(Collection<String> invoiceIds) throws GenericEntityException {
        List<String> open = ids("SmsPayLink", "linkId", EntityCondition.makeCondition(
                in("linkId", ids("SmsPayLinkInvoice", "linkId", in("invoiceId", invoiceIds))), EntityCondition.makeCondition("closedDate", null)));
        for (Map.Entry<String, List<InvoiceFacts>> link : invoices("SmsPayLinkInvoice", "linkId", open).entrySet()) {
            List<InvoiceFacts> invoices = link.getValue();
            if (invoices.stream().allMatch(SettledInvoices::settled)) {
                boolean paid = invoices.stream().anyMatch(invoice -> PAID.equals(invoice.statusId()));
                closeLink(link.getKey(), invoices, paid ? ClosedReason.PAID : ClosedReason.INVOICE_CANCELLED);
            }
        }
    }

    private void closeLink(String linkId, List<InvoiceFacts> invoices, ClosedReason reason) throws GenericEntityException {
        OwnTransaction.call(() -> {
            if (stillSettled(invoices) && LinkClosing.close(delegator, List.of(linkId), reason, null, now) > 0) {
                AuditTrail.addAll(delegator, now, invoices.stream().map(invoice -> new AuditTrail.Entry(invoice.organizationPartyId(),
                        invoice.invoiceId(), AuditKind.LINK_CLOSED, null, null, linkId, null, reason.name())).collect(Collectors.toList()));
            }
            return null;
        });
    }

    /** A payment may have been taken back since they were read. */
    private boolean stillSettled(List<InvoiceFacts> invoices) throws GenericEntityException {
        return EntityQuery.use(delegator).from("Invoice").where(
                EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoices.stream().map(InvoiceFacts::invoiceId).toList()),
                EntityCondition.makeCondition("statusId", EntityOperator.IN, SETTLED)).queryCount() == invoices.size();
    }

    /** @return everything that each of them is about, as it is now */
    private Map<String, List<InvoiceFacts>> invoices(String entity, String key, Collection<String> keys) throws GenericEntityException {
        List<GenericValue> rows = keys.isEmpty() ? List.of()
                : EntityQuery.use(delegator).select(key, "invoiceId").from(entity).where(in(key, keys)).orderBy("invoiceId").queryList();
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, rows.stream().map(row -> row.getString("invoiceId"))
                .collect(Collectors.toList()), now);
        Map<String, List<InvoiceFacts>> invoices = new LinkedHashMap<>();
        for (GenericValue row : rows) {
            List<InvoiceFacts> known = invoices.computeIfAbsent(row.getString(key), any -> new ArrayList<>());
            if (facts.containsKey(row.getString("invoiceId"))) {
                known.add(facts.get(row.getString("invoiceId")));
            }
        }
        return invoices;
    }

    private List<String> ids(String entity, String field, EntityCondition where) throws GenericEntityException {
        return new ArrayList<>(new HashSet<>(EntityQuery.use(delegator).select(field).from(entity).where(where).queryList().stream()
                .map(row -> row.getString(field)).filter(Objects::nonNull).collect(Collectors.toList())));
    }

    private static EntityCondition in(String field, Collection<String> values) {
        return EntityCondition.makeCondition(field, EntityOperator.IN, values.isEmpty() ? List.of("") : values);
    }
}
