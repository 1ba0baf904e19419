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

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.PaymentGateway;
import org.smsbilling.transaction.OwnTransaction;

/** Checks days and keeps what was found. A day is checked once it is over, and again until it balances, for a week. */
final class Reconciliation {

    private static final String MODULE = Reconciliation.class.getName();
    private static final int DAYS = 7;
    private static final Duration AGAIN = Duration.ofHours(6);

    private final Delegator delegator;
    private final Clock clock;
    private final PaymentGateway gateway;

    Reconciliation(Delegator delegator, Clock clock, PaymentGateway gateway) {
        this.delegator = delegator;
        this.clock = clock;
        this.gateway = gateway;
    }

    /** @return how many days were checked */
    int checkDue() throws GenericEntityException {
        int checked = 0;
        for (GenericValue organization : EntityQuery.use(delegator).select("organizationPartyId", "cardMerchantId").from("SmsOrganization")
                .where(EntityCondition.makeCondition("cardMerchantId", EntityOperator.NOT_EQUAL, null)).queryList()) {
            OrganizationSettings settings = OrganizationSettingsReader.read(delegator, organization.getString("organizationPartyId")).orElseThrow();
            if (settings.merchantAccount().isPresent()) {
                checked += checkDue(settings);
            }
        }
        return checked;
    }

    private int checkDue(OrganizationSettings settings) throws GenericEntityException {
        int checked = 0;
        LocalDate today = clock.instant().atZone(settings.zoneId()).toLocalDate();
        for (int back = DAYS; back >= 1; back--) {
            LocalDate day = today.minusDays(back);
            if (due(settings, day) && used(settings, today)) {
                check(settings, day);
                checked++;
            }
        }
        return checked;
    }

    /** An organization that took nothing for a long time is not asked about. */
    private boolean used(OrganizationSettings settings, LocalDate today) throws GenericEntityException {
        Timestamp since = Timestamp.from(today.minusDays(90).atStartOfDay(settings.zoneId()).toInstant());
        return EntityQuery.use(delegator).from("SmsPaymentAttempt").where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("authorizingDate", EntityOperator.GREATER_THAN, since))).maxRows(1).queryFirst() != null;
    }

    private boolean due(OrganizationSettings settings, LocalDate day) throws GenericEntityException {
        GenericValue last = EntityQuery.use(delegator).from("SmsReconciliation").where("organizationPartyId", settings.organizationPartyId(),
                "reconciledDay", day.toString()).queryOne();
        if (last == null) {
            return true;
        }
        Instant checked = last.getTimestamp("checkedDate").toInstant();
        boolean whileItWent = checked.isBefore(day.plusDays(1).atStartOfDay(settings.zoneId()).toInstant());
        boolean open = !"BALANCED".equals(last.getString("outcome")) || last.getLong("waitingCount") > 0;
        return whileItWent || open && checked.plus(AGAIN).isBefore(clock.instant());
    }

    /** Calls the gateway, so no transaction may be open. */
    void check(OrganizationSettings settings, LocalDate day) throws GenericEntityException {
        DayResult result = new DayCheck(delegator, clock, gateway, settings, day).check();
        OwnTransaction.call(() -> store(settings.organizationPartyId(), day, result));
        if (!result.differences().isEmpty()) {
            Debug.logWarning("Payments of " + settings.organizationPartyId() + " on " + day + ": " + result.differences().size()
                    + " differences between gateway and OFBiz, see the page Reconciliation", MODULE);
        }
    }

    private Object store(String organizationPartyId, LocalDate day, DayResult result) throws GenericEntityException {
        Map<String, Object> key = Map.of("organizationPartyId", organizationPartyId, "reconciledDay", day.toString());
        delegator.removeByAnd("SmsReconciliationDiff", key);
        delegator.removeByAnd("SmsReconciliationTotal", key);
        Map<String, Object> row = new HashMap<>(key);
        row.put("outcome", result.outcome());
        row.put("checkedDate", Timestamp.from(clock.instant()));
        row.put("gatewayCount", result.gatewayCount());
        row.put("otherCount", result.otherCount());
        row.put("waitingCount", result.waitingCount());
        row.put("differenceCount", (long) result.differences().size());
        delegator.createOrStore(delegator.makeValue("SmsReconciliation", row));
        for (DayTotal total : result.totals()) {
            Map<String, Object> fields = new HashMap<>(key);
            fields.putAll(Map.of("currencyUomId", total.currencyUomId(), "gatewayCount", total.count(), "gatewayTotal", total.gateway(),
                    "ofbizTotal", total.ofbiz()));
            delegator.create("SmsReconciliationTotal", fields);
        }
        long number = 0;
        for (Difference difference : result.differences()) {
            delegator.create("SmsReconciliationDiff", fields(key, ++number, difference));
        }
        return null;
    }

    private static Map<String, Object> fields(Map<String, Object> key, long number, Difference difference) {
        Map<String, Object> fields = new HashMap<>(key);
        fields.put("differenceNumber", number);
        fields.put("differenceKind", difference.kind().name());
        fields.put("gatewayReference", difference.reference());
        fields.put("orderId", difference.orderId());
        fields.put("gatewayAmount", difference.gatewayAmount());
        fields.put("ofbizAmount", difference.ofbizAmount());
        fields.put("attemptId", difference.attemptId());
        fields.put("invoiceId", difference.invoiceId());
        fields.put("paymentId", difference.paymentId());
        fields.put("currencyUomId", difference.currencyUomId());
        return fields;
    }
}
