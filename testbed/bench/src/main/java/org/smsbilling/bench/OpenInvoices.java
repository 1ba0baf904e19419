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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * READY sales invoices over 80.00 whose days are known, by the million: the database makes them itself, without looking at foreign keys. The first
 * ones are due today, one for each customer, the others on other days.
 */
final class OpenInvoices {

    private static final int AT_ONCE = 20_000;

    private final Connection connection;
    private final boolean postgres;
    private final LocalDate today;

    OpenInvoices(Connection connection, boolean postgres, LocalDate today) {
        this.connection = connection;
        this.postgres = postgres;
        this.today = today;
    }

    /**
     * Invoices of an organization.
     * @param customers how many customers there are, C1, C2 ...
     * @param first number of the first one
     * @param due how many are due today
     */
    void insert(String organization, int customers, int first, int count, int due) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(postgres ? "SET session_replication_role = replica" : "SET REFERENTIAL_INTEGRITY FALSE");
            for (int from = 0; from < count; from += AT_ONCE) {
                insert(statement, organization, customers, first, from, Math.min(count, from + AT_ONCE), due);
            }
            statement.execute(postgres ? "SET session_replication_role = DEFAULT" : "SET REFERENTIAL_INTEGRITY TRUE");
        }
    }

    private void insert(Statement statement, String organization, int customers, int first, int from, int until, int due) throws SQLException {
        String numbers = " FROM (SELECT CAST(X AS INTEGER) AS X FROM " + (postgres ? "generate_series(" : "SYSTEM_RANGE(") + (first + from) + ", "
                + (first + until - 1) + ")" + (postgres ? " AS R(X)" : "") + ") S";
        String invoice = "'I' || X";
        String customer = "'C' || (1 + MOD(X, " + customers + "))";
        String invoiced = "DATE '" + today.minusDays(20) + "'";
        String day = "CASE WHEN X - " + first + " < " + due + " THEN DATE '" + today + "' ELSE DATE '" + today + "' + (20 + MOD(X - " + first
                + ", 200)) END";
        statement.execute("INSERT INTO INVOICE (INVOICE_ID, INVOICE_TYPE_ID, PARTY_ID_FROM, PARTY_ID, STATUS_ID, CURRENCY_UOM_ID, INVOICE_DATE,"
                + " DUE_DATE) SELECT " + invoice + ", 'SALES_INVOICE', '" + organization + "', " + customer + ", 'INVOICE_READY', 'USD', CAST("
                + invoiced + " AS TIMESTAMP), CAST(" + day + " AS TIMESTAMP)" + numbers);
        statement.execute("INSERT INTO INVOICE_ITEM (INVOICE_ID, INVOICE_ITEM_SEQ_ID, INVOICE_ITEM_TYPE_ID, AMOUNT, QUANTITY) SELECT " + invoice
                + ", '00001', 'INV_FPROD_ITEM', 80.00, 1" + numbers);
        statement.execute("INSERT INTO SMS_INVOICE_DUE (INVOICE_ID, ORGANIZATION_PARTY_ID, CUSTOMER_PARTY_ID, DUE_DATE, INVOICE_DATE, READ_DATE)"
                + " SELECT " + invoice + ", '" + organization + "', " + customer + ", " + day + ", " + invoiced + ", CAST(" + invoiced
                + " AS TIMESTAMP)" + numbers);
    }
}
