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
package org.smsbilling.outside.twilio;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.smsbilling.outside.web.Router;

/** The emulated carrier. */
public final class Twilio {
    private final Directory directory = new Directory();
    private final MessageStore messages = new MessageStore();
    private final OptOuts optOuts = new OptOuts(directory);
    private final Prices prices = new Prices();
    private final Webhooks webhooks = new Webhooks(directory);
    private final Delivery delivery;
    private final Inbound inbound;
    private final Clock clock;

    public Twilio(Clock clock, ScheduledExecutorService scheduler) {
        this.clock = clock;
        this.delivery = new Delivery(directory, messages, prices, new StatusReports(webhooks), clock, scheduler);
        this.inbound = new Inbound(directory, messages, optOuts, delivery, webhooks, clock);
    }

    public void serve(Router router) {
        Gate gate = new Gate(directory);
        new MessagesApi(gate, new SendRules(directory, optOuts), messages, delivery, clock).serve(router);
        new MessageList(gate, messages).serve(router);
        new AccountsApi(gate, directory).serve(router);
        new PricingApi(gate, prices).serve(router);
    }

    public Directory directory() {
        return directory;
    }

    public MessageStore messages() {
        return messages;
    }

    public OptOuts optOuts() {
        return optOuts;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Delivery delivery() {
        return delivery;
    }

    public Inbound inbound() {
        return inbound;
    }

    /** Forgets everything that happened. */
    public void reset() {
        directory.reset();
        messages.clear();
        optOuts.clear();
        webhooks.clear();
        delivery.reset();
    }
}
