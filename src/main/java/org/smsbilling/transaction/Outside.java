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

/** Runs work outside any transaction, as a call over the network has to be. A transaction around it waits and goes on afterwards. */
public final class Outside {

    private Outside() { }

    public static <T> T call(OwnTransaction.Work<T> work) throws GenericEntityException {
        if (!TransactionUtil.isTransactionInPlace()) {
            return work.run();
        }
        var around = TransactionUtil.suspend();
        try {
            return work.run();
        } finally {
            TransactionUtil.resume(around);
        }
    }
}
