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
import java.util.LinkedHashMap;
import java.util.Map;

/** Spreads an amount over invoices: each is paid whole before the next one gets anything. */
final class Spread {

    private Spread() { }

    /**
     * @param amount decimal units, at most the sum of what is open
     * @param open by invoice, in the order in which they are to be paid
     * @return the share of each invoice that gets one, in the same order
     */
    static Map<String, BigDecimal> of(BigDecimal amount, Map<String, BigDecimal> open) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        BigDecimal left = amount;
        for (Map.Entry<String, BigDecimal> invoice : open.entrySet()) {
            BigDecimal share = left.min(invoice.getValue());
            if (share.signum() > 0) {
                shares.put(invoice.getKey(), share);
                left = left.subtract(share);
            }
        }
        return shares;
    }
}
