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
package org.smsbilling.planning;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageContent;
import org.smsbilling.message.MessageType;

/**
 * A step that is due, before anybody looked who gets it.
 *
 * @param stepId a collection step or an event kind; at most 20 characters
 * @param occurrence at most 20 characters; the same step, occurrence and recipient are never run twice for an invoice
 * @param invoices at least one, all of one organization and customer, the most pressing first; several make one text
 * @param earliest when it may leave at the earliest
 * @param userLoginId the person who asked for it, or null
 * @param parts by invoice id what the text is of each invoice alone; empty when all are at the same step
 */
public record PlannedStep(String stepId, String occurrence, MessageType type, List<InvoiceFacts> invoices, MessageContent content,
        Instant earliest, String userLoginId, Map<String, PlannedPart> parts) {

    /** All invoices are at the same step. */
    public PlannedStep(String stepId, String occurrence, MessageType type, List<InvoiceFacts> invoices, MessageContent content, Instant earliest,
            String userLoginId) {
        this(stepId, occurrence, type, invoices, content, earliest, userLoginId, Map.of());
    }

    /** @param some of its invoices, in its order. @return the step of these alone: the first of them says how it is put */
    PlannedStep about(List<InvoiceFacts> some) {
        PlannedPart first = parts.get(some.get(0).invoiceId());
        if (first == null) {
            return new PlannedStep(stepId, occurrence, type, some, content, earliest, userLoginId);
        }
        Map<String, PlannedPart> theirs = some.stream().map(InvoiceFacts::invoiceId).collect(Collectors.toMap(id -> id, parts::get));
        BigDecimal lateFee = theirs.values().stream().map(PlannedPart::lateFee).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
        return new PlannedStep(first.key().stepId(), first.key().occurrence(), first.type(), some,
                MessageContent.ofTemplate(first.templateId(), lateFee), earliest, userLoginId, some.size() == 1 ? Map.of() : theirs);
    }

    /** @return what is done once for the invoice: its step runs have this key */
    public StepKey key(String invoiceId) {
        PlannedPart part = parts.get(invoiceId);
        return part == null ? new StepKey(stepId, occurrence) : part.key();
    }
}
