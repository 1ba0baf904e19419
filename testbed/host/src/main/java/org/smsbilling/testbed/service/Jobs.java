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
package org.smsbilling.testbed.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.GeneralException;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceUtil;

/** Jobs in JobSandbox: services that run later or again and again (temporal expression FREQUENCY), at least once each. */
public final class Jobs implements AutoCloseable {

    private static final String MODULE = Jobs.class.getName();
    private static final String INSTANCE = "testbed";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Long, ChronoUnit> UNITS = Map.of((long) Calendar.SECOND, ChronoUnit.SECONDS, (long) Calendar.MINUTE, ChronoUnit.MINUTES,
            (long) Calendar.HOUR_OF_DAY, ChronoUnit.HOURS, (long) Calendar.HOUR, ChronoUnit.HOURS, (long) Calendar.DAY_OF_MONTH, ChronoUnit.DAYS,
            (long) Calendar.MONTH, ChronoUnit.MONTHS);

    private final DispatchContext dctx;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "testbed-jobs");
        thread.setDaemon(true);
        return thread;
    });

    Jobs(DispatchContext dctx) {
        this.dctx = dctx;
    }

    public void start(long pollMillis) throws GenericEntityException {
        reloadCrashed();
        poller.scheduleWithFixedDelay(() -> {
            try {
                runDue();
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "Jobs could not be run", MODULE);
            }
        }, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
    }

    /** As OFBiz when it starts: what this instance had begun and not ended runs again. */
    public void reloadCrashed() throws GenericEntityException {
        List<GenericValue> crashed = EntityQuery.use(dctx.getDelegator()).from("JobSandbox")
                .where("runByInstanceId", INSTANCE, "finishDateTime", null, "cancelDateTime", null).queryList();
        for (GenericValue job : crashed) {
            next(job, UtilDateTime.nowTimestamp().toInstant(), retries(job));
            job.set("statusId", "SERVICE_CRASHED");
            job.set("cancelDateTime", UtilDateTime.nowTimestamp());
            job.store();
        }
    }

    /** Writes a job in the caller's transaction: it vanishes with a rollback. */
    void create(ModelService service, Map<String, ? extends Object> context, Timestamp runTime) throws GenericServiceException {
        try {
            GenericValue user = (GenericValue) context.get("userLogin");
            Delegator delegator = dctx.getDelegator();
            GenericValue data = delegator.createSetNextSeqId(delegator.makeValue("RuntimeData", "runtimeInfo", write(context)));
            delegator.createSetNextSeqId(delegator.makeValue("JobSandbox", "jobName", service.getName(), "runTime", runTime,
                    "poolId", "pool", "statusId", "SERVICE_PENDING", "serviceName", service.getName(), "runtimeDataId", data.get("runtimeDataId"),
                    "authUserLoginId", user == null ? null : user.get("userLoginId"), "maxRetry", (long) service.getMaxRetry()));
        } catch (GenericEntityException | JsonProcessingException e) {
            throw new GenericServiceException("Unable to store job of " + service.getName(), e);
        }
    }

    private static String write(Map<String, ? extends Object> context) throws JsonProcessingException {
        Map<String, List<String>> texts = new HashMap<>();
        for (Map.Entry<String, ? extends Object> each : context.entrySet()) {
            Object value = each.getValue();
            boolean simple = value instanceof String || value instanceof Number || value instanceof Timestamp || value instanceof java.util.Locale
                    || value instanceof Boolean;
            if (simple) {
                texts.put(each.getKey(), List.of(value.getClass().getName(), value.toString()));
            } else if (value != null && !each.getKey().equals("userLogin")) {
                throw new IllegalArgumentException("Pass ids to jobs: " + each.getKey() + " is a " + value.getClass().getName());
            }
        }
        return JSON.writeValueAsString(texts);
    }

    /** Runs what is due now, one after the other. @return how many ran */
    public int runDue() throws GenericEntityException {
        List<EntityCondition> conditions = new ArrayList<>();
        conditions.add(EntityCondition.makeCondition("runTime", EntityOperator.LESS_THAN_EQUAL_TO, UtilDateTime.nowTimestamp()));
        for (String empty : List.of("startDateTime", "cancelDateTime", "runByInstanceId")) {
            conditions.add(EntityCondition.makeCondition(empty, null));
        }
        EntityQuery due = EntityQuery.use(dctx.getDelegator()).from("JobSandbox").where(conditions).orderBy("runTime").maxRows(100);
        int ran = 0;
        for (GenericValue job : due.queryList()) {
            int claimed = dctx.getDelegator().storeByCondition("JobSandbox", Map.of("runByInstanceId", INSTANCE, "statusId", "SERVICE_QUEUED"),
                    EntityCondition.makeCondition(UtilMisc.toMap("jobId", job.get("jobId"), "runByInstanceId", null)));
            if (claimed == 1) {
                run(job);
                ran++;
            }
        }
        return ran;
    }

    private void run(GenericValue job) throws GenericEntityException {
        job.refresh();
        job.set("statusId", "SERVICE_RUNNING");
        job.set("startDateTime", UtilDateTime.nowTimestamp());
        job.store();
        boolean again = job.get("tempExprId") != null && repeat(job);
        String status = "SERVICE_FINISHED";
        String outcome = null;
        try {
            Map<String, Object> result = dctx.getDispatcher().runSync(job.getString("serviceName"), context(job));
            outcome = ServiceUtil.isError(result) ? ServiceUtil.getErrorMessage(result) : (String) result.get(ModelService.SUCCESS_MESSAGE);
        } catch (GeneralException | JsonProcessingException | RuntimeException e) {
            Debug.logError(e, "Job " + job.get("jobId") + " failed", MODULE);
            status = "SERVICE_FAILED";
            outcome = e.getMessage();
            if (!again && retries(job) < (job.get("maxRetry") == null ? 0 : job.getLong("maxRetry"))) {
                next(job, UtilDateTime.nowTimestamp().toInstant().plus(30, ChronoUnit.MINUTES), retries(job) + 1);
            }
        }
        job.set("statusId", status);
        job.set("finishDateTime", UtilDateTime.nowTimestamp());
        job.set("jobResult", outcome == null ? null : outcome.substring(0, Math.min(255, outcome.length())));
        job.store();
    }

    private static long retries(GenericValue job) {
        return job.get("currentRetryCount") == null ? 0 : job.getLong("currentRetryCount");
    }

    private Map<String, Object> context(GenericValue job) throws GeneralException, JsonProcessingException {
        Map<String, Object> context = new HashMap<>();
        GenericValue data = job.getRelatedOne("RuntimeData");
        if (data != null) {
            Map<String, List<String>> texts = JSON.readValue(data.getString("runtimeInfo"), new TypeReference<>() { });
            for (Map.Entry<String, List<String>> each : texts.entrySet()) {
                String text = each.getValue().get(1);
                context.put(each.getKey(), ObjectType.simpleTypeOrObjectConvert(text, each.getValue().get(0), null, java.util.Locale.ROOT));
            }
        }
        String user = job.get("runAsUser") == null ? job.getString("authUserLoginId") : job.getString("runAsUser");
        if (user != null) {
            context.put("userLogin", dctx.getDelegator().findOne("UserLogin", false, "userLoginId", user));
        }
        return context;
    }

    private boolean repeat(GenericValue job) throws GenericEntityException {
        long most = job.get("maxRecurrenceCount") == null ? -1 : job.getLong("maxRecurrenceCount");
        long count = job.get("currentRecurrenceCount") == null ? 0 : job.getLong("currentRecurrenceCount");
        if (most != -1) {
            job.set("currentRecurrenceCount", ++count);
        }
        if (most != -1 && count > most) {
            return false;
        }
        GenericValue expression = job.getRelatedOne("TemporalExpression");
        ChronoUnit unit = UNITS.get(expression.getLong("integer1"));
        if (!"FREQUENCY".equals(expression.get("tempExprTypeId")) || unit == null) {
            throw new IllegalStateException("The testbed knows temporal expressions of type FREQUENCY only: " + expression);
        }
        ZonedDateTime next = (expression.get("date1") == null ? job : expression).getTimestamp(expression.get("date1") == null ? "runTime" : "date1")
                .toInstant().atZone(ZoneOffset.UTC);
        ZonedDateTime now = UtilDateTime.nowTimestamp().toInstant().atZone(ZoneOffset.UTC);
        long step = expression.getLong("integer2");
        long passed = Math.max(0, unit.between(next, now) / step);
        next = next.plus(passed * step, unit);
        next(job, (next.isAfter(now) ? next : next.plus(step, unit)).toInstant(), 0);
        return true;
    }

    private void next(GenericValue job, java.time.Instant moment, long retry) throws GenericEntityException {
        GenericValue next = GenericValue.create(job);
        next.set("previousJobId", job.get("jobId"));
        next.set("parentJobId", job.get("parentJobId") == null ? job.get("jobId") : job.get("parentJobId"));
        next.set("statusId", "SERVICE_PENDING");
        next.set("startDateTime", null);
        next.set("runByInstanceId", null);
        next.set("runTime", Timestamp.from(moment));
        next.set("currentRetryCount", retry);
        dctx.getDelegator().createSetNextSeqId(next);
    }

    @Override
    public void close() {
        poller.shutdownNow();
        try {
            if (!poller.awaitTermination(10, TimeUnit.SECONDS)) {
                Debug.logWarning("A job is still running", MODULE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
