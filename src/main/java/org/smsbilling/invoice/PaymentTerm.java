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

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A payment term of an invoice: when it, or a part of it, is due.
 *
 * @param days after the invoice date
 * @param percent of the invoice's total (InvoiceTerm.termValue), or null for all of it
 */
record PaymentTerm(long days, BigDecimal percent) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** What was applied pays the first parts first, as in OFBiz's getInvoicePaymentInfoList. @return days of the terms that are still open */
    static List<Long> open(Collection<PaymentTerm> terms, BigDecimal total, BigDecimal applied) {
        List<PaymentTerm> inOrder = terms.stream().sorted(Comparator.comparing(PaymentTerm::days)).toList();
        if (inOrder.size() < 2 || inOrder.stream().anyMatch(term -> term.percent() == null || term.percent().signum() <= 0)) {
            return inOrder.stream().map(PaymentTerm::days).toList();
        }
        BigDecimal percent = BigDecimal.ZERO;
        int paid = 0;
        for (PaymentTerm term : inOrder.subList(0, inOrder.size() - 1)) {
            percent = percent.add(term.percent());
            if (total.multiply(percent).compareTo(applied.multiply(WHOLE)) > 0) {
                break;
            }
            paid++;
        }
        return inOrder.subList(paid, inOrder.size()).stream().map(PaymentTerm::days).toList();
    }
}
