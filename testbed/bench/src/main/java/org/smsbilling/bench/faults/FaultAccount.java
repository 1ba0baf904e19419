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
package org.smsbilling.bench.faults;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.smsbilling.outside.OutsideWorld;

/** What became of everything, counted in the database and in the outside world, and compared. */
final class FaultAccount {

    private static final String STUCK = "SELECT (SELECT count(*) FROM sms_message WHERE message_status IN ('QUEUED', 'SENDING'))"
            + " + (SELECT count(*) FROM sms_payment_attempt WHERE attempt_state IN ('CREATED', 'AUTHORIZING', 'APPROVED', 'PARTIAL', 'UNKNOWN'))"
            + " + (SELECT count(*) FROM sms_invoice_paying) + (SELECT count(*) FROM sms_event WHERE next_date IS NOT NULL)"
            + " + (SELECT count(*) FROM sms_webhook_receipt WHERE next_date IS NOT NULL)";

    private final String jdbcUrl;
    private final OutsideWorld outside;

    FaultAccount(String jdbcUrl, OutsideWorld outside) {
        this.jdbcUrl = jdbcUrl;
        this.outside = outside;
    }

    /** @return rows that are not at an end yet */
    long stuck() throws SQLException {
        return Long.parseLong(value(STUCK));
    }

    /** @return number by state */
    Map<String, Long> counts(String table, String column) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (List<String> row : rows("SELECT " + column + ", count(*) FROM " + table + " GROUP BY 1")) {
            counts.put(row.get(0), Long.valueOf(row.get(1)));
        }
        return counts;
    }

    /** @return what does not hold; empty when all does */
    List<String> broken(int sends) throws SQLException {
        List<String> broken = new ArrayList<>();
        expect(broken, "step runs of clerks' sendings", String.valueOf(sends),
                value("SELECT count(*) FROM sms_step_run WHERE step_id = 'SEND' AND message_id IS NOT NULL"));
        expect(broken, "rows that are stuck", "0", String.valueOf(stuck()));
        texts(broken);
        payments(broken);
        return broken;
    }

    /** A text that the carrier took belongs to exactly one message, and the other way round; what nobody knows is AMBIGUOUS. */
    private void texts(List<String> broken) throws SQLException {
        Set<String> atCarrier = new HashSet<>();
        outside.twilio().messages().all().stream().filter(sms -> !"inbound".equals(sms.draft().direction())).forEach(sms ->
                atCarrier.add(sms.draft().sid()));
        Set<String> ours = new HashSet<>();
        for (List<String> row : rows("SELECT provider_message_id FROM sms_message WHERE provider_message_id IS NOT NULL")) {
            if (!ours.add(row.get(0))) {
                broken.add("two messages share the carrier's id " + row.get(0));
            }
        }
        long ambiguous = counts("sms_message", "message_status").getOrDefault("AMBIGUOUS", 0L);
        Set<String> unknownToUs = new HashSet<>(atCarrier);
        unknownToUs.removeAll(ours);
        if (unknownToUs.size() > ambiguous) {
            broken.add(unknownToUs.size() + " texts at the carrier belong to no message, and only " + ambiguous + " messages are AMBIGUOUS");
        }
        ours.removeAll(atCarrier);
        expect(broken, "messages that are SENT and not at the carrier", "0", String.valueOf(ours.size()));
    }

    private void payments(List<String> broken) throws SQLException {
        expect(broken, "money at the gateway and in OFBiz", outside.cardPointe().taken().setScale(2).toPlainString(), new BigDecimal(
                value("SELECT coalesce(sum(amount), 0) FROM payment WHERE status_id = 'PMNT_RECEIVED'")).setScale(2).toPlainString());
        expect(broken, "POSTED attempts without payments of what was approved", "0", value("SELECT count(*) FROM sms_payment_attempt t"
                + " WHERE attempt_state IN ('POSTED', 'SETTLING', 'SETTLED') AND (SELECT coalesce(sum(p.amount), 0)"
                + " FROM sms_payment_attempt_invoice i JOIN payment p ON p.payment_id = i.payment_id"
                + " WHERE i.attempt_id = t.attempt_id) <> coalesce(t.approved_amount, t.amount)"));
        expect(broken, "invoices that got more than they are worth", "0", value("SELECT count(*) FROM (SELECT invoice_id FROM payment_application"
                + " GROUP BY 1 HAVING sum(amount_applied) > 60) x"));
    }

    private static void expect(List<String> broken, String what, String expected, String found) {
        if (!expected.equals(found)) {
            broken.add(what + ": " + found + " instead of " + expected);
        }
    }

    String value(String sql) throws SQLException {
        return rows(sql).get(0).get(0);
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl); Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
