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
package org.smsbilling.transaction;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;

/** Runs work in a transaction of its own, committed when it returns and rolled back when it throws. A transaction around it waits. */
public final class OwnTransaction {

    private OwnTransaction() { }

    /**
     * What to do inside.
     * @param <T> what it returns
     */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws GenericEntityException;
    }

    public static <T> T call(Work<T> work) throws GenericEntityException {
        return Outside.call(() -> inNewTransaction(work));
    }

    private static <T> T inNewTransaction(Work<T> work) throws GenericEntityException {
        TransactionUtil.begin();
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } finally {
            if (done) {
                TransactionUtil.commit();
            } else {
                TransactionUtil.rollback();
            }
        }
    }
}
