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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.MoneyText;
import org.smsbilling.message.MessageLabels;

/** Checked days as the page shows them. */
final class ReconciliationView {

    private static final String RESOURCE = "SmsBillingReconciliationLabels";
    private static final int DAYS = 31;

    private final Delegator delegator;
    private final String organizationPartyId;
    private final Locale locale;
    private final ZoneId zone;

    ReconciliationView(Delegator delegator, String organizationPartyId, Locale locale, ZoneId zone) {
        this.delegator = delegator;
        this.organizationPartyId = organizationPartyId;
        this.locale = locale;
        this.zone = zone;
    }

    /** @return the newest days that were checked, newest first */
    List<Map<String, Object>> days() throws GenericEntityException {
        List<Map<String, Object>> days = new ArrayList<>();
        List<GenericValue> rows = EntityQuery.use(delegator).from("SmsReconciliation").where("organizationPartyId", organizationPartyId)
                .orderBy("-reconciledDay").maxRows(DAYS).queryList();
        Map<String, List<Map<String, Object>>> totals = totals(rows);
        for (GenericValue row : rows) {
            days.add(day(row, totals));
        }
        return days;
    }

    /** @return null when that day was not checked */
    Map<String, Object> day(String reconciledDay) throws GenericEntityException {
        GenericValue row = EntityQuery.use(delegator).from("SmsReconciliation").where("organizationPartyId", organizationPartyId,
                "reconciledDay", reconciledDay).queryOne();
        if (row == null) {
            return null;
        }
        Map<String, Object> day = day(row, totals(List.of(row)));
        List<Map<String, Object>> differences = new ArrayList<>();
        for (GenericValue difference : EntityQuery.use(delegator).from("SmsReconciliationDiff").where("organizationPartyId", organizationPartyId,
                "reconciledDay", reconciledDay).orderBy("differenceNumber").queryList()) {
            differences.add(difference(difference));
        }
        day.put("differences", differences);
        return day;
    }

    /** @return of each day with settled charges one line for each currency; one query */
    private Map<String, List<Map<String, Object>>> totals(List<GenericValue> days) throws GenericEntityException {
        Map<String, List<Map<String, Object>>> totals = new HashMap<>();
        if (days.isEmpty()) {
            return totals;
        }
        for (GenericValue row : EntityQuery.use(delegator).from("SmsReconciliationTotal").where(
                EntityCondition.makeCondition("organizationPartyId", organizationPartyId),
                EntityCondition.makeCondition("reconciledDay", EntityOperator.IN, days.stream().map(day -> day.getString("reconciledDay")).toList()))
                .orderBy("currencyUomId").queryList()) {
            String currency = DayTotal.UNKNOWN.equals(row.getString("currencyUomId")) ? null : row.getString("currencyUomId");
            totals.computeIfAbsent(row.getString("reconciledDay"), any -> new ArrayList<>()).add(Map.of(
                    "gatewayText", money(row.getBigDecimal("gatewayTotal"), currency), "ofbizText", money(row.getBigDecimal("ofbizTotal"), currency),
                    "gatewayCount", row.getLong("gatewayCount")));
        }
        return totals;
    }

    private Map<String, Object> day(GenericValue row, Map<String, List<Map<String, Object>>> totals) {
        Map<String, Object> day = new HashMap<>();
        day.put("day", row.getString("reconciledDay"));
        day.put("dayText", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(LocalDate.parse(row.getString(
                "reconciledDay"))));
        day.put("outcome", row.getString("outcome"));
        day.put("outcomeText", text("Outcome_" + row.getString("outcome")));
        day.put("checkedText", new MessageLabels(locale).time(row.getTimestamp("checkedDate").toInstant(), zone));
        day.put("totals", totals.getOrDefault(row.getString("reconciledDay"), List.of()));
        day.put("gatewayCount", row.getLong("gatewayCount"));
        day.put("otherCount", row.getLong("otherCount"));
        day.put("waitingCount", row.getLong("waitingCount"));
        day.put("differenceCount", row.getLong("differenceCount"));
        return day;
    }

    private Map<String, Object> difference(GenericValue row) {
        Map<String, Object> difference = new HashMap<>();
        String kind = row.getString("differenceKind");
        difference.put("kind", kind);
        difference.put("kindText", text("Kind_" + kind));
        difference.put("todoText", text("Todo_" + kind));
        for (String field : List.of("gatewayReference", "orderId", "invoiceId", "paymentId")) {
            difference.put(field, Objects.toString(row.getString(field), ""));
        }
        difference.put("gatewayText", money(row.getBigDecimal("gatewayAmount"), row.getString("currencyUomId")));
        difference.put("ofbizText", money(row.getBigDecimal("ofbizAmount"), row.getString("currencyUomId")));
        return difference;
    }

    private String money(BigDecimal amount, String currency) {
        return amount == null ? "" : currency == null ? amount.stripTrailingZeros().toPlainString() : MoneyText.format(amount, currency, locale);
    }

    private String text(String key) {
        return UtilProperties.getMessage(RESOURCE, "SmsBillingReconciliation" + key, locale);
    }
}
