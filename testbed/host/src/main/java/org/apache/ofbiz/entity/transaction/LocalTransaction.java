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
package org.apache.ofbiz.entity.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import javax.transaction.xa.XAResource;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilDateTime;

/** A transaction of one thread: one JDBC connection for each data source, taken at its first statement. */
public final class LocalTransaction implements Transaction {

    private static final String MODULE = LocalTransaction.class.getName();

    private final Map<DataSource, Connection> connections = new LinkedHashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final Timestamp startStamp = UtilDateTime.nowTimestamp();
    private final long deadlineNanos;
    private int status = Status.STATUS_ACTIVE;
    private String causeMessage;
    private Throwable cause;

    LocalTransaction(int timeoutSeconds) {
        this.deadlineNanos = System.nanoTime() + Duration.ofSeconds(timeoutSeconds).toNanos();
    }

    /** The connection that all statements of this transaction on the data source use. */
    public Connection connection(DataSource source) throws SQLException {
        Connection connection = connections.get(source);
        if (connection == null) {
            connection = source.getConnection();
            connection.setAutoCommit(false);
            connections.put(source, connection);
        }
        return connection;
    }

    public Timestamp getStartStamp() {
        return startStamp;
    }

    void setRollbackOnly(String message, Throwable throwable) {
        if (status == Status.STATUS_ACTIVE) {
            status = Status.STATUS_MARKED_ROLLBACK;
            causeMessage = message;
            cause = throwable;
        }
    }

    String getCauseMessage() {
        return causeMessage;
    }

    Throwable getCause() {
        return cause;
    }

    /** @throws RollbackException when it was rolled back instead: marked so, too late, or refused by the database */
    @Override
    public void commit() throws RollbackException {
        for (int i = 0; i < synchronizations.size() && status == Status.STATUS_ACTIVE; i++) {
            synchronizations.get(i).beforeCompletion();
        }
        if (status == Status.STATUS_ACTIVE && System.nanoTime() > deadlineNanos) {
            setRollbackOnly("Transaction timed out", null);
        }
        if (status != Status.STATUS_ACTIVE) {
            finish(false);
            throw new RollbackException("Transaction was rolled back: " + causeMessage);
        }
        status = Status.STATUS_COMMITTING;
        SQLException failure = finish(true);
        if (failure != null) {
            RollbackException rolledBack = new RollbackException("The database refused to commit");
            rolledBack.initCause(failure);
            throw rolledBack;
        }
    }

    @Override
    public void rollback() {
        finish(false);
    }

    private SQLException finish(boolean commit) {
        SQLException failure = null;
        for (Connection connection : connections.values()) {
            try (Connection toClose = connection) {
                if (commit && failure == null) {
                    toClose.commit();
                } else {
                    toClose.rollback();
                }
            } catch (SQLException e) {
                Debug.logError(e, "Connection failed to end its transaction", MODULE);
                failure = failure == null ? e : failure;
            }
        }
        status = commit && failure == null ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
        return failure;
    }

    /** To be called when the thread has left the transaction, so that the called ones may begin their own. */
    void afterCompletion() {
        for (Synchronization each : synchronizations) {
            try {
                each.afterCompletion(status);
            } catch (RuntimeException e) {
                Debug.logError(e, "A synchronization failed after the transaction's end", MODULE);
            }
        }
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void registerSynchronization(Synchronization sync) {
        synchronizations.add(sync);
    }

    @Override
    public void setRollbackOnly() {
        setRollbackOnly("setRollbackOnly", null);
    }

    @Override
    public boolean enlistResource(XAResource resource) {
        throw new UnsupportedOperationException("The testbed has no XA");
    }

    @Override
    public boolean delistResource(XAResource resource, int flag) {
        throw new UnsupportedOperationException("The testbed has no XA");
    }
}
