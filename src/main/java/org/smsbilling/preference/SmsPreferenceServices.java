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
package org.smsbilling.preference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.InternalOrganizations;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.organization.PartyAccess;

/** Services of the section SMS of a party's profile. */
public final class SmsPreferenceServices {

    private static final String MODULE = SmsPreferenceServices.class.getName();
    private static final String LABELS = "SmsBillingContactLabels";

    private SmsPreferenceServices() { }

    /** getSmsContactProfile: profiles, one for each organization that the user works for; see {@link ContactProfile}. */
    public static Map<String, Object> getSmsContactProfile(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        Locale locale = ServiceUtil.getLocale(context);
        String partyId = (String) context.get("partyId");
        Instant now = SmsBilling.of(delegator).clock().instant();
        try {
            List<Map<String, Object>> profiles = new ArrayList<>();
            for (String organization : InternalOrganizations.of(delegator, ((GenericValue) context.get("userLogin")).getString("partyId"), now)) {
                Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
                if (settings.isPresent() && !organization.equals(partyId) && PartyAccess.maySee(dctx, context, organization, partyId)) {
                    Map<String, Object> profile = new ContactProfile(delegator, settings.get(), locale, now).of(partyId);
                    profile.put("mayChange", OrganizationAccess.refusal(dctx, context, organization, "SEND").isEmpty());
                    profiles.add(profile);
                }
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("profiles", profiles);
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, locale);
        }
    }

    /** saveSmsPreference: see {@link PreferenceForm}. */
    public static Map<String, Object> saveSmsPreference(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        Locale locale = ServiceUtil.getLocale(context);
        String organization = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organization, "SEND");
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
            if (refusal.isPresent() || settings.isEmpty()) {
                return ServiceUtil.returnError(refusal.orElseGet(() -> text("SmsBillingPreferenceNoOrganization", locale)));
            }
            Instant now = SmsBilling.of(delegator).clock().instant();
            Optional<String> problem = new PreferenceForm(delegator, settings.get(), context, now)
                    .store(((GenericValue) context.get("userLogin")).getString("userLoginId"));
            return problem.map(key -> ServiceUtil.returnError(text(key, locale)))
                    .orElseGet(() -> ServiceUtil.returnSuccess(text("SmsBillingPreferenceSaved", locale)));
        } catch (GenericEntityException e) {
            return databaseProblem(e, locale);
        }
    }

    private static String text(String key, Locale locale) {
        return UtilProperties.getMessage(LABELS, key, locale);
    }

    private static Map<String, Object> databaseProblem(GenericEntityException e, Locale locale) {
        Debug.logError(e, "Preferences of a contact could not be read or written", MODULE);
        return ServiceUtil.returnError(UtilProperties.getMessage("SmsBillingOrganizationLabels", "SmsBillingDatabaseProblem", locale));
    }
}
