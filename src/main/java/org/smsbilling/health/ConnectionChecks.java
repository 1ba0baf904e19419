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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.AccountCheck;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.transaction.Outside;

/** Tries an organization's connections by real calls, outside any transaction, and writes down what came of it. */
final class ConnectionChecks {

    private static final String LABELS = "SmsBillingOrganizationLabels";

    private final Delegator delegator;
    private final SmsBilling billing;
    private final WebhookSelfCheck webhook = new WebhookSelfCheck();

    ConnectionChecks(Delegator delegator, SmsBilling billing) {
        this.delegator = delegator;
        this.billing = billing;
    }

    /** @param locale in which problems are written down. @return whether all worked */
    boolean run(OrganizationSettings settings, Locale locale) throws GenericEntityException {
        Map<CheckKind, AccountCheck> results = Outside.call(() -> tryAll(settings));
        Instant now = billing.clock().instant();
        OwnTransaction.call(() -> {
            for (Map.Entry<CheckKind, AccountCheck> result : results.entrySet()) {
                write(settings.organizationPartyId(), result.getKey(), result.getValue(), locale, now);
            }
            return null;
        });
        return results.values().stream().allMatch(AccountCheck::valid);
    }

    private Map<CheckKind, AccountCheck> tryAll(OrganizationSettings settings) {
        Map<CheckKind, AccountCheck> results = new EnumMap<>(CheckKind.class);
        results.put(CheckKind.CARRIER, settings.smsAccount().map(billing.smsProvider()::check)
                .orElseGet(() -> AccountCheck.wrong("SmsBillingTwilioTokenMissing")));
        results.put(CheckKind.PROCESSOR, settings.merchantAccount().map(billing.paymentGateway()::check)
                .orElseGet(() -> AccountCheck.wrong("SmsBillingCardPointePassword")));
        results.put(CheckKind.WEBHOOK, webhook.check(settings));
        return results;
    }

    private void write(String organizationPartyId, CheckKind kind, AccountCheck check, Locale locale, Instant now) throws GenericEntityException {
        Map<String, Object> row = new HashMap<>();
        row.put("organizationPartyId", organizationPartyId);
        row.put("checkKind", kind.name());
        row.put("checkedDate", Timestamp.from(now));
        row.put("problem", Optional.of(check).filter(one -> !one.valid())
                .map(one -> UtilProperties.getMessage(LABELS, one.problem(), one.values(), locale)).orElse(null));
        delegator.createOrStore(delegator.makeValue("SmsHealthCheck", row));
    }
}
