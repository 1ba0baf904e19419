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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Invoices that a person has texted already. */
public final class SentByHand {

    private SentByHand() { }

    /** @return those of the invoices of which a person's text left, or may have, or still will. Two queries */
    public static Set<String> of(Delegator delegator, String organizationPartyId, Collection<String> invoiceIds) throws GenericEntityException {
        Map<String, String> invoices = new HashMap<>();
        for (GenericValue run : invoiceIds.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).select("invoiceId", "messageId")
                .from("SmsStepRun").where(EntityCondition.makeCondition(
                        EntityCondition.makeCondition(Map.of("organizationPartyId", organizationPartyId, "stepId", SendHistory.STEP)),
                        EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoiceIds))).queryList()) {
            invoices.put(run.getString("messageId"), run.getString("invoiceId"));
        }
        return invoices.isEmpty() ? Set.of() : EntityQuery.use(delegator).select("messageId").from("SmsMessage").where(
                EntityCondition.makeCondition(EntityCondition.makeCondition("messageId", EntityOperator.IN, invoices.keySet()),
                        EntityCondition.makeCondition("messageStatus", EntityOperator.NOT_IN,
                                List.of(MessageStatus.FAILED.name(), MessageStatus.CANCELLED.name())))).queryList().stream()
                .map(message -> invoices.get(message.getString("messageId"))).collect(Collectors.toSet());
    }
}
