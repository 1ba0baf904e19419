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
package org.smsbilling.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the check of one day found so far. Not thread-safe. */
final class DayResult {

    private final List<Difference> differences = new ArrayList<>();
    private boolean incomplete;
    private long gatewayCount;
    private long otherCount;
    private long waitingCount;
    private BigDecimal gatewayTotal = BigDecimal.ZERO;
    private BigDecimal ofbizTotal = BigDecimal.ZERO;
    private String currencyUomId;

    void add(Difference difference) {
        differences.add(difference);
    }

    /** @param gateway what the gateway settled, negative for a refund. @param ofbiz the same as OFBiz has it */
    void settled(BigDecimal gateway, BigDecimal ofbiz, String currency) {
        gatewayCount++;
        gatewayTotal = gatewayTotal.add(gateway);
        ofbizTotal = ofbizTotal.add(ofbiz);
        currencyUomId = currency == null ? currencyUomId : currency;
    }

    void other() {
        otherCount++;
    }

    void waiting() {
        waitingCount++;
    }

    /** The gateway left a question without an answer. */
    void unanswered() {
        incomplete = true;
    }

    /** @return BALANCED, DIFFERENCES or INCOMPLETE */
    String outcome() {
        return !differences.isEmpty() ? "DIFFERENCES" : incomplete ? "INCOMPLETE" : "BALANCED";
    }

    List<Difference> differences() {
        return differences;
    }

    long gatewayCount() {
        return gatewayCount;
    }

    long otherCount() {
        return otherCount;
    }

    long waitingCount() {
        return waitingCount;
    }

    BigDecimal gatewayTotal() {
        return gatewayTotal;
    }

    BigDecimal ofbizTotal() {
        return ofbizTotal;
    }

    String currencyUomId() {
        return currencyUomId;
    }
}
