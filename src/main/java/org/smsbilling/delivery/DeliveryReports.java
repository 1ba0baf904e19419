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

import java.time.Clock;
import java.util.Map;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.message.WakeSignal;
import org.smsbilling.provider.SmsProvider;

/** What the carrier reports of messages: received at once, and looked at by a thread of its own. Any number of nodes may do so on one database. */
public final class DeliveryReports implements AutoCloseable {

    private static final String MODULE = DeliveryReports.class.getName();
    private static final long POLL_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 30_000;

    private final StatusHook hook;
    private final ReceiptWork work;
    private final AmbiguousResolver ambiguous;
    private final WakeSignal signal = new WakeSignal();
    private Thread thread;
    private volatile boolean closing;

    public DeliveryReports(Delegator delegator, Clock clock, SmsProvider provider) {
        WebhookReceipts receipts = new WebhookReceipts(delegator);
        this.hook = new StatusHook(delegator, clock, receipts);
        this.work = new ReceiptWork(delegator, clock, receipts);
        this.ambiguous = new AmbiguousResolver(delegator, clock, provider);
    }

    /** Starts the background thread. */
    public synchronized void start() {
        if (thread == null && !closing) {
            thread = new Thread(this::loop, "smsbilling-delivery");
            thread.setDaemon(true);
            thread.start();
        }
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
            signal.wake();
        }
        return answer;
    }

    /**
     * Asks the carrier what became of messages to which it did not answer, on the calling thread, which must not be in a transaction.
     *
     * @return how many are not AMBIGUOUS any more
     */
    public int resolveAmbiguous() throws GenericEntityException {
        return ambiguous.run();
    }

    private void loop() {
        while (!closing) {
            boolean more = false;
            try {
                more = work.run();
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "Status reports could not be read; they are read again in a second", MODULE);
            }
            try {
                signal.sleep(more ? 0 : POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Looks at nothing any more and waits for what is under way. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closing = true;
            running = thread;
        }
        signal.wake();
        if (running != null) {
            try {
                running.join(CLOSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
