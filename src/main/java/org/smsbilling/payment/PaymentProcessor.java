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
package org.smsbilling.payment;

import java.time.Clock;

import org.apache.ofbiz.entity.Delegator;
import org.smsbilling.provider.PaymentGateway;

/** Takes payment attempts to the gateway and posts what was approved. */
public final class PaymentProcessor implements AutoCloseable {

    public PaymentProcessor(Delegator delegator, Clock clock, PaymentGateway gateway) {
    }

    /** Starts the background threads. */
    public void start() {
    }

    /** Works on an attempt now. */
    public void submit(String attemptId) {
    }

    @Override
    public void close() {
    }
}
