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
package org.smsbilling.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What the texts of the month cost so far.
 *
 * @param byCurrency decimal units, as the carrier charged
 * @param unpriced texts of which the carrier has not told the price yet
 * @param budget of the month, in the currency of the prices; empty for none
 */
public record Spending(Map<String, BigDecimal> byCurrency, long unpriced, Optional<BigDecimal> budget) {

    /** @return percent of the budget that is spent; 0 without a budget */
    int percent() {
        BigDecimal spent = byCurrency.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return budget.filter(amount -> amount.signum() > 0)
                .map(amount -> spent.multiply(BigDecimal.valueOf(100)).divide(amount, 0, RoundingMode.FLOOR).intValue()).orElse(0);
    }
}
