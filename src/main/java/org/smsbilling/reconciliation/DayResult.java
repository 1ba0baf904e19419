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
import java.util.Map;
import java.util.TreeMap;

/** What the check of one day found so far. Not thread-safe. */
final class DayResult {

    private final List<Difference> differences = new ArrayList<>();
    private boolean incomplete;
    private long otherCount;
    private long waitingCount;
    private final Map<String, DayTotal> totals = new TreeMap<>();

    void add(Difference difference) {
        differences.add(difference);
    }

    /** @param gateway what the gateway settled, negative for a refund. @param ofbiz the same as OFBiz has it. @param currency or null */
    void settled(BigDecimal gateway, BigDecimal ofbiz, String currency) {
        String code = currency == null ? DayTotal.UNKNOWN : currency;
        totals.put(code, totals.getOrDefault(code, DayTotal.none(code)).and(gateway, ofbiz));
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
        return totals.values().stream().mapToLong(DayTotal::count).sum();
    }

    long otherCount() {
        return otherCount;
    }

    long waitingCount() {
        return waitingCount;
    }

    /** @return one for each currency, in the order of their codes */
    List<DayTotal> totals() {
        return List.copyOf(totals.values());
    }
}
