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
package org.smsbilling.message;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;

/** Work in a transaction of its own, whatever the caller's; it is rolled back when the work throws anything. */
final class OwnTransaction {

    private static final int TIMEOUT_SECONDS = 30;

    private OwnTransaction() { }

    /** Work that gives something. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws GenericEntityException;
    }

    static <T> T run(Work<T> work) throws GenericEntityException {
        var parent = TransactionUtil.suspend();
        try {
            boolean began = TransactionUtil.begin(TIMEOUT_SECONDS);
            boolean done = false;
            try {
                T result = work.run();
                done = true;
                TransactionUtil.commit(began);
                return result;
            } finally {
                if (!done) {
                    TransactionUtil.rollback(began, "The work of a short transaction failed", null);
                }
            }
        } finally {
            if (parent != null) {
                TransactionUtil.resume(parent);
            }
        }
    }
}
