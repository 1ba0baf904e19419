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

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.message.PollingThread;
import org.smsbilling.provider.SmsProvider;

/** What the carrier reports of messages: received at once, and looked at by a thread of its own. Any number of nodes may do so on one database. */
public final class DeliveryReports implements AutoCloseable {

    private final StatusHook hook;

    private final AmbiguousResolver ambiguous;
    private final SentLookup lookup;
    private final PollingThread thread;

    public DeliveryReports(Delegator delegator, Clock clock, SmsProvider provider) {
        WebhookReceipts receipts = new WebhookReceipts(delegator);
        this.lookup = new SentLookup(delegator, clock, provider, receipts);
        this.hook = new StatusHook(delegator, clock, receipts);
        this.ambiguous = new AmbiguousResolver(delegator, clock, provider);
        this.thread = new PollingThread("smsbilling-delivery", new ReceiptWork(delegator, clock, receipts)::run);
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

    /**
     * Asks the carrier what became of messages to which it did not answer, on the calling thread, which must not be in a transaction.
     *
     * @return how many are not AMBIGUOUS any more
     */
    public int resolveAmbiguous() throws GenericEntityException {
        return ambiguous.run();
    }

    /**
     * Asks the carrier about texts of which no report came, and what texts cost, on the calling thread, which must not be in a transaction.
     *
     * @return how many have ended by that
     */
    public int lookUpSent() throws GenericEntityException {
        int ended = lookup.run();
        thread.wake();
        return ended;
    }

    /** Looks at nothing any more and waits for what is under way. */
    @Override
    public void close() {
        thread.close();
    }
}
