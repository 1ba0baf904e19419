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

import java.util.Locale;
import java.util.Map;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.organization.OrganizationSettings;

/** Tells an organization's administrators by e-mail that the carrier's answers stopped its texts: once a day until that is mended. */
final class StoppedWarnings {

    private final AdministratorMails mails;

    StoppedWarnings(AdministratorMails mails) {
        this.mails = mails;
    }

    /** No transaction may be open. @return how many e-mails were sent */
    int warn(OrganizationSettings settings) throws GenericEntityException {
        if (settings.connected() || settings.stoppedReason().isEmpty()) {
            return 0;
        }
        Map<String, String> values = Map.of("organization", settings.organizationName(), "reason", settings.stoppedReason());
        return mails.sendOnce(settings, "STOPPED", text("SmsBillingStoppedMailSubject", values, settings.locale()),
                text("SmsBillingStoppedMailText", values, settings.locale()));
    }

    private static String text(String key, Map<String, String> values, Locale locale) {
        return UtilProperties.getMessage("SmsBillingOrganizationLabels", key, values, locale);
    }
}
