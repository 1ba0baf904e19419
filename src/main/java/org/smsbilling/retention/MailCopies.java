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
package org.smsbilling.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * Knows which of OFBiz's communications are copies of the component's e-mails, so that their words go after the set time. In the caller's
 * transaction.
 */
public final class MailCopies {

    private static final String ENTITY = "SmsMailCopy";

    private final Delegator delegator;
    private final String organization;

    public MailCopies(Delegator delegator, String organizationPartyId) {
        this.delegator = delegator;
        this.organization = organizationPartyId;
    }

    /**
     * Remembers the copies of an e-mail that has just left. OFBiz does not tell their ids when it makes them by itself: they are found by customer
     * and subject.
     * @return those that were not known before
     */
    public List<GenericValue> remember(String customerPartyId, String subject, Instant now) throws GenericEntityException {
        List<GenericValue> fresh = EntityQuery.use(delegator).from("CommunicationEvent").where("partyIdTo", customerPartyId, "subject", subject)
                .queryList();
        List<String> known = EntityQuery.use(delegator).from(ENTITY).where("organizationPartyId", organization, "customerPartyId", customerPartyId)
                .queryList().stream().map(row -> row.getString("communicationEventId")).toList();
        fresh.removeIf(copy -> known.contains(copy.getString("communicationEventId")));
        for (GenericValue copy : fresh) {
            delegator.createOrStore(delegator.makeValue(ENTITY, "communicationEventId", copy.getString("communicationEventId"),
                    "organizationPartyId", organization, "customerPartyId", customerPartyId, "sentDate", Timestamp.from(now)));
        }
        return fresh;
    }

    /** Takes the words out of copies that are older than that, at most 500. @return how many there were */
    int redact(Instant limit) throws GenericEntityException {
        return redact(EntityCondition.makeCondition("sentDate", EntityOperator.LESS_THAN, Timestamp.from(limit)), "content");
    }

    /** Takes words and addresses out of all copies to a party. */
    void erase(String partyId) throws GenericEntityException {
        EntityCondition ofParty = EntityCondition.makeCondition("customerPartyId", partyId);
        while (redact(ofParty, "content", "toString") > 0) {
            continue;
        }
    }

    private int redact(EntityCondition which, String... fields) throws GenericEntityException {
        List<GenericValue> rows = EntityQuery.use(delegator).from(ENTITY).where(EntityCondition.makeCondition(
                EntityCondition.makeCondition("organizationPartyId", organization), which)).maxRows(BodyRedaction.CHUNK).queryList();
        if (!rows.isEmpty()) {
            EntityCondition these = EntityCondition.makeCondition("communicationEventId", EntityOperator.IN,
                    rows.stream().map(row -> row.getString("communicationEventId")).toList());
            for (String field : fields) {
                delegator.storeByCondition("CommunicationEvent", "content".equals(field) ? Collections.singletonMap(field, null)
                        : UtilMisc.<String, Object>toMap(field, PersonalData.ERASED), these);
            }
            delegator.removeByCondition(ENTITY, these);
        }
        return rows.size();
    }
}
