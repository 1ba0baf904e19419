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
package org.smsbilling.invoice;

import java.util.Optional;
import java.util.Set;

/** Why a customer cannot be asked to pay an invoice, the plainest reason first. */
public enum InvoiceObstacle {
    NOT_FOUND,
    /** It is not one by which the organization asks for money. */
    NOT_SALES,
    /** Somebody still works on it. */
    IN_PROCESS,
    PAID,
    CANCELLED,
    WRITTEN_OFF,
    /** In a status to which no payment can be applied. */
    NOT_OPEN,
    NOTHING_OUTSTANDING;

    private static final Set<String> OPEN = Set.of("INVOICE_READY", "INVOICE_APPROVED", "INVOICE_SENT", "INVOICE_RECEIVED");

    /** @param facts of an invoice, or null when there is none
     * @return empty when it can be paid */
    public static Optional<InvoiceObstacle> of(InvoiceFacts facts) {
        if (facts == null) {
            return Optional.of(NOT_FOUND);
        } else if (!facts.salesInvoice()) {
            return Optional.of(NOT_SALES);
        } else if (facts.statusId() == null || !OPEN.contains(facts.statusId())) {
            return Optional.of(ofStatus(facts.statusId()));
        }
        return facts.outstanding().signum() > 0 ? Optional.empty() : Optional.of(NOTHING_OUTSTANDING);
    }

    private static InvoiceObstacle ofStatus(String statusId) {
        return switch (String.valueOf(statusId)) {
        case "INVOICE_IN_PROCESS" -> IN_PROCESS;
        case "INVOICE_PAID" -> PAID;
        case "INVOICE_CANCELLED" -> CANCELLED;
        case "INVOICE_WRITEOFF" -> WRITTEN_OFF;
        default -> NOT_OPEN;
        };
    }
}
