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
package org.smsbilling.organization;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How customers of an organization pay.
 *
 * @param partialApprovalApplied whether what a gateway approved in part is applied; else it is voided
 * @param partialPaymentAllowed whether customers may pay less than is open
 * @param partialPaymentMinimum the least that they may pay then, decimal units of the invoice's currency; empty for none
 * @param payPageCheck what the pay page asks before it shows anything personal: NONE, POSTAL_CODE or ONE_TIME_CODE
 */
public record PaymentRules(boolean partialApprovalApplied, boolean partialPaymentAllowed, Optional<BigDecimal> partialPaymentMinimum,
        String payPageCheck) {

    static PaymentRules of(SettingsFields fields) {
        return new PaymentRules("APPLY".equals(fields.text("partialApproval")), fields.on("partialPaymentAllowed", false),
                fields.amount("partialPaymentMinimum"), fields.or("payPageCheck", "NONE"));
    }
}
