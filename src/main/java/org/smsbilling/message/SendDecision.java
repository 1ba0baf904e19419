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
package org.smsbilling.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.smsbilling.invoice.InvoiceFacts;

/** What becomes of a message whose turn it is. */
public sealed interface SendDecision {

    /** It may leave now.
     * @param invoices those that it tells of: of messages that ask for payment, those that can still be paid
     * @param validity how long the carrier may take */
    record Send(List<InvoiceFacts> invoices, Duration validity) implements SendDecision { }

    /** It has to wait. */
    record Wait(Instant until, MessageReason reason) implements SendDecision { }

    /** It is not needed or not allowed any more. */
    record Cancel(MessageReason reason) implements SendDecision { }
}
