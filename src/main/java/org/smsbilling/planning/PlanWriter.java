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

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.NewMessage;
import org.smsbilling.transaction.OwnTransaction;

/** Writes plans down: messages in the outbox, or the reason why there is none; each step at most once for an invoice and recipient. */
public final class PlanWriter {

    private final Delegator delegator;
    private final Instant now;

    public PlanWriter(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** Each in a transaction of its own; what was written down before, by whomever, is left out. @return how many are new */
    public int write(Collection<PlannedText> texts) throws GenericEntityException {
        int written = 0;
        for (PlannedText text : texts) {
            written += write(text) ? 1 : 0;
        }
        return written;
    }

    private boolean write(PlannedText text) throws GenericEntityException {
        try {
            return OwnTransaction.call(() -> {
                if (!known(text).isEmpty()) {
                    return false;
                }
                if (text.addressee() != null) {
                    message(text).queue(delegator, now);
                } else {
                    for (InvoiceFacts invoice : text.step().invoices()) {
                        delegator.create("SmsStepRun", reason(text, invoice));
                    }
                }
                return true;
            });
        } catch (GenericEntityException e) {
            if (OwnTransaction.call(() -> known(text)).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private List<String> known(PlannedText text) throws GenericEntityException {
        InvoiceFacts first = text.step().invoices().get(0);
        return EntityQuery.use(delegator).select("invoiceId").from("SmsStepRun").where(EntityCondition.makeCondition(Map.of(
                "organizationPartyId", first.organizationPartyId(), "invoiceId", first.invoiceId(), "stepId", text.step().stepId(),
                "occurrence", text.step().occurrence(), "recipient", text.recipientPartyId()))).queryList().stream()
                .map(run -> run.getString("invoiceId")).collect(Collectors.toList());
    }

    private NewMessage message(PlannedText text) {
        PlannedStep step = text.step();
        InvoiceFacts first = step.invoices().get(0);
        return new NewMessage(step.type(), first.organizationPartyId(),
                step.invoices().stream().map(InvoiceFacts::invoiceId).collect(Collectors.toList()),
                new NewMessage.Step(step.stepId(), step.occurrence(), text.recipientPartyId()), first.customerPartyId(), text.recipientPartyId(),
                text.addressee().contactNumber(), text.addressee().locale().toString(), text.leaves(), step.userLoginId(), step.content());
    }

    private Map<String, Object> reason(PlannedText text, InvoiceFacts invoice) {
        Map<String, Object> run = new HashMap<>();
        run.put("organizationPartyId", invoice.organizationPartyId());
        run.put("invoiceId", invoice.invoiceId());
        run.put("stepId", text.step().stepId());
        run.put("occurrence", text.step().occurrence());
        run.put("recipient", text.recipientPartyId());
        run.put("outcome", text.why().name());
        run.put("createdDate", Timestamp.from(now));
        run.put("createdByUserLogin", text.step().userLoginId());
        return run;
    }
}
