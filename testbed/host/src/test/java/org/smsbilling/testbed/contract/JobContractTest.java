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
package org.smsbilling.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.testbed.Testbed;

/** Jobs in JobSandbox. */
final class JobContractTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static GenericValue finished(Delegator delegator, String field, Object value) throws Exception {
        long deadline = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (true) {
            GenericValue job = EntityQuery.use(delegator).from("JobSandbox").where(field, value).orderBy("jobId").queryFirst();
            if (job != null && job.get("finishDateTime") != null) {
                return job;
            }
            assertTrue(System.nanoTime() < deadline, "the job did not finish in time");
            Thread.sleep(50);
        }
    }

    private static long logged(Delegator delegator, String thingId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("ContractLog").where("thingId", thingId).queryCount();
    }

    @OnBothDatabases
    void aPersistedServiceRunsAfterTheCommitAsTheUserWhoAskedForIt(Testbed testbed) throws Exception {
        GenericValue admin = EntityQuery.use(testbed.delegator()).from("UserLogin").where("userLoginId", "admin").queryOne();
        testbed.dispatcher().runAsync("logContractThing", UtilMisc.toMap("thingId", "persisted", "userLogin", admin), true);
        GenericValue job = finished(testbed.delegator(), "authUserLoginId", "admin");
        assertEquals("SERVICE_FINISHED", job.get("statusId"));
        assertEquals(1, logged(testbed.delegator(), "persisted"));
    }

    @OnBothDatabases
    void aPersistedServiceVanishesWithARollback(Testbed testbed) throws Exception {
        long before = EntityQuery.use(testbed.delegator()).from("JobSandbox").queryCount();
        TransactionUtil.begin();
        testbed.delegator().create("ContractThing", "thingId", "vanishes", "groupName", "later");
        TransactionUtil.rollback();
        assertEquals(before, EntityQuery.use(testbed.delegator()).from("JobSandbox").queryCount());
    }

    @OnBothDatabases
    void aRecurringJobRunsAndPlansItsNextRun(Testbed testbed) throws Exception {
        Delegator delegator = testbed.delegator();
        delegator.create("TemporalExpression", "tempExprId", "EVERY_5_MIN", "tempExprTypeId", "FREQUENCY", "integer1", 12L, "integer2", 5L);
        delegator.create("JobSandbox", "jobId", "recurring", "jobName", "recurring", "serviceName", "contractForUsers", "poolId", "pool", "runAsUser",
                "system", "tempExprId", "EVERY_5_MIN", "maxRecurrenceCount", -1L, "statusId", "SERVICE_PENDING", "runTime",
                Timestamp.from(BothDatabases.START.minusSeconds(720)));
        GenericValue job = finished(delegator, "jobId", "recurring");
        assertEquals("SERVICE_FINISHED", job.get("statusId"));
        List<GenericValue> next = EntityQuery.use(delegator).from("JobSandbox").where("previousJobId", "recurring").queryList();
        assertEquals(1, next.size());
        assertEquals("SERVICE_PENDING", next.get(0).get("statusId"));
        assertEquals(Timestamp.from(BothDatabases.START.plusSeconds(180)), next.get(0).get("runTime"));
    }

    @OnBothDatabases
    void aFailingJobIsMarkedWithItsReason(Testbed testbed) throws Exception {
        testbed.delegator().create("JobSandbox", "jobId", "failing", "jobName", "failing", "serviceName", "contractThrow", "poolId", "pool",
                "statusId", "SERVICE_PENDING", "runTime", Timestamp.from(BothDatabases.START));
        GenericValue job = finished(testbed.delegator(), "jobId", "failing");
        assertEquals("SERVICE_FAILED", job.get("statusId"));
        assertTrue(job.getString("jobResult").contains("thrown by the service"), job.getString("jobResult"));
    }

    @OnBothDatabases
    void aJobThatACrashInterruptedRunsAgain(Testbed testbed) throws Exception {
        testbed.delegator().create("JobSandbox", "jobId", "crashed", "jobName", "crashed", "serviceName", "contractForUsers", "poolId", "pool",
                "runAsUser", "system", "statusId", "SERVICE_RUNNING", "runTime", Timestamp.from(BothDatabases.START),
                "startDateTime", Timestamp.from(BothDatabases.START), "runByInstanceId", "testbed");
        testbed.jobs().reloadCrashed();
        assertEquals("SERVICE_FINISHED", finished(testbed.delegator(), "previousJobId", "crashed").get("statusId"));
        GenericValue crashed = EntityQuery.use(testbed.delegator()).from("JobSandbox").where("jobId", "crashed").queryOne();
        assertEquals("SERVICE_CRASHED", crashed.get("statusId"));
    }
}
