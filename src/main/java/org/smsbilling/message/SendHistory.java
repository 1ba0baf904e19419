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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * How an invoice was sent so far.
 *
 * @param messages those that a person sent, by occurrence
 * @param byThemselves other texts that asked for its payment: announcements and reminders
 */
record SendHistory(Map<Integer, GenericValue> messages, List<GenericValue> byThemselves) {

    /** Step id of sendings by a person. */
    static final String STEP = "SEND";

    static SendHistory read(Delegator delegator, String organizationPartyId, String invoiceId) throws GenericEntityException {
        Map<String, Integer> occurrences = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (GenericValue run : EntityQuery.use(delegator).from("SmsStepRun").where("organizationPartyId", organizationPartyId,
                "invoiceId", invoiceId).queryList()) {
            if (STEP.equals(run.getString("stepId"))) {
                occurrences.put(run.getString("messageId"), Integer.valueOf(run.getString("occurrence")));
            } else if (run.get("messageId") != null) {
                others.add(run.getString("messageId"));
            }
        }
        Map<Integer, GenericValue> byHand = messages(delegator, occurrences.keySet()).stream()
                .collect(Collectors.toMap(message -> occurrences.get(message.getString("messageId")), message -> message));
        return new SendHistory(byHand, messages(delegator, others).stream()
                .filter(message -> MessageType.valueOf(message.getString("messageType")).asksForPayment()).toList());
    }

    private static List<GenericValue> messages(Delegator delegator, Set<String> ids) throws GenericEntityException {
        return ids.isEmpty() ? List.of() : EntityQuery.use(delegator).from("SmsMessage")
                .where(EntityCondition.makeCondition("messageId", EntityOperator.IN, ids)).queryList();
    }

    int nextOccurrence() {
        return messages.keySet().stream().max(Integer::compare).orElse(0) + 1;
    }

    Optional<GenericValue> at(int occurrence) {
        return Optional.ofNullable(messages.get(occurrence));
    }

    /** @return the latest message that reached the carrier, may have, or still will: a reason to ask before sending again */
    Optional<GenericValue> latest() {
        return Stream.concat(messages.values().stream(), byThemselves.stream()).filter(SendHistory::counts)
                .max(Comparator.comparing((GenericValue message) -> message.getTimestamp("createdDate"))
                        .thenComparing(message -> message.getString("messageId")));
    }

    private static boolean counts(GenericValue message) {
        MessageStatus status = MessageStatus.valueOf(message.getString("messageStatus"));
        return status != MessageStatus.FAILED && status != MessageStatus.CANCELLED;
    }
}
