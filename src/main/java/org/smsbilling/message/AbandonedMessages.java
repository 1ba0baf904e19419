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

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.transaction.OwnTransaction;

/** Messages that were SENDING when their dispatcher died: nobody knows whether the carrier has them, so they are not sent again on a guess. */
final class AbandonedMessages {

    private static final String MODULE = AbandonedMessages.class.getName();

    private final Outbox outbox;
    private final MessageEndings endings;

    AbandonedMessages(Outbox outbox, MessageEndings endings) {
        this.outbox = outbox;
        this.endings = endings;
    }

    /** @param inHand messages that this dispatcher works on, whatever the clock says of their leases */
    void mark(Set<String> inHand, Instant now) throws GenericEntityException {
        for (GenericValue row : outbox.abandoned(now)) {
            if (!inHand.contains(row.getString("messageId"))) {
                OwnTransaction.call(() -> mark(OutboxMessage.of(row), row.getString("leaseOwner"), now));
            }
        }
    }

    private boolean mark(OutboxMessage message, String leaseOwner, Instant now) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("leaseUntil", null);
        fields.put("errorCode", MessageReason.NO_ANSWER.name());
        boolean marked = outbox.move(List.of(message.messageId()), leaseOwner, MessageStatus.SENDING, MessageStatus.AMBIGUOUS, fields, now) == 1;
        if (marked) {
            endings.audit(message, outbox.invoices(List.of(message)).get(message.messageId()), AuditKind.SMS_AMBIGUOUS,
                    MessageReason.NO_ANSWER.name(), now);
            Debug.logWarning("Message " + message.messageId() + " was being sent when its dispatcher ended: it is AMBIGUOUS now", MODULE);
        }
        return marked;
    }
}
