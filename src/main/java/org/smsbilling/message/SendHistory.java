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

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * The explicit sendings of an invoice so far.
 *
 * @param messages message by occurrence
 */
record SendHistory(Map<Integer, GenericValue> messages) {

    /** Step id of sendings by a person. */
    static final String STEP = "SEND";

    static SendHistory read(Delegator delegator, String organizationPartyId, String invoiceId) throws GenericEntityException {
        Map<String, Integer> occurrences = EntityQuery.use(delegator).from("SmsStepRun").where("organizationPartyId", organizationPartyId,
                "invoiceId", invoiceId, "stepId", STEP).queryList().stream()
                .collect(Collectors.toMap(run -> run.getString("messageId"), run -> Integer.valueOf(run.getString("occurrence"))));
        List<GenericValue> messages = occurrences.isEmpty() ? List.of() : EntityQuery.use(delegator).from("SmsMessage")
                .where(EntityCondition.makeCondition("messageId", EntityOperator.IN, occurrences.keySet())).queryList();
        return new SendHistory(messages.stream().collect(Collectors.toMap(message -> occurrences.get(message.getString("messageId")),
                message -> message)));
    }

    int nextOccurrence() {
        return messages.keySet().stream().max(Integer::compare).orElse(0) + 1;
    }

    Optional<GenericValue> at(int occurrence) {
        return Optional.ofNullable(messages.get(occurrence));
    }

    /** @return the latest message that reached the carrier, may have, or still will: a reason to ask before sending again */
    Optional<GenericValue> latest() {
        return messages.entrySet().stream().filter(entry -> counts(entry.getValue())).max(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private static boolean counts(GenericValue message) {
        MessageStatus status = MessageStatus.valueOf(message.getString("messageStatus"));
        return status != MessageStatus.FAILED && status != MessageStatus.CANCELLED;
    }
}
