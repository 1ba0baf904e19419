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
package org.smsbilling.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.GenericTransactionException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.junit.jupiter.api.AfterEach;

/** Transactions of the thread. */
final class TransactionContractTest {

    @AfterEach
    void noTransactionIsLeft() throws GenericTransactionException {
        boolean left = TransactionUtil.isTransactionInPlace();
        if (left) {
            TransactionUtil.rollback();
        }
        assertFalse(left);
    }

    private static GenericValue find(Delegator delegator, String id) throws GenericEntityException {
        return EntityQuery.use(delegator).from("ContractThing").where("thingId", id).queryOne();
    }

    @OnBothDatabases
    void whatIsRolledBackIsGone(Delegator delegator) throws GenericEntityException {
        assertTrue(TransactionUtil.begin());
        delegator.create("ContractThing", "thingId", "gone");
        assertNotNull(find(delegator, "gone"));
        TransactionUtil.rollback();
        assertNull(find(delegator, "gone"));
    }

    @OnBothDatabases
    void onlyTheOneWhoBeganCommits(Delegator delegator) throws GenericEntityException {
        assertTrue(TransactionUtil.begin());
        boolean inner = TransactionUtil.begin();
        assertFalse(inner);
        TransactionUtil.commit(inner);
        assertTrue(TransactionUtil.isTransactionInPlace());
        TransactionUtil.commit(true);
        assertEquals(Status.STATUS_NO_TRANSACTION, TransactionUtil.getStatus());
    }

    @OnBothDatabases
    void aCollidingInsertDoomsTheTransaction(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "first");
        TransactionUtil.begin();
        delegator.create("ContractThing", "thingId", "innocent");
        assertThrows(GenericEntityException.class, () -> delegator.create("ContractThing", "thingId", "first"));
        assertEquals(Status.STATUS_MARKED_ROLLBACK, TransactionUtil.getStatus());
        assertThrows(GenericEntityException.class, () -> find(delegator, "innocent"));
        assertThrows(GenericTransactionException.class, TransactionUtil::commit);
        assertNull(find(delegator, "innocent"));
    }

    @OnBothDatabases
    void aSuspendedTransactionDoesNotSeeWhatItHides(Delegator delegator) throws GenericEntityException {
        TransactionUtil.begin();
        delegator.create("ContractThing", "thingId", "outer");
        Transaction outer = TransactionUtil.suspend();
        assertNull(find(delegator, "outer"));
        delegator.create("ContractThing", "thingId", "independent");
        TransactionUtil.resume(outer);
        TransactionUtil.rollback();
        assertNull(find(delegator, "outer"));
        assertNotNull(find(delegator, "independent"));
    }

    @OnBothDatabases
    void synchronizationsAreCalledAroundTheCommit(Delegator delegator) throws GenericEntityException {
        List<String> calls = new ArrayList<>();
        TransactionUtil.begin();
        TransactionUtil.registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                calls.add("before");
            }

            @Override
            public void afterCompletion(int status) {
                calls.add("after " + status);
            }
        });
        TransactionUtil.commit();
        assertEquals(List.of("before", "after " + Status.STATUS_COMMITTED), calls);
        assertThrows(GenericTransactionException.class, () -> TransactionUtil.registerSynchronization(null));
    }

    @OnBothDatabases
    void twoClaimsOfOneRowDoNotBothWin(Delegator delegator) throws Exception {
        delegator.create("ContractThing", "thingId", "claimed", "groupName", "free");
        List<Integer> wins = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                try {
                    int won = delegator.storeByCondition("ContractThing", java.util.Map.of("groupName", "taken"), org.apache.ofbiz.entity.condition
                            .EntityCondition.makeCondition(java.util.Map.of("thingId", "claimed", "groupName", "free")));
                    synchronized (wins) {
                        wins.add(won);
                    }
                } catch (GenericEntityException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, wins.size());
        assertEquals(1, wins.stream().mapToInt(Integer::intValue).sum());
    }
}
