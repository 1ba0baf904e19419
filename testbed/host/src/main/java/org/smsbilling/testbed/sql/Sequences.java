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
package org.smsbilling.testbed.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Sequence values in banks, as OFBiz takes them from SequenceValueItem: outside the caller's transaction, with gaps after a restart. */
final class Sequences {

    private static final long FIRST = 10000;

    private final DataSource source;
    private final Map<String, long[]> banks = new HashMap<>();

    Sequences(DataSource source) {
        this.source = source;
    }

    synchronized long next(String name, int bankSize) throws SQLException {
        long[] bank = banks.get(name);
        if (bank == null || bank[0] == bank[1]) {
            long start = take(name, bankSize);
            bank = new long[] {start, start + bankSize};
            banks.put(name, bank);
        }
        return bank[0]++;
    }

    private long take(String name, int size) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean known = update(connection, "UPDATE SEQUENCE_VALUE_ITEM SET SEQ_ID = SEQ_ID + ? WHERE SEQ_NAME = ?", size, name);
                if (!known) {
                    update(connection, "INSERT INTO SEQUENCE_VALUE_ITEM (SEQ_ID, SEQ_NAME) VALUES (?, ?)", FIRST + size, name);
                }
                long end = read(connection, name);
                connection.commit();
                return end - size;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean update(Connection connection, String sql, long value, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.setString(2, name);
            return statement.executeUpdate() > 0;
        }
    }

    private static long read(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT SEQ_ID FROM SEQUENCE_VALUE_ITEM WHERE SEQ_NAME = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
