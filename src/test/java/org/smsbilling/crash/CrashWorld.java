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
package org.smsbilling.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.scenario.Expect;
import org.smsbilling.scenario.OutsideWorldClient;
import org.smsbilling.testbed.db.TestPostgres;

/** What outlives a killed process: the outside world and the database, which this looks at without the component. */
final class CrashWorld implements AutoCloseable {

    /** Longer than any lease. */
    static final Duration PAST_LEASES = Duration.ofSeconds(95);

    private final OutsideWorld outside = OutsideWorld.start(0);
    private final OutsideWorldClient client = new OutsideWorldClient(outside.baseUri());
    private final String database;
    private final String administrator;
    private final String organization;
    private MortalProcess host;

    /** An invoice to send. @param number of its customer */
    record Bill(String invoiceId, String number, String amount) { }

    CrashWorld(TestPostgres postgres) {
        database = postgres.newDatabase();
        host = MortalProcess.start(database, outside.baseUri());
        String[] settled = host.ask("settle").split("\t");
        administrator = settled[0];
        organization = settled[1];
    }

    OutsideWorld outside() {
        return outside;
    }

    OutsideWorldClient client() {
        return client;
    }

    MortalProcess host() {
        return host;
    }

    /** Starts the component again, whether it was killed or still lives. The dead one's right to send is taken over after eight seconds. */
    void restart() throws InterruptedException {
        host.kill();
        host = MortalProcess.start(database, outside.baseUri());
    }

    /** Starts it again as if the eight seconds after which another takes over the dead one's right to send were past. */
    void restartLater() throws Exception {
        host.kill();
        try (Connection connection = DriverManager.getConnection(database); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE sms_carrier_account SET released = 'Y'");
        }
        host = MortalProcess.start(database, outside.baseUri());
    }

    Bill bill(String amount) {
        String[] made = host.ask("bill", organization, amount).split("\t");
        return new Bill(made[0], made[1], amount);
    }

    /** A clerk sends it. @return id of the message */
    String send(Bill bill, int occurrence) {
        return host.ask("send", administrator, bill.invoiceId(), bill.number(), String.valueOf(occurrence));
    }

    /** A clerk sends it, and the process may end before it answers. */
    void tellToSend(Bill bill) {
        host.tell("send", administrator, bill.invoiceId(), bill.number(), "1");
    }

    String outcome(String messageId) {
        return host.ask("outcome", administrator, messageId);
    }

    String history(Bill bill) {
        return host.ask("history", administrator, bill.invoiceId());
    }

    /** @return texts that the carrier accepted for the customer */
    int texts(Bill bill) throws Exception {
        return client.texts(bill.number()).size();
    }

    /** Sends it and waits for the text. @return the pay token in it */
    String token(Bill bill) throws Exception {
        send(bill, 1);
        return OutsideWorldClient.tokenIn(client.text(bill.number(), 1));
    }

    /** Moves the clock so that every lease that runs now is over. */
    void pastLeases() {
        outside.clock().advance(PAST_LEASES);
    }

    /** Waits until a query gives what is expected, or a minute is over. */
    void becomes(String expected, String sql, String... values) throws Exception {
        Expect.soon(sql + List.of(values), () -> value(sql, values), expected::equals);
    }

    /** @return the first column of the only row as text, or null when there is none */
    String value(String sql, String... values) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    @Override
    public void close() {
        host.close();
        outside.close();
    }
}
