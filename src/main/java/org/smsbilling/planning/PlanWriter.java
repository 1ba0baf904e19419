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
package org.smsbilling.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.entity.BulkInsert;
import org.smsbilling.recipient.NoText;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Writes plans down: messages in the outbox, or the reason why there is none; each step at most once for an invoice and recipient, whoever plans it
 * at the same moment. The primary key of SmsStepRun is what guards that: a transaction with a step run that is there already writes nothing, and is
 * repeated without the texts to which such a run belongs.
 */
public final class PlanWriter {

    private static final String MODULE = PlanWriter.class.getName();
    private static final int CHUNK = 1_000;
    private static final int TRIES = 3;

    private final Delegator delegator;
    private final Instant now;

    public PlanWriter(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** What else becomes true together with texts, or not at all. */
    @FunctionalInterface
    public interface Beside {

        /** @param texts those that are written in the transaction that goes on */
        void write(List<PlannedText> texts) throws GenericEntityException;
    }

    /**
     * Writes in transactions of its own, 1,000 texts in each; those of one step to several recipients are in one. A text is left out as a whole when
     * one of its step runs is there already.
     *
     * @return how many were written
     */
    public int write(Collection<PlannedText> texts) throws GenericEntityException {
        return write(texts, written -> { }, false);
    }

    /**
     * As {@link #write(Collection)}, for a caller who has just looked that none of the step runs is there: only when one collides it is looked again.
     *
     * @param beside writes in the same transactions
     */
    public int write(Collection<PlannedText> texts, Beside beside) throws GenericEntityException {
        return write(texts, beside, true);
    }

    private int write(Collection<PlannedText> texts, Beside beside, boolean looked) throws GenericEntityException {
        List<PlannedText> distinct = distinct(texts);
        int written = 0;
        int to;
        for (int from = 0; from < distinct.size(); from = to) {
            to = Math.min(from + CHUNK, distinct.size());
            while (to < distinct.size() && distinct.get(to).step() == distinct.get(to - 1).step()) {
                to++;
            }
            List<PlannedText> chunk = distinct.subList(from, to);
            written += writeChunk(looked ? chunk : unknown(chunk), beside, TRIES);
        }
        return written;
    }

    /** Of several texts for the same step, invoice and recipient the first one counts. */
    private static List<PlannedText> distinct(Collection<PlannedText> texts) {
        Set<StepRunKey> seen = new HashSet<>();
        List<PlannedText> distinct = new ArrayList<>();
        for (PlannedText text : texts) {
            Set<StepRunKey> keys = new LinkedHashSet<>(StepRunKey.of(text));
            if (keys.stream().noneMatch(seen::contains)) {
                seen.addAll(keys);
                distinct.add(text);
            }
        }
        return distinct;
    }

    private int writeChunk(List<PlannedText> texts, Beside beside, int tries) throws GenericEntityException {
        if (texts.isEmpty()) {
            return 0;
        }
        try {
            return OwnTransaction.call(() -> insert(texts, beside));
        } catch (GenericEntityException e) {
            List<PlannedText> unknown = unknown(texts);
            if (unknown.size() == texts.size() && tries == 1) {
                throw e;
            }
            Debug.logInfo("Some of " + texts.size() + " texts were planned by somebody else at the same moment", MODULE);
            return tries > 1 ? writeChunk(unknown, beside, tries - 1) : writeEach(unknown, beside);
        }
    }

    private int writeEach(List<PlannedText> texts, Beside beside) throws GenericEntityException {
        int written = 0;
        for (PlannedText text : texts) {
            written += writeChunk(unknown(List.of(text)), beside, 2);
        }
        return written;
    }

    private List<PlannedText> unknown(List<PlannedText> texts) throws GenericEntityException {
        Set<StepRunKey> known = OwnTransaction.call(() -> StepRunKey.known(delegator, texts));
        return known.isEmpty() ? texts : texts.stream().filter(text -> StepRunKey.of(text).stream().noneMatch(known::contains)).toList();
    }

    /** Step runs first: what collides does so before anything else is written. They are also what the history shows of the queueing. */
    private int insert(List<PlannedText> texts, Beside beside) throws GenericEntityException {
        List<GenericValue> runs = new ArrayList<>();
        List<GenericValue> messages = new ArrayList<>();
        List<GenericValue> skips = new ArrayList<>();
        for (PlannedText text : texts) {
            String messageId = text.addressee() == null ? null : delegator.getNextSeqId("SmsMessage");
            runs.addAll(StepRunKey.runs(delegator, text, messageId, now));
            skips.addAll(text.why() == NoText.PILOT ? StepRunKey.skips(delegator, text, now) : List.of());
            if (messageId != null) {
                GenericValue row = text.message().value(delegator, messageId, now);
                row.set("errorCode", text.waits() == null ? null : text.waits().name());
                messages.add(row);
            }
        }
        BulkInsert.run(delegator, runs);
        BulkInsert.run(delegator, messages);
        BulkInsert.run(delegator, skips);
        beside.write(texts);
        return texts.size();
    }
}
