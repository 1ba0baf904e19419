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

import java.sql.Timestamp;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilDateTime;

/** The transaction of the current thread. */
public final class TransactionUtil implements Status {

    private static final String MODULE = TransactionUtil.class.getName();
    private static final int DEFAULT_TIMEOUT_SECONDS = 60;
    private static final ThreadLocal<LocalTransaction> CURRENT = new ThreadLocal<>();

    private TransactionUtil() { }

    /** @return null when there is none */
    public static LocalTransaction current() {
        return CURRENT.get();
    }

    public static boolean begin() throws GenericTransactionException {
        return begin(0);
    }

    /**
     * Begins a transaction unless there is one.
     *
     * @param timeout seconds; 0: default
     * @return whether it began, what commit and rollback are to be given
     * @throws GenericTransactionException when there is one that can only be rolled back: nothing more can be done in it
     */
    public static boolean begin(int timeout) throws GenericTransactionException {
        LocalTransaction current = CURRENT.get();
        if (current == null) {
            CURRENT.set(new LocalTransaction(timeout > 0 ? timeout : DEFAULT_TIMEOUT_SECONDS));
            return true;
        }
        if (current.getStatus() == STATUS_MARKED_ROLLBACK) {
            throw new GenericTransactionException("The current transaction is marked for rollback, not beginning a new transaction and aborting "
                    + "current operation; the rollbackOnly was caused by: " + current.getCauseMessage(), current.getCause());
        }
        return false;
    }

    public static int getStatus() throws GenericTransactionException {
        LocalTransaction current = CURRENT.get();
        return current == null ? STATUS_NO_TRANSACTION : current.getStatus();
    }

    public static boolean isTransactionInPlace() throws GenericTransactionException {
        return CURRENT.get() != null;
    }

    public static void commit(boolean beganTransaction) throws GenericTransactionException {
        if (beganTransaction) {
            commit();
        }
    }

    /** @throws GenericTransactionException when it was rolled back instead */
    public static void commit() throws GenericTransactionException {
        LocalTransaction current = CURRENT.get();
        if (current == null) {
            Debug.logWarning("Not committing transaction, there is none", MODULE);
            return;
        }
        try {
            current.commit();
        } catch (RollbackException e) {
            String why = current.getCauseMessage() == null ? e.getMessage() : current.getCauseMessage();
            Throwable cause = current.getCause() == null ? e : current.getCause();
            throw new GenericTransactionException("Roll back error, could not commit transaction, was rolled back instead because of: " + why, cause);
        } finally {
            end(current);
        }
    }

    /** When this caller did not begin it: marks it, so that who did can only roll it back. */
    public static void rollback(boolean beganTransaction, String causeMessage, Throwable causeThrowable) throws GenericTransactionException {
        if (beganTransaction) {
            rollback(causeThrowable);
        } else {
            setRollbackOnly(causeMessage, causeThrowable);
        }
    }

    public static void rollback() throws GenericTransactionException {
        rollback(null);
    }

    public static void rollback(Throwable causeThrowable) throws GenericTransactionException {
        LocalTransaction current = CURRENT.get();
        if (current == null) {
            Debug.logWarning("Transaction not rolled back, there is none", MODULE);
            return;
        }
        current.rollback();
        end(current);
    }

    private static void end(LocalTransaction current) {
        CURRENT.remove();
        current.afterCompletion();
    }

    public static void setRollbackOnly(String causeMessage, Throwable causeThrowable) throws GenericTransactionException {
        if (CURRENT.get() == null) {
            Debug.logWarning("Transaction rollback only not set, there is none", MODULE);
            return;
        }
        CURRENT.get().setRollbackOnly(causeMessage, causeThrowable);
    }

    /** @return what resume needs; null when there was none */
    public static Transaction suspend() throws GenericTransactionException {
        Transaction current = CURRENT.get();
        CURRENT.remove();
        return current;
    }

    public static void resume(Transaction parentTx) throws GenericTransactionException {
        if (parentTx == null) {
            return;
        }
        if (CURRENT.get() != null) {
            throw new GenericTransactionException("System error, could not resume transaction: another one is in place");
        }
        CURRENT.set((LocalTransaction) parentTx);
    }

    /** afterCompletion is called when the transaction has ended, and may begin another one. */
    public static void registerSynchronization(Synchronization sync) throws GenericTransactionException {
        if (CURRENT.get() == null) {
            throw new GenericTransactionException("Roll Back error, could not register synchronization in transaction: there is none");
        }
        CURRENT.get().registerSynchronization(sync);
    }

    public static Timestamp getTransactionStartStamp() {
        return CURRENT.get() == null ? UtilDateTime.nowTimestamp() : CURRENT.get().getStartStamp();
    }
}
