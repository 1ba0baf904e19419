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

import java.util.ArrayList;
import java.util.List;

import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.ChargeRequest.MethodType;

/** Ways to pay that an organization offers for a currency. Bank accounts pay in US dollars only. */
public final class PaymentMethods {

    private PaymentMethods() { }

    /** @return in the order in which the payer sees them; empty when there is no processor */
    public static List<MethodType> offered(OrganizationSettings settings, String currencyUomId) {
        List<MethodType> offered = new ArrayList<>();
        if (settings.merchantAccount().isPresent() && settings.cardEnabled()) {
            offered.add(MethodType.CARD);
        }
        if (settings.merchantAccount().isPresent() && settings.bankAccountEnabled() && "USD".equals(currencyUomId)) {
            offered.add(MethodType.CHECKING);
            offered.add(MethodType.SAVINGS);
        }
        return List.copyOf(offered);
    }
}
