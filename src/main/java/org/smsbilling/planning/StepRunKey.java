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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageStatus;

/** What makes a text go out once: the primary key of SmsStepRun. */
record StepRunKey(String organizationPartyId, String invoiceId, String stepId, String occurrence, String recipient) {

    /** @return a key for each invoice of the text */
    static List<StepRunKey> of(PlannedText text) {
        return text.step().invoices().stream().map(invoice -> of(text, invoice)).collect(Collectors.toList());
    }

    private static StepRunKey of(PlannedText text, InvoiceFacts invoice) {
        StepKey key = text.step().key(invoice.invoiceId());
        return new StepRunKey(invoice.organizationPartyId(), invoice.invoiceId(), key.stepId(), key.occurrence(), text.recipientPartyId());
    }

    /** @return those keys of the texts that are in the database, among others. One query by index */
    static Set<StepRunKey> known(Delegator delegator, Collection<PlannedText> texts) throws GenericEntityException {
        Set<String> organizations = new HashSet<>();
        Set<String> invoiceIds = new HashSet<>();
        for (PlannedText text : texts) {
            of(text).forEach(key -> {
                organizations.add(key.organizationPartyId());
                invoiceIds.add(key.invoiceId());
            });
        }
        return EntityQuery.use(delegator).select("organizationPartyId", "invoiceId", "stepId", "occurrence", "recipient").from("SmsStepRun")
                .where(EntityCondition.makeCondition(EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations),
                        EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds))).queryList().stream()
                .map(run -> new StepRunKey(run.getString("organizationPartyId"), run.getString("invoiceId"), run.getString("stepId"),
                        run.getString("occurrence"), run.getString("recipient"))).collect(Collectors.toSet());
    }

    /** @param messageId null when there is none: then the rows say why. @return rows, not stored yet */
    static List<GenericValue> runs(Delegator delegator, PlannedText text, String messageId, Instant now) {
        return of(text).stream().map(key -> delegator.makeValue("SmsStepRun", key.run(text, messageId, now))).collect(Collectors.toList());
    }

    /** @return rows of who would have been texted without the pilot, which the pilot's page lists, not stored yet */
    static List<GenericValue> skips(Delegator delegator, PlannedText text, Instant now) {
        return of(text).stream().map(key -> delegator.makeValue("SmsPilotSkip", "organizationPartyId", key.organizationPartyId(), "invoiceId",
                key.invoiceId(), "stepId", key.stepId(), "occurrence", key.occurrence(), "recipient", key.recipient(), "createdDate",
                Timestamp.from(now))).collect(Collectors.toList());
    }

    private Map<String, Object> run(PlannedText text, String messageId, Instant now) {
        PlannedPart part = text.step().parts().get(invoiceId);
        return UtilMisc.toMap("organizationPartyId", organizationPartyId, "invoiceId", invoiceId, "stepId", stepId, "occurrence", occurrence,
                "recipient", recipient, "messageId", messageId,
                "outcome", messageId == null ? text.why().name() : MessageStatus.QUEUED.name(), "createdDate", Timestamp.from(now),
                "createdByUserLogin", text.step().userLoginId(), "messageType", part == null ? null : part.type().name(),
                "templateId", part == null ? null : part.templateId(), "lateFee", part == null ? null : part.lateFee());
    }
}
