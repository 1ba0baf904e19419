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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.reminder.InvoiceDueFill;

/** Services about settings of organizations. */
public final class SmsOrganizationServices {
    private static final String MODULE = SmsOrganizationServices.class.getName();

    private SmsOrganizationServices() { }

    /** Lists the internal organizations that the user works for. */
    public static Map<String, Object> findSmsOrganizations(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        GenericValue userLogin = (GenericValue) context.get("userLogin");
        boolean canAdmin = OrganizationAccess.hasPermission(dctx.getSecurity(), userLogin, "ADMIN");
        try {
            Instant now = SmsBilling.of(delegator).clock().instant();
            List<Map<String, Object>> organizations = new ArrayList<>();
            for (String partyId : InternalOrganizations.of(delegator, userLogin.getString("partyId"), now)) {
                organizations.add(OrganizationView.of(delegator, partyId, ServiceUtil.getLocale(context)).summary(canAdmin));
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizations", organizations);
            if (organizations.isEmpty()) {
                result.put("explanation", words(context).of("SmsBillingNoOrganization", Map.of("userLoginId", userLogin.getString("userLoginId"))));
            }
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    /** Shows the settings of one organization, without its secrets. */
    public static Map<String, Object> getSmsOrganization(DispatchContext dctx, Map<String, ? extends Object> context) {
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = refusal(dctx, context, organizationPartyId);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            OrganizationView view = OrganizationView.of(dctx.getDelegator(), organizationPartyId, ServiceUtil.getLocale(context));
            Map<String, Object> settings = view.details();
            settings.put("capNotice", view.capNotice(dctx.getDelegator(), SmsBilling.of(dctx.getDelegator()).clock().instant()));
            result.put("settings", settings);
            return result;
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    /** Stores settings, all or none: one wrong field keeps the others from being stored. */
    public static Map<String, Object> updateSmsOrganization(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = refusal(dctx, context, organizationPartyId);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            GenericValue stored = OrganizationStore.read(delegator, organizationPartyId);
            SettingsForm form = SettingsForm.check(context, stored);
            List<String> problems = new ArrayList<>(words(context).of(form.problems()));
            Map<String, Object> values = new HashMap<>(form.values());
            boolean otherSender = values.containsKey("sender") && !Objects.equals(stored.getString("sender"), values.get("sender"));
            if (otherSender && "Y".equals(stored.getString("connected"))) {
                problems.add(words(context).of("SmsBillingSenderNeedsConnect"));
            }
            if (!problems.isEmpty()) {
                return ServiceUtil.returnError(problems);
            }
            OrganizationStore.write(delegator, organizationPartyId, values);
            boolean otherDays = values.containsKey("timeZoneId") && !Objects.equals(stored.getString("timeZoneId"), values.get("timeZoneId"));
            InvoiceDueFill fill = new InvoiceDueFill(delegator, SmsBilling.of(delegator).clock());
            if (otherDays && fill.progress(organizationPartyId).isPresent()) {
                fill.beginAnew(organizationPartyId);
            }
            return ServiceUtil.returnSuccess(words(context).of("SmsBillingSettingsStored"));
        } catch (GenericEntityException e) {
            return databaseProblem(e, context);
        }
    }

    /** @return why the user may not administer the party, or why it cannot be administered; empty when all is well */
    public static Optional<String> refusal(DispatchContext dctx, Map<String, ?> context, String organizationPartyId) throws GenericEntityException {
        Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "ADMIN");
        if (refusal.isEmpty() && !InternalOrganizations.isOne(dctx.getDelegator(), organizationPartyId)) {
            return Optional.of(words(context).of("SmsBillingNotInternal", Map.of("organizationPartyId", organizationPartyId)));
        }
        return refusal;
    }

    static Words words(Map<String, ?> context) {
        return new Words(ServiceUtil.getLocale(context));
    }

    static Map<String, Object> databaseProblem(GenericEntityException e, Map<String, ?> context) {
        Debug.logError(e, "Settings of organization " + context.get("organizationPartyId"), MODULE);
        return ServiceUtil.returnError(words(context).of("SmsBillingDatabaseProblem"));
    }
}
