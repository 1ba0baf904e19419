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
package org.smsbilling.retention;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.PartyAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services about what is kept of texts, and for how long. */
public final class SmsRetentionServices {

    private static final String MODULE = SmsRetentionServices.class.getName();

    private SmsRetentionServices() { }

    /** redactSmsBodies: the job, for every organization; one that fails does not keep the others from it. */
    public static Map<String, Object> redactSmsBodies(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        Instant now = SmsBilling.of(delegator).clock().instant();
        int redacted = 0;
        boolean failed = false;
        try {
            for (String organization : FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization"),
                    "organizationPartyId")) {
                try {
                    Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
                    redacted += settings.isPresent() ? new BodyRedaction(delegator, settings.get(), now).run() : 0;
                } catch (GenericEntityException | RuntimeException e) {
                    Debug.logError(e, "Old texts of organization " + organization + " could not be redacted; the next run goes on", MODULE);
                    failed = true;
                }
            }
        } catch (GenericEntityException e) {
            Debug.logError(e, "Old texts could not be redacted; the next run goes on", MODULE);
            failed = true;
        }
        Map<String, Object> result = failed ? ServiceUtil.returnError(text("SmsBillingDatabaseProblem", ServiceUtil.getLocale(context)))
                : ServiceUtil.returnSuccess();
        result.put("redactedTexts", redacted);
        return result;
    }

    /** purgeSmsWorkRows: the job, see {@link OldRows}. */
    public static Map<String, Object> purgeSmsWorkRows(DispatchContext dctx, Map<String, ?> context) {
        Delegator delegator = dctx.getDelegator();
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("purged", new OldRows(delegator, SmsBilling.of(delegator).clock().instant()).remove());
            return result;
        } catch (GenericEntityException e) {
            Debug.logError(e, "Rows that are done with could not be removed; the next run goes on", MODULE);
            return ServiceUtil.returnError(text("SmsBillingDatabaseProblem", ServiceUtil.getLocale(context)));
        }
    }

    /** exportSmsPersonalData: json, everything that is kept of a party's texts with the organization. */
    public static Map<String, Object> exportSmsPersonalData(DispatchContext dctx, Map<String, ?> context) {
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, (String) context.get("organizationPartyId"), "ADMIN");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            if (!PartyAccess.maySee(dctx, context, (String) context.get("organizationPartyId"), (String) context.get("partyId"))) {
                return ServiceUtil.returnError(text("SmsBillingPartyUnknown", ServiceUtil.getLocale(context)));
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("json", data(dctx, context).json());
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    /** eraseSmsPersonalData: needs confirmed=Y. */
    public static Map<String, Object> eraseSmsPersonalData(DispatchContext dctx, Map<String, ?> context) {
        Locale locale = ServiceUtil.getLocale(context);
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, (String) context.get("organizationPartyId"), "ADMIN");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            } else if (!"Y".equals(context.get("confirmed"))) {
                return ServiceUtil.returnError(UtilProperties.getMessage("SmsBillingContactLabels", "SmsBillingEraseConfirm", locale));
            }
            String userLoginId = ((GenericValue) context.get("userLogin")).getString("userLoginId");
            int erased = data(dctx, context).erase(userLoginId);
            Map<String, Object> result = ServiceUtil.returnSuccess(UtilProperties.getMessage("SmsBillingContactLabels", "SmsBillingErased",
                    Map.of("count", String.valueOf(erased)), locale));
            result.put("erasedTexts", erased);
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    private static PersonalData data(DispatchContext dctx, Map<String, ?> context) throws GenericEntityException {
        Delegator delegator = dctx.getDelegator();
        return PersonalData.of(delegator, (String) context.get("organizationPartyId"), (String) context.get("partyId"),
                SmsBilling.of(delegator).clock().instant());
    }

    private static Map<String, Object> databaseProblem(GenericEntityException e, Map<String, ?> context) {
        Debug.logError(e, "Data of party " + context.get("partyId"), MODULE);
        return ServiceUtil.returnError(text("SmsBillingDatabaseProblem", ServiceUtil.getLocale(context)));
    }

    private static String text(String key, Locale locale) {
        return UtilProperties.getMessage("SmsBillingOrganizationLabels", key, locale);
    }
}
