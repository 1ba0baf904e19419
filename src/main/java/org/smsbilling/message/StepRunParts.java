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

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** What texts for several invoices were to say of each of them alone, for when some of the invoices are left out. */
final class StepRunParts {

    private record Part(MessageType type, String templateId, BigDecimal lateFee) { }

    private final Map<String, Map<String, Part>> byMessage;

    private StepRunParts(Map<String, Map<String, Part>> byMessage) {
        this.byMessage = byMessage;
    }

    /** One query, none for no messages. */
    static StepRunParts read(Delegator delegator, Collection<String> messageIds) throws GenericEntityException {
        Map<String, Map<String, Part>> byMessage = new HashMap<>();
        for (GenericValue run : messageIds.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).from("SmsStepRun").where(
                EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds),
                EntityCondition.makeCondition("messageType", EntityOperator.NOT_EQUAL, null)).queryList()) {
            byMessage.computeIfAbsent(run.getString("messageId"), any -> new HashMap<>()).put(run.getString("invoiceId"),
                    new Part(MessageType.valueOf(run.getString("messageType")), run.getString("templateId"), run.getBigDecimal("lateFee")));
        }
        return new StepRunParts(byMessage);
    }

    /** @return the message as it is about these of its invoices alone: their most pressing step says how it is put; as it was when none is known */
    OutboxMessage about(OutboxMessage message, Collection<String> invoiceIds) {
        Map<String, Part> known = byMessage.getOrDefault(message.messageId(), Map.of());
        List<Part> parts = invoiceIds.stream().map(known::get).filter(Objects::nonNull).toList();
        if (parts.isEmpty()) {
            return message;
        }
        Part first = parts.stream().max(Comparator.comparing(Part::type)).orElseThrow();
        BigDecimal lateFee = parts.stream().map(Part::lateFee).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
        return message.saying(first.type(), MessageContent.ofTemplate(first.templateId(), lateFee));
    }
}
