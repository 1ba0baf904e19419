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
package org.smsbilling.reconciliation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.DatabaseProblem;
import org.smsbilling.organization.OrganizationAccess;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;

/** Services of the daily reconciliation of the gateway with OFBiz's payments. */
public final class SmsReconciliationServices {

    private static final String MODULE = SmsReconciliationServices.class.getName();

    private SmsReconciliationServices() { }

    /** reconcileDueSmsPayments */
    public static Map<String, Object> reconcileDueSmsPayments(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        try {
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("checkedDays", new Reconciliation(dctx.getDelegator(), billing.clock(), billing.paymentGateway()).checkDue());
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "Payments could not be reconciled; the next run of the job tries again", MODULE);
        }
    }

    /** reconcileSmsPayments: one day, now. */
    public static Map<String, Object> reconcileSmsPayments(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "SEND");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            OrganizationSettings settings = settings(dctx, organizationPartyId);
            LocalDate today = billing.clock().instant().atZone(settings.zoneId()).toLocalDate();
            Optional<LocalDate> day = day((String) context.get("day"), today);
            if (day.isEmpty()) {
                return ServiceUtil.returnError(text("SmsBillingReconciliationWrongDay", context));
            } else if (settings.merchantAccount().isEmpty()) {
                return ServiceUtil.returnError(text("SmsBillingReconciliationNoProcessor", context));
            }
            new Reconciliation(dctx.getDelegator(), billing.clock(), billing.paymentGateway()).check(settings, day.get());
            return ServiceUtil.returnSuccess();
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "Payments of " + organizationPartyId + " could not be reconciled", MODULE);
        }
    }

    /** getSmsReconciliation: see {@link ReconciliationView}; day is missing when the wanted one was not checked. */
    public static Map<String, Object> getSmsReconciliation(DispatchContext dctx, Map<String, ?> context) {
        SmsBilling billing = SmsBilling.of(dctx.getDelegator());
        String organizationPartyId = (String) context.get("organizationPartyId");
        try {
            Optional<String> refusal = OrganizationAccess.refusal(dctx, context, organizationPartyId, "VIEW");
            if (refusal.isPresent()) {
                return ServiceUtil.returnError(refusal.get());
            }
            OrganizationSettings settings = settings(dctx, organizationPartyId);
            LocalDate today = billing.clock().instant().atZone(settings.zoneId()).toLocalDate();
            LocalDate day = day((String) context.get("day"), today).orElse(today.minusDays(1));
            ReconciliationView view = new ReconciliationView(dctx.getDelegator(), organizationPartyId, ServiceUtil.getLocale(context),
                    settings.zoneId());
            Map<String, Object> result = ServiceUtil.returnSuccess();
            result.put("organizationName", settings.organizationName());
            result.put("wantedDay", day.toString());
            result.put("today", today.toString());
            result.put("days", view.days());
            result.put("checkedDay", view.day(day.toString()));
            return result;
        } catch (GenericEntityException e) {
            return DatabaseProblem.answer(e, context, "The reconciliation of " + organizationPartyId + " cannot be shown", MODULE);
        }
    }

    /** @return those of an organization that nobody set up yet are the usual ones */
    private static OrganizationSettings settings(DispatchContext dctx, String organizationPartyId) throws GenericEntityException {
        return OrganizationSettingsReader.read(dctx.getDelegator(), organizationPartyId)
                .orElseGet(() -> OrganizationSettings.of(Map.of("organizationPartyId", organizationPartyId), organizationPartyId));
    }

    /** @return empty for what is no day, or one that has not come yet; yesterday when none is given */
    private static Optional<LocalDate> day(String text, LocalDate today) {
        if (text == null || text.isBlank()) {
            return Optional.of(today.minusDays(1));
        }
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> !day.isAfter(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(String key, Map<String, ?> context) {
        return UtilProperties.getMessage("SmsBillingReconciliationLabels", key, ServiceUtil.getLocale(context));
    }
}
