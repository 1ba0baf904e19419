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

/**
 * What was settled in one currency on one day, charges less refunds.
 *
 * @param currencyUomId ISO 4217, or {@link #UNKNOWN}
 * @param ofbiz the same as OFBiz has it
 */
record DayTotal(String currencyUomId, long count, BigDecimal gateway, BigDecimal ofbiz) {

    /** The gateway's lists name no currency: of a charge that OFBiz does not know it is not known. */
    static final String UNKNOWN = "UNKNOWN";

    static DayTotal none(String currencyUomId) {
        return new DayTotal(currencyUomId, 0, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    DayTotal and(BigDecimal moreAtGateway, BigDecimal moreInOfbiz) {
        return new DayTotal(currencyUomId, count + 1, gateway.add(moreAtGateway), ofbiz.add(moreInOfbiz));
    }
}
