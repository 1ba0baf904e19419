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
package org.smsbilling.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The same number of calls by db-scheduler: one-time tasks that do nothing but call the carrier, with its settings for high throughput. */
final class SchedulerPeer {

    private static final String NAME = "db-scheduler";
    private static final String TABLE = "create table scheduled_tasks (task_name varchar(100) not null, task_instance varchar(100) not null,"
            + " task_data %s, execution_time timestamp with time zone not null, picked boolean not null, picked_by varchar(50),"
            + " last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,"
            + " last_heartbeat timestamp with time zone, version bigint not null, priority smallint, primary key (task_name, task_instance))";

    private final BenchWorld world;
    private final boolean postgres;
    private final int threads;

    SchedulerPeer(BenchWorld world, boolean postgres, int threads) {
        this.world = world;
        this.postgres = postgres;
        this.threads = threads;
    }

    /** @return how long so many calls took */
    DrainResult drain(int count, SlowCarrier carrier) throws Exception {
        String name = NAME + System.nanoTime();
        try (HikariDataSource source = source(name)) {
            CountDownLatch left = new CountDownLatch(count);
            OneTimeTask<Void> task = Tasks.oneTime("send").execute((instance, context) -> {
                carrier.call();
                left.countDown();
            });
            var builder = Scheduler.create(source, task).threads(threads).pollingInterval(Duration.ofMillis(100));
            Scheduler scheduler = (postgres ? builder.pollUsingLockAndFetch(1.0, 4.0) : builder.pollUsingFetchAndLockOnExecute(1.0, 4.0)).build();
            List<TaskInstance<?>> instances = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                instances.add(task.instance("M" + i));
            }
            scheduler.scheduleBatch(instances, Instant.now());
            StatementCounts.Snapshot before = world.counts(name).now();
            Stopwatch watch = world.watch();
            scheduler.start();
            if (!left.await(10, TimeUnit.MINUTES)) {
                throw new IllegalStateException("db-scheduler did not finish: " + left.getCount() + " left");
            }
            long nanos = watch.nanos();
            long cpuNanos = watch.cpuNanos();
            long databaseCpuNanos = watch.databaseCpuNanos();
            scheduler.stop();
            return new DrainResult(count, nanos, cpuNanos, databaseCpuNanos, world.counts(name).now().minus(before));
        }
    }

    private HikariDataSource source(String name) throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(world.newDatabase(name));
        pool.setMaximumPoolSize(40);
        HikariDataSource source = new HikariDataSource(pool);
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(String.format(TABLE, postgres ? "bytea" : "blob"));
            statement.execute("create index execution_time_idx on scheduled_tasks (execution_time)");
            statement.execute("create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
        }
        return source;
    }
}
