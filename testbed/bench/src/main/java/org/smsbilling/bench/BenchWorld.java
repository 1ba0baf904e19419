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

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.SmsBilling;
import org.smsbilling.cardpointe.CardPointeGateway;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;

/** The component in the testbed on a new database, PostgreSQL unless --h2 was given, with everything counted that goes to it. */
final class BenchWorld implements AutoCloseable {

    /** A Wednesday noon in New York, at which texts may leave; from then on the clock runs. */
    static final Instant NOON = Instant.parse("2026-03-04T17:00:00Z");
    private static final String OURS = "ours";

    private final CountingDriver driver;
    private final TestPostgres postgres;
    private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOON));
    private final String ours;
    private final Testbed testbed;

    private BenchWorld(CountingDriver driver, TestPostgres postgres) {
        this.driver = driver;
        this.postgres = postgres;
        this.ours = newDatabase(OURS);
        TestbedConfig config = new TestbedConfig(List.of(root()), ours, postgres == null ? "sa" : postgres.user(), "", clock,
                List.of("seed", "seed-initial"), 500);
        this.testbed = Testbed.start(config);
    }

    static BenchWorld start(BenchOptions options) throws SQLException {
        CountingDriver driver = CountingDriver.register();
        TestPostgres postgres = options.on("h2") ? null : TestPostgres.start();
        boolean started = false;
        try {
            BenchWorld world = new BenchWorld(driver, postgres);
            started = true;
            return world;
        } finally {
            if (!started && postgres != null) {
                postgres.close();
            }
        }
    }

    /** @return the component's directory, from which ./bench starts; Maven's tests start in the module's */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith(Path.of("testbed", "bench")) ? here.getParent().getParent() : here;
    }

    /** Another empty database of the same kind, for a peer. @param name under which {@link #counts(String)} has its figures */
    String newDatabase(String name) {
        return driver.counted(name, postgres == null ? "jdbc:h2:mem:bench" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" : postgres.newDatabase());
    }

    /** The component has this carrier from now on and sends nothing by itself: a benchmark starts what it measures. */
    void quiet(SmsProvider carrier) {
        SmsBilling billing = new SmsBilling(delegator(), clock, carrier, new CardPointeGateway(Optional.empty()));
        billing.outbox().close();
        SmsBilling.install(billing);
    }

    /** What a database does by itself sooner or later: it learns how its tables are filled. To be called when they are. */
    void settle() throws SQLException {
        if (postgres != null) {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
        }
    }

    /** @return from now on */
    Stopwatch watch() {
        return new Stopwatch(() -> postgres == null ? 0 : postgres.cpuNanos());
    }

    String databaseName() {
        return postgres == null ? "H2 in memory" : "PostgreSQL";
    }

    Delegator delegator() {
        return testbed.delegator();
    }

    Testbed testbed() {
        return testbed;
    }

    Clock clock() {
        return clock;
    }

    /** @return what went to the component's database */
    StatementCounts counts() {
        return counts(OURS);
    }

    StatementCounts counts(String name) {
        return driver.counts(name);
    }

    /** @return a connection to the component's database */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(ours, postgres == null ? "sa" : postgres.user(), "");
    }

    @Override
    public void close() {
        testbed.close();
        driver.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
