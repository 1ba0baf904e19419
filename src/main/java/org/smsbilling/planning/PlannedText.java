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
import java.util.stream.Collectors;

import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageReason;
import org.smsbilling.message.NewMessage;
import org.smsbilling.recipient.Addressee;
import org.smsbilling.recipient.NoText;

/**
 * What becomes of a step for one recipient: a text, or the reason why there is none. The dry run shows these, the planner writes them down.
 *
 * @param recipientPartyId who
 * @param addressee where and in which language, or null when there is no text
 * @param leaves when the text may leave; null when there is none
 * @param why there is none, or null
 * @param waits the cap because of which it leaves on a later day, or null
 */
public record PlannedText(PlannedStep step, String recipientPartyId, Addressee addressee, Instant leaves, NoText why, MessageReason waits) {

    /** One that no cap holds back. */
    public PlannedText(PlannedStep step, String recipientPartyId, Addressee addressee, Instant leaves, NoText why) {
        this(step, recipientPartyId, addressee, leaves, why, null);
    }

    /** @return what goes into the outbox; only for those that are a text */
    NewMessage message() {
        InvoiceFacts first = step.invoices().get(0);
        return new NewMessage(step.type(), first.organizationPartyId(),
                step.invoices().stream().map(InvoiceFacts::invoiceId).collect(Collectors.toList()),
                new NewMessage.Step(step.stepId(), step.occurrence(), recipientPartyId), first.customerPartyId(), recipientPartyId,
                addressee.contactNumber(), addressee.locale().toString(), leaves, step.userLoginId(), step.content());
    }
}
