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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;

/**
 * Does for many callers at once what each of them needs: while one works, the others gather, and the next of them works for all who are there. Work
 * begins after its callers came, so that nobody gets what was read before he asked. Who is alone does not wait.
 *
 * @param <Q> what a caller needs
 * @param <A> what he gets
 */
public final class Together<Q, A> {

    private static final String MODULE = Together.class.getName();

    private final Work<List<Q>, List<A>> all;
    private final Work<Q, A> one;
    private final int most;
    private final int atOnce;
    private final Deque<Waiting<Q, A>> queue = new ArrayDeque<>();
    private int working;

    /**
     * What is done with a question, or with several.
     * @param <Q> question
     * @param <A> answer
     */
    @FunctionalInterface
    public interface Work<Q, A> {
        A run(Q question) throws GenericEntityException;
    }

    private enum Turn { WORK_FOR_ALL, WORK_ALONE, DONE }

    private static final class Waiting<Q, A> {
        private final Q question;
        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private A answer;

        Waiting(Q question) {
            this.question = question;
        }
    }

    /**
     * @param all answers in the order of the questions
     * @param one done for each caller by itself when the work for all failed, so that one bad question spoils no other's answer
     * @param most questions that are answered together
     * @param atOnce how many work for all at the same time
     */
    public Together(Work<List<Q>, List<A>> all, Work<Q, A> one, int most, int atOnce) {
        this.all = all;
        this.one = one;
        this.most = most;
        this.atOnce = atOnce;
    }

    /** @return the answer, once the work for it is done */
    public A ask(Q question) throws GenericEntityException {
        Waiting<Q, A> mine = new Waiting<>(question);
        Turn turn = join(mine) ? Turn.WORK_FOR_ALL : mine.turn.join();
        if (turn == Turn.WORK_FOR_ALL) {
            turn = workForAll(mine);
        }
        return turn == Turn.DONE ? mine.answer : one.run(question);
    }

    /** @return how many wait for their turn */
    synchronized int waiting() {
        return queue.size();
    }

    /** @return whether it is this caller's turn at once */
    private synchronized boolean join(Waiting<Q, A> mine) {
        if (working < atOnce) {
            working++;
            return true;
        }
        queue.add(mine);
        return false;
    }

    /** @return what has become of the caller's own question */
    private Turn workForAll(Waiting<Q, A> mine) {
        List<Waiting<Q, A>> batch = take(mine);
        Turn outcome = Turn.WORK_ALONE;
        try {
            List<A> answers = all.run(batch.stream().map(waiting -> waiting.question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer = answers.get(i);
            }
            outcome = Turn.DONE;
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logWarning("What " + batch.size() + " callers need could not be done at once and is done for each: " + e.getMessage(), MODULE);
        } finally {
            passOn();
            for (Waiting<Q, A> waiting : batch) {
                waiting.turn.complete(outcome);
            }
        }
        return outcome;
    }

    private synchronized List<Waiting<Q, A>> take(Waiting<Q, A> mine) {
        List<Waiting<Q, A>> batch = new ArrayList<>();
        batch.add(mine);
        while (batch.size() < most && !queue.isEmpty()) {
            batch.add(queue.remove());
        }
        return batch;
    }

    private void passOn() {
        Waiting<Q, A> next;
        synchronized (this) {
            next = queue.poll();
            working -= next == null ? 1 : 0;
        }
        if (next != null) {
            next.turn.complete(Turn.WORK_FOR_ALL);
        }
    }
}
