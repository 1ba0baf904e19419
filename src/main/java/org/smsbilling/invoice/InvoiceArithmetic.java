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
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sums as OFBiz makes them: each line is rounded by itself; tax lines are rounded finer, summed by authority and area, and each of these sums is
 * rounded like a line.
 *
 * @param decimals of lines and sums
 * @param taxDecimals of a tax line
 */
record InvoiceArithmetic(int decimals, RoundingMode rounding, int taxDecimals, RoundingMode taxRounding) {

    BigDecimal total(Collection<InvoiceLine> lines) {
        BigDecimal total = BigDecimal.ZERO.setScale(decimals);
        Map<List<String>, BigDecimal> taxes = new LinkedHashMap<>();
        for (InvoiceLine line : lines) {
            if (!line.tax()) {
                total = total.add(line.exact().setScale(decimals, rounding));
            } else if (!"".equals(line.taxAuthPartyId())) {
                taxes.merge(authority(line), line.exact().setScale(taxDecimals, taxRounding), BigDecimal::add);
            }
        }
        for (BigDecimal tax : taxes.values()) {
            total = total.add(tax.setScale(decimals, rounding));
        }
        return total;
    }

    /** @param amounts of applications; null is zero */
    BigDecimal applied(Collection<BigDecimal> amounts) {
        return amounts.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, (sum, amount) -> sum.add(amount).setScale(decimals, rounding))
                .setScale(decimals, rounding);
    }

    private static List<String> authority(InvoiceLine line) {
        return line.taxAuthPartyId() == null ? List.of() : List.of(line.taxAuthPartyId(), String.valueOf(line.taxAuthGeoId()));
    }
}
