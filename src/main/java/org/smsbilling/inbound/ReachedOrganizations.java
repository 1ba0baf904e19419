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
package org.smsbilling.inbound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.provider.Sender;

/**
 * Whom a word of a customer reaches, by the scope that the answered organization chose.
 *
 * @param ledger organizations in whose ledgers it is written, the answered one first; {@link ConsentLedger#EVERYWHERE} stands for all
 * @param queues organizations whose queued texts it concerns
 */
record ReachedOrganizations(Set<String> ledger, Set<String> queues) {

    static ReachedOrganizations of(Delegator delegator, OrganizationSettings answered) throws GenericEntityException {
        String own = answered.organizationPartyId();
        Set<String> ledger = new LinkedHashSet<>(List.of(own));
        Set<String> queues = new LinkedHashSet<>(List.of(own));
        switch (OptOutScope.of(answered.texting().optOutScope())) {
        case ALL -> {
            ledger.add(ConsentLedger.EVERYWHERE);
            queues.addAll(FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization"), "organizationPartyId"));
        }
        case SENDER -> {
            ledger.addAll(onSender(delegator, answered));
            queues.addAll(ledger);
        }
        case ORGANIZATION -> { }
        }
        return new ReachedOrganizations(ledger, queues);
    }

    /** @return organizations that text from the sender of this one */
    static List<String> onSender(Delegator delegator, OrganizationSettings answered) throws GenericEntityException {
        String sender = answered.sender().map(Sender::value).orElse(null);
        return sender == null ? List.of() : FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization")
                .where("sender", sender).orderBy("organizationPartyId"), "organizationPartyId");
    }
}
