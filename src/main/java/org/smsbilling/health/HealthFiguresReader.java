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

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityComparisonOperator;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.limit.OrganizationDay;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.payment.AttemptState;

/** Reads the figures of an organization: a fixed number of queries, each by an index. */
final class HealthFiguresReader {

    private static final EntityCondition UNFINISHED = EntityCondition.makeCondition("attemptState", EntityOperator.IN, Stream.of(
            AttemptState.CREATED, AttemptState.AUTHORIZING, AttemptState.UNKNOWN, AttemptState.APPROVED, AttemptState.PARTIAL)
            .map(Enum::name).toList());

    private static final EntityCondition NOT_OVER = EntityCondition.makeCondition("reversalState", EntityOperator.IN,
            List.of("REQUESTED", "CALLING", "UNKNOWN", "DONE"));

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    HealthFiguresReader(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    HealthFigures read() throws GenericEntityException {
        String organization = settings.organizationPartyId();
        EntityCondition ours = EntityCondition.makeCondition("organizationPartyId", organization);
        EntityCondition queued = EntityCondition.makeCondition(ours, EntityCondition.makeCondition("messageStatus", MessageStatus.QUEUED.name()));
        Instant midnight = now.atZone(settings.zoneId()).toLocalDate().atStartOfDay(settings.zoneId()).toInstant();
        return new HealthFigures(settings, now, checks(), backlog("SmsMessage", "notBefore", queued),
                count("SmsMessage", queued, compare("notBefore", EntityOperator.GREATER_THAN, now)),
                count("SmsMessage", ours, EntityCondition.makeCondition("messageStatus", MessageStatus.AMBIGUOUS.name())),
                backlog("SmsEvent", "nextDate", ours), backlog("SmsWebhookReceipt", "nextDate", ours),
                backlog("SmsPaymentAttempt", "createdDate", EntityCondition.makeCondition(ours, UNFINISHED))
                        .and(backlog("SmsPaymentReversal", "createdDate", EntityCondition.makeCondition(ours, NOT_OVER))), sent(ours),
                count("SmsConsentRecord", ours, EntityCondition.makeCondition("consentState", ConsentState.OPTED_OUT.name()),
                        compare("recordedDate", EntityOperator.GREATER_THAN_EQUAL_TO, midnight)),
                spending(ours), jobs(), settings.texting().dailyCap() == 0 ? 0 : OrganizationDay.used(delegator, settings, now));
    }

    private Map<CheckKind, CheckResult> checks() throws GenericEntityException {
        Map<CheckKind, CheckResult> checks = new EnumMap<>(CheckKind.class);
        for (GenericValue row : EntityQuery.use(delegator).from("SmsHealthCheck").where("organizationPartyId", settings.organizationPartyId())
                .queryList()) {
            String problem = row.getString("problem");
            checks.put(CheckKind.valueOf(row.getString("checkKind")),
                    new CheckResult(row.getTimestamp("checkedDate").toInstant(), problem == null ? "" : problem));
        }
        return checks;
    }

    private Backlog backlog(String entity, String dateField, EntityCondition which) throws GenericEntityException {
        EntityCondition due = EntityCondition.makeCondition(which, compare(dateField, EntityOperator.LESS_THAN_EQUAL_TO, now));
        GenericValue oldest = EntityQuery.use(delegator).select(dateField).from(entity).where(due).orderBy(dateField).queryFirst();
        return oldest == null ? new Backlog(0, Duration.ZERO)
                : new Backlog(count(entity, due), Duration.between(oldest.getTimestamp(dateField).toInstant(), now));
    }

    private SentToday sent(EntityCondition ours) throws GenericEntityException {
        Map<String, Long> byStatus = new HashMap<>();
        Map<String, Long> failures = new HashMap<>();
        for (GenericValue row : EntityQuery.use(delegator).select("messageStatus", "errorCode", "messages").from("SmsMessageCount")
                .where(ours, compare("createdDate", EntityOperator.GREATER_THAN, now.minus(Duration.ofDays(1)))).queryList()) {
            String status = row.getString("messageStatus");
            byStatus.merge(status, row.getLong("messages"), Long::sum);
            if ("FAILED".equals(status) || "UNDELIVERED".equals(status)) {
                failures.merge(String.valueOf(row.getString("errorCode")), row.getLong("messages"), Long::sum);
            }
        }
        return new SentToday(byStatus, failures);
    }

    private Spending spending(EntityCondition ours) throws GenericEntityException {
        Instant month = now.atZone(settings.zoneId()).toLocalDate().withDayOfMonth(1).atStartOfDay(settings.zoneId()).toInstant();
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        long unpriced = 0;
        for (GenericValue row : EntityQuery.use(delegator).select("priceCurrencyUomId", "price", "messages").from("SmsMessageCost")
                .where(ours, compare("createdDate", EntityOperator.GREATER_THAN_EQUAL_TO, month), EntityCondition.makeCondition("messageStatus",
                        EntityOperator.IN, List.of("SENT", "DELIVERED", "UNDELIVERED"))).queryList()) {
            BigDecimal price = row.getBigDecimal("price");
            if (price == null) {
                unpriced += row.getLong("messages");
            } else {
                byCurrency.merge(String.valueOf(row.getString("priceCurrencyUomId")), price, BigDecimal::add);
            }
        }
        return new Spending(byCurrency, unpriced, settings.texting().monthlyBudget());
    }

    private List<JobRun> jobs() throws GenericEntityException {
        List<JobRun> runs = new ArrayList<>();
        for (WatchedJob job : WatchedJob.values()) {
            GenericValue last = EntityQuery.use(delegator).select("statusId", "finishDateTime", "cancelDateTime").from("JobSandbox")
                    .where(EntityCondition.makeCondition("serviceName", job.serviceName()), EntityCondition.makeCondition("statusId",
                            EntityOperator.IN, List.of("SERVICE_FINISHED", "SERVICE_FAILED", "SERVICE_CRASHED")))
                    .orderBy("-finishDateTime").queryFirst();
            Timestamp finished = last == null ? null : last.getTimestamp("finishDateTime");
            boolean failed = last != null && !"SERVICE_FINISHED".equals(last.get("statusId"));
            runs.add(new JobRun(job, finished == null ? null : finished.toInstant(), failed));
        }
        return runs;
    }

    private long count(String entity, EntityCondition... which) throws GenericEntityException {
        return EntityQuery.use(delegator).from(entity).where(which).queryCount();
    }

    private static EntityCondition compare(String field, EntityComparisonOperator<?, ?> operator, Instant moment) {
        return EntityCondition.makeCondition(field, operator, Timestamp.from(moment));
    }
}
