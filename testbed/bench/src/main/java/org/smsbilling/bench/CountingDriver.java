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

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** JDBC driver in front of another one that counts statements and commits: {@code jdbc:counted:NAME:postgresql://...}. */
final class CountingDriver implements Driver, AutoCloseable {

    private static final String PREFIX = "jdbc:counted:";

    private final Map<String, StatementCounts> counts = new ConcurrentHashMap<>();

    /** A driver that JDBC knows from now on. */
    static CountingDriver register() throws SQLException {
        CountingDriver driver = new CountingDriver();
        DriverManager.registerDriver(driver);
        return driver;
    }

    /** JDBC knows it no more, so that another one counts what goes to databases of the same names. */
    @Override
    public void close() {
        try {
            DriverManager.deregisterDriver(this);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return the address under which what goes to the database is counted */
    String counted(String name, String url) {
        counts.computeIfAbsent(name, any -> new StatementCounts());
        return PREFIX + name + ":" + url.substring("jdbc:".length());
    }

    StatementCounts counts(String name) {
        return counts.get(name);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX) && counts.containsKey(name(url));
    }

    private static String name(String url) {
        return url.substring(PREFIX.length(), url.indexOf(':', PREFIX.length()));
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        String name = name(url);
        Connection connection = DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length() + name.length() + 1), info);
        return connection(connection, counts.get(name));
    }

    private static Connection connection(Connection real, StatementCounts counts) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            if (method.getName().equals("commit")) {
                counts.commit();
            }
            if (result instanceof PreparedStatement prepared) {
                return statement(PreparedStatement.class, prepared, real, counts, (String) arguments[0]);
            }
            return result instanceof Statement statement ? statement(Statement.class, statement, real, counts, "") : result;
        });
    }

    private static <T> T statement(Class<T> type, T real, Connection connection, StatementCounts counts, String sql) {
        return proxy(type, (proxy, method, arguments) -> {
            if (real instanceof PreparedStatement prepared && method.getName().equals("setObject") && arguments.length == 2) {
                prepared.setObject((Integer) arguments[0], arguments[1]); // by far the most calls, so that counting costs little
                return null;
            } else if (method.getName().startsWith("execute")) {
                counts.statement(connection.getAutoCommit());
                long began = System.nanoTime();
                Object result = invoke(real, method, arguments);
                counts.took(sql, System.nanoTime() - began);
                return result;
            } else if (method.getName().equals("addBatch")) {
                counts.batchedRow();
            }
            return invoke(real, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("No java.util.logging here");
    }
}
