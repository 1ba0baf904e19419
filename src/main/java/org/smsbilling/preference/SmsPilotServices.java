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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services about an organization's pilot. */
public final class SmsPilotServices {

    private static final String MODULE = SmsPilotServices.class.getName();

    private interface Work {
        Map<String, Object> run(PilotList list, OrganizationSettings settings) throws GenericEntityException;
    }

    private SmsPilotServices() { }

    /** getSmsPilot: members, and wouldHaveSent, the latest hundred. */
    public static Map<String, Object> getSmsPilot(DispatchContext dctx, Map<String, ?> context) {
        return call(dctx, context, (list, settings) -> {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("pilotEnabled", settings.texting().pilot());
            result.put("members", list.members());
            result.put("wouldHaveSent", list.wouldHaveSent(ServiceUtil.getLocale(context)));
            return result;
        });
    }

    /** addSmsPilotMember */
    public static Map<String, Object> addSmsPilotMember(DispatchContext dctx, Map<String, ?> context) {
        Instant now = SmsBilling.of(dctx.getDelegator()).clock().instant();
        Locale locale = ServiceUtil.getLocale(context);
        return call(dctx, context, (list, settings) -> {
            String user = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            Optional<String> problem = list.add((String) context.get("member"), (String) context.get("note"), user, now);
            return problem.map(key -> ServiceUtil.returnError(text(key, locale)))
                    .orElseGet(() -> ServiceUtil.returnSuccess(text("SmsBillingPilotAdded", locale)));
        });
    }

    /** removeSmsPilotMember */
    public static Map<String, Object> removeSmsPilotMember(DispatchContext dctx, Map<String, ?> context) {
        return call(dctx, context, (list, settings) -> {
            list.remove((String) context.get("memberType"), (String) context.get("memberValue"));
            return ServiceUtil.returnSuccess(text("SmsBillingPilotRemoved", ServiceUtil.getLocale(context)));
        });
    }

    private static Map<String, Object> call(DispatchContext dctx, Map<String, ?> context, Work work) {
        String organization = (String) context.get("organizationPartyId");
        Locale locale = ServiceUtil.getLocale(context);
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organization, "ADMIN");
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(dctx.getDelegator(), organization);
            if (refusal.isPresent() || settings.isEmpty()) {
                return ServiceUtil.returnError(refusal.orElseGet(() -> text("SmsBillingPreferenceNoOrganization", locale)));
            }
            return work.run(new PilotList(dctx.getDelegator(), settings.get()), settings.get());
        } catch (GenericEntityException e) {
            Debug.logError(e, "Pilot of organization " + organization, MODULE);
            return ServiceUtil.returnError(UtilProperties.getMessage("SmsBillingOrganizationLabels", "SmsBillingDatabaseProblem", locale));
        }
    }

    private static String text(String key, Locale locale) {
        return UtilProperties.getMessage("SmsBillingContactLabels", key, locale);
    }
}
