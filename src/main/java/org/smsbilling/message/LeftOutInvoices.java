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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;

/** Invoices that a text was to tell of and does not: they were paid or paused while it was queued. On record they have no part in it. */
final class LeftOutInvoices {

    private final Delegator delegator;
    private final List<AuditTrail.Entry> history = new ArrayList<>();

    LeftOutInvoices(Delegator delegator) {
        this.delegator = delegator;
    }

    /** In the caller's transaction. Their steps stay run: nothing sends them again. */
    void leaveOut(OutboxMessage message, Map<String, MessageReason> invoices) throws GenericEntityException {
        for (Map.Entry<String, MessageReason> invoice : invoices.entrySet()) {
            Map<String, Object> run = new HashMap<>();
            run.put("messageId", null);
            run.put("outcome", invoice.getValue().name());
            delegator.storeByCondition("SmsStepRun", run, EntityCondition.makeCondition(
                    Map.of("messageId", message.messageId(), "invoiceId", invoice.getKey())));
            history.add(new AuditTrail.Entry(message.organizationPartyId(), invoice.getKey(), AuditKind.SMS_CANCELLED, null,
                    message.messageId(), null, null, invoice.getValue().name()));
        }
    }

    /** Writes down what was left out, in the caller's transaction. */
    void record(Instant now) throws GenericEntityException {
        AuditTrail.addAll(delegator, now, history);
    }
}
