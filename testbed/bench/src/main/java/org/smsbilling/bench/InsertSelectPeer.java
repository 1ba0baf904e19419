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

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least that a database can do for reminders: one statement that inserts a row for each open invoice that is due on a day, unless it is there.
 * It checks no recipient, no consent, no cycle and no amount, and writes no message.
 */
final class InsertSelectPeer implements AutoCloseable {

    private static final int BATCH = 10_000;

    private final Connection connection;
    private final boolean postgres;

    InsertSelectPeer(BenchWorld world, boolean postgres) throws SQLException {
        this.postgres = postgres;
        connection = DriverManager.getConnection(world.newDatabase("peer"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE invoice_due (invoice_id VARCHAR(20) PRIMARY KEY, due_date DATE NOT NULL, is_open BOOLEAN NOT NULL)");
            statement.execute("CREATE INDEX due_open ON invoice_due (due_date)" + (postgres ? " WHERE is_open" : ""));
            statement.execute("CREATE TABLE reminder (invoice_id VARCHAR(20), step_id VARCHAR(20), PRIMARY KEY (invoice_id, step_id))");
        }
    }

    void populate(int open, int due, Date today) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO invoice_due VALUES (?, ?, TRUE)")) {
            for (int number = 1; number <= open; number++) {
                insert.setString(1, "I" + number);
                insert.setDate(2, number <= due ? today : Date.valueOf(today.toLocalDate().plusDays(20 + number % 200)));
                insert.addBatch();
                if (number % BATCH == 0 || number == open) {
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        if (postgres) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE");
            }
        }
    }

    /** @return rows and seconds, in words */
    String run(Date day) throws SQLException {
        String sql = "INSERT INTO reminder SELECT invoice_id, 'TODAY' FROM invoice_due d WHERE due_date = ? AND is_open "
                + (postgres ? "ON CONFLICT DO NOTHING" : "AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.invoice_id = d.invoice_id)");
        long start = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setDate(1, day);
            int rows = insert.executeUpdate();
            return String.format("%,7d rows in %.3f s, 1 statement, 1 commit", rows, (System.nanoTime() - start) / 1e9);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
