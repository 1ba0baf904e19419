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
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.PaymentRules;
import org.smsbilling.payment.StartOutcome.Reason;

/**
 * What a payer chose to pay of a link: some of its invoices, all that is open on them or less.
 *
 * @param due the chosen invoices that can be paid
 * @param amount what is to be paid, decimal units
 * @param problem why that is not possible; null when it is
 */
record ChosenAmount(AmountDue due, BigDecimal amount, Reason problem) {

    private static final int USUAL_DECIMALS = 2;

    /**
     * @param all what can be paid through the link
     * @param invoiceIds the chosen ones; empty for all
     * @param shownDue what the payer's page said is open on them; null when it is not known
     * @param amount what the payer wants to pay; null for all that is open
     */
    static ChosenAmount of(AmountDue all, List<String> invoiceIds, BigDecimal shownDue, BigDecimal amount, PaymentRules rules) {
        AmountDue due = invoiceIds.isEmpty() ? all : all.only(invoiceIds);
        boolean gone = due.nothing() || !invoiceIds.isEmpty() && due.invoices().size() != invoiceIds.stream().distinct().count();
        if (gone || shownDue != null && !due.is(shownDue)) {
            return new ChosenAmount(gone ? all : due, null, Reason.AMOUNT_CHANGED);
        }
        BigDecimal wanted = amount == null ? due.total() : amount;
        return new ChosenAmount(due, wanted, due.is(wanted) ? null : problemOfLess(due, wanted, rules));
    }

    private static Reason problemOfLess(AmountDue due, BigDecimal wanted, PaymentRules rules) {
        if (!rules.partialPaymentAllowed()) {
            return Reason.AMOUNT_CHANGED;
        } else if (wanted.signum() <= 0 || wanted.compareTo(due.total()) > 0
                || !hasDecimalsOf(wanted, due.currencyUomId())) {
            return Reason.AMOUNT_NOT_VALID;
        }
        return rules.partialPaymentMinimum().filter(minimum -> wanted.compareTo(minimum) < 0).isPresent() ? Reason.AMOUNT_TOO_LOW : null;
    }

    /** @return the share of each invoice that gets one; the one that was due first is paid first */
    Map<String, BigDecimal> shares() {
        Map<String, BigDecimal> open = new LinkedHashMap<>();
        AmountDue.byDueDate(due.invoices()).forEach(invoice -> open.put(invoice.invoiceId(), invoice.outstanding()));
        return Spread.of(amount, open);
    }

    /** @return what is open on an invoice of {@link #due} */
    BigDecimal open(String invoiceId) {
        return due.invoices().stream().filter(invoice -> invoice.invoiceId().equals(invoiceId)).map(InvoiceFacts::outstanding).findFirst()
                .orElseThrow();
    }

    /** @return whether an amount has no more decimals than its currency */
    static boolean hasDecimalsOf(BigDecimal amount, String currencyUomId) {
        return amount.stripTrailingZeros().scale() <= decimals(currencyUomId);
    }

    private static int decimals(String currencyUomId) {
        try {
            return Currency.getInstance(currencyUomId).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return USUAL_DECIMALS;
        }
    }
}
