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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services about how an organization's texting is; services_health.xml says what they take and give. */
public final class SmsHealthServices {

    private static final String MODULE = SmsHealthServices.class.getName();
    private static final String LABELS = "SmsBillingHealthLabels";

    private SmsHealthServices() { }

    public static Map<String, Object> getSmsHealth(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, "VIEW", settings -> {
            Locale locale = ServiceUtil.getLocale(context);
            HealthFigures figures = figures(dctx.getDelegator(), settings);
            List<HealthItem> items = new HealthRules(figures, locale).items();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (HealthItem item : items) {
                rows.add(Map.of("name", item.name(), "light", item.light().name(),
                        "title", UtilProperties.getMessage(LABELS, "SmsBillingHealth_" + item.name(), locale),
                        "text", UtilProperties.getMessage(LABELS, item.labelKey(), item.values(), locale)));
            }
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizationName", settings.organizationName());
            result.put("light", HealthRules.overall(items).name());
            result.put("items", rows);
            return result;
        });
    }

    /** getSmsHealthMetrics: with an error, httpStatus says what kind: 403 not for this user, 404 nobody has set the organization up, else missing. */
    public static Map<String, Object> getSmsHealthMetrics(DispatchContext dctx, Map<String, ? extends Object> context) {
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "VIEW");
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(dctx.getDelegator(), organizationPartyId);
            if (refusal.isPresent() || settings.isEmpty()) {
                Map<String, Object> refused = ServiceUtil.returnError(refusal.orElseGet(() -> UtilProperties.getMessage(LABELS,
                        "SmsBillingHealthNotSetUp", Map.of("organizationPartyId", organizationPartyId), ServiceUtil.getLocale(context))));
                refused.put("httpStatus", refusal.isPresent() ? 403 : 404);
                return refused;
            }
            HealthFigures figures = figures(dctx.getDelegator(), settings.get());
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("metrics", new HealthMetrics(organizationPartyId).write(figures, new HealthRules(figures, Locale.ROOT).items()));
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "The figures of an organization could not be read", MODULE);
        }
    }

    public static Map<String, Object> checkSmsHealthNow(DispatchContext dctx, Map<String, ? extends Object> context) {
        return answer(dctx, context, "ADMIN", settings -> {
            Locale locale = ServiceUtil.getLocale(context);
            boolean worked = checks(dctx.getDelegator()).run(settings, locale);
            return ServiceUtil.returnSuccess(UtilProperties.getMessage(LABELS, worked ? "SmsBillingHealthChecked" : "SmsBillingHealthCheckFailed",
                    locale));
        });
    }

    /** Job: tries the connections of every organization that is connected; one that fails does not keep the others from being tried. */
    public static Map<String, Object> checkSmsConnections(DispatchContext dctx, Map<String, ? extends Object> context) {
        Delegator delegator = dctx.getDelegator();
        try {
            for (String id : FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization").where("connected", "Y"),
                    "organizationPartyId")) {
                Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, id);
                if (settings.isPresent()) {
                    checks(delegator).run(settings.get(), settings.get().locale());
                }
            }
            return ServiceUtil.returnSuccess();
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "A service about the health of an organization failed", MODULE);
        }
    }

    private static HealthFigures figures(Delegator delegator, OrganizationSettings settings) throws GenericEntityException {
        return new HealthFiguresReader(delegator, settings, SmsBilling.of(delegator).clock().instant()).read();
    }

    private static ConnectionChecks checks(Delegator delegator) {
        return new ConnectionChecks(delegator, SmsBilling.of(delegator));
    }

    /** What a service does with an organization that the user may use. */
    private interface Body {
        Map<String, Object> answer(OrganizationSettings settings) throws GenericEntityException;
    }

    private static Map<String, Object> answer(DispatchContext dctx, Map<String, ? extends Object> context, String action, Body body) {
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, action);
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(dctx.getDelegator(), organizationPartyId);
            return settings.isPresent() ? body.answer(settings.get())
                    : body.answer(OrganizationSettings.of(new HashMap<>(Map.of("organizationPartyId", organizationPartyId)), organizationPartyId));
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "A service about the health of an organization failed", MODULE);
        }
    }
}
