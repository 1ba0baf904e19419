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
package org.smsbilling.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;

/**
 * Keeps the reports of many calls of the carrier together: while one caller writes, the others gather, and the next of them writes for all. Each call
 * returns when its own report is committed, so that what is acknowledged is never lost.
 */
final class ReceiptIntake {

    private static final String MODULE = ReceiptIntake.class.getName();

    private final WebhookReceipts receipts;
    private final List<Waiting> queue = new ArrayList<>();
    private boolean writing;

    /** A report whose caller waits. */
    private static final class Waiting {
        private final WebhookReceipts.Receipt receipt;
        private boolean done;
        private volatile GenericEntityException failure;

        Waiting(WebhookReceipts.Receipt receipt) {
            this.receipt = receipt;
        }
    }

    ReceiptIntake(WebhookReceipts receipts) {
        this.receipts = receipts;
    }

    /** Keeps a report that may have come before, committed when this returns. */
    void keep(String organizationPartyId, StatusReport report, Instant now) throws GenericEntityException {
        Waiting mine = new Waiting(new WebhookReceipts.Receipt(organizationPartyId, report, now));
        List<Waiting> batch = doneOrMyTurn(mine);
        if (!batch.isEmpty()) {
            try {
                write(batch);
            } finally {
                turnIsOver(batch);
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    /** @return what the caller has to write, its own among them; empty when another has written it */
    private synchronized List<Waiting> doneOrMyTurn(Waiting mine) throws GenericEntityException {
        queue.add(mine);
        while (writing && !mine.done) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GenericEntityException("Interrupted while a status report was being kept");
            }
        }
        if (mine.done) {
            return List.of();
        }
        writing = true;
        List<Waiting> batch = List.copyOf(queue);
        queue.clear();
        return batch;
    }

    private synchronized void turnIsOver(List<Waiting> batch) {
        batch.forEach(waiting -> waiting.done = true);
        writing = false;
        notifyAll();
    }

    private void write(List<Waiting> batch) {
        Map<List<String>, WebhookReceipts.Receipt> distinct = new LinkedHashMap<>();
        batch.forEach(waiting -> distinct.putIfAbsent(waiting.receipt.key(), waiting.receipt));
        try {
            receipts.addAll(distinct.values());
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logWarning("Keeping " + batch.size() + " status reports together failed; they are kept one by one: " + e.getMessage(), MODULE);
            batch.forEach(this::writeAlone);
        }
    }

    private void writeAlone(Waiting waiting) {
        try {
            receipts.add(waiting.receipt.organizationPartyId(), waiting.receipt.report(), waiting.receipt.receivedDate());
        } catch (GenericEntityException e) {
            waiting.failure = e;
        } catch (RuntimeException e) {
            waiting.failure = new GenericEntityException(e);
        }
    }
}
