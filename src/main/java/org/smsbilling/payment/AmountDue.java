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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;

/**
 * What a payer of some invoices owes now.
 *
 * @param invoices those that can be paid, in a fixed order
 * @param currencyUomId of all of them; empty when there is none to pay
 * @param total decimal units, zero when there is none to pay
 */
public record AmountDue(List<InvoiceFacts> invoices, String currencyUomId, BigDecimal total) {

    /** @param invoices of one link: they have one currency; others than the first one's are left out */
    public static AmountDue of(Collection<InvoiceFacts> invoices) {
        List<InvoiceFacts> payable = invoices.stream().filter(InvoiceFactsReader::payable).toList();
        String currency = payable.isEmpty() ? "" : payable.get(0).currencyUomId();
        List<InvoiceFacts> together = payable.stream().filter(invoice -> invoice.currencyUomId().equals(currency)).toList();
        return new AmountDue(together, currency, together.stream().map(InvoiceFacts::outstanding).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** @return of these only the given ones */
    AmountDue only(Collection<String> invoiceIds) {
        return of(invoices.stream().filter(invoice -> invoiceIds.contains(invoice.invoiceId())).toList());
    }

    public boolean nothing() {
        return invoices.isEmpty();
    }

    public boolean is(BigDecimal amount) {
        return !nothing() && total.compareTo(amount) == 0;
    }

    /** @return the oldest due date first, then those without one, each by invoice number */
    static List<InvoiceFacts> byDueDate(Collection<InvoiceFacts> invoices) {
        return invoices.stream().sorted(Comparator.comparing(InvoiceFacts::dueDate, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(InvoiceFacts::invoiceId)).toList();
    }
}
