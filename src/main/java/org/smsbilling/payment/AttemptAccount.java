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

import java.util.Locale;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.MerchantAccount;

/**
 * The merchant account that took an attempt's charge. Another one knows nothing of it: its "no such charge" would be taken for the truth, and the
 * customer would be charged again.
 */
public final class AttemptAccount {

    private AttemptAccount() { }

    /** @return what an attempt remembers of the account that is asked */
    static String name(MerchantAccount account) {
        return account.site().toLowerCase(Locale.ROOT) + "/" + account.merchantId();
    }

    /** @param name as an attempt remembers it; null of one that was charged before they did. @return whether it is this account */
    public static boolean same(MerchantAccount account, String name) {
        return name == null || name.equals(name(account));
    }

    /** @return empty when the organization has no processor now, or another merchant account than the charge was made with */
    static Optional<MerchantAccount> of(Delegator delegator, GenericValue attempt) throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator, attempt.getString("organizationPartyId")).flatMap(settings -> settings.merchantAccount())
                .filter(account -> same(account, attempt.getString("merchantAccount")));
    }
}
