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
package org.smsbilling.inbound;

import java.time.Clock;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.delivery.HookAnswer;
import org.smsbilling.message.PollingThread;

/** What customers text: received at once, and looked at by a thread of its own. Any number of nodes may do so on one database. */
public final class InboundReception implements AutoCloseable {

    private final InboundHook hook;
    private final InboundWork work;
    private final PollingThread thread;

    /** @param wakeOutbox called when an answer was queued */
    public InboundReception(Delegator delegator, Clock clock, Runnable wakeOutbox) {
        InboundTexts texts = new InboundTexts(delegator);
        this.hook = new InboundHook(delegator, clock, texts);
        this.work = new InboundWork(delegator, clock, texts, wakeOutbox);
        this.thread = new PollingThread("smsbilling-inbound", work::run);
    }

    /** Starts the background thread. */
    public void start() {
        thread.start();
    }

    /**
     * Takes in one call of the carrier; what it says is committed when this returns, and looked at soon.
     *
     * @param signature the header that proves it, or null
     * @param parameters of the form, as they came
     */
    public HookAnswer receive(String hookToken, String signature, Map<String, String> parameters) {
        HookAnswer answer = hook.receive(hookToken, signature, parameters);
        if (answer == HookAnswer.ACCEPTED) {
            thread.wake();
        }
        return answer;
    }

    /** Looks at all texts that are due, on the calling thread, which must not be in a transaction. */
    public void work() throws GenericEntityException {
        boolean more = true;
        while (more) {
            more = work.run();
        }
    }

    /** Looks at nothing any more and waits for what is under way. */
    @Override
    public void close() {
        thread.close();
    }
}
