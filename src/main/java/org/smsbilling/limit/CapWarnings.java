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
package org.smsbilling.limit;

import java.time.Instant;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;

/** Tells an organization's administrators by e-mail that the texts of a day are nearly used up, and that they are: each once a day. */
final class CapWarnings {

    private static final String LABELS = "SmsBillingOrganizationLabels";

    private final Delegator delegator;
    private final AdministratorMails mails;
    private final Instant now;

    /** How much of the day is used up. */
    private enum Level { NEAR, REACHED }

    CapWarnings(Delegator delegator, AdministratorMails mails, Instant now) {
        this.delegator = delegator;
        this.mails = mails;
        this.now = now;
    }

    /** No transaction may be open. @return how many e-mails were sent */
    int warn(OrganizationSettings settings) throws GenericEntityException {
        int cap = settings.texting().dailyCap();
        long used = cap == 0 ? 0 : OrganizationDay.used(delegator, settings, now);
        if (!OrganizationDay.nearlyFull(used, cap)) {
            return 0;
        }
        Level level = used >= cap ? Level.REACHED : Level.NEAR;
        return mail(settings, level, used, cap);
    }

    private int mail(OrganizationSettings settings, Level level, long used, int cap) throws GenericEntityException {
        Map<String, String> values = Map.of("sent", String.valueOf(used), "cap", String.valueOf(cap), "organization", settings.organizationName());
        String subject = UtilProperties.getMessage(LABELS, "SmsBillingDailyCapMail_" + level, values, settings.locale());
        String text = UtilProperties.getMessage(LABELS, level == Level.REACHED ? "SmsBillingDailyCapReached" : "SmsBillingDailyCapNear", values,
                settings.locale());
        return mails.sendOnce(settings, level.name(), subject, text);
    }
}
