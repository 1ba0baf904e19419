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

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;

/** What clerks typed when they paused reminders. That there was a pause, its kind, days and people stay. In the caller's transaction. */
final class PauseNotes {

    /** Stands where the words were. */
    static final String MARK = "***";
    private static final String BEFORE_WORDS = ": ";

    private final Delegator delegator;
    private final EntityCondition organization;

    PauseNotes(Delegator delegator, String organizationPartyId) {
        this.delegator = delegator;
        this.organization = EntityCondition.makeCondition("organizationPartyId", organizationPartyId);
    }

    /** Of pauses that were over before the limit, and in histories that are older; a pause in force keeps its own. @param zone the organization's */
    void redact(Instant limit, ZoneId zone) throws GenericEntityException {
        delegator.storeByCondition("SmsCollectionPause", Map.of("note", MARK), EntityCondition.makeCondition(organization,
                EntityCondition.makeCondition("note", EntityOperator.NOT_EQUAL, null),
                EntityCondition.makeCondition(EntityCondition.makeCondition("endedDate", EntityOperator.LESS_THAN, Timestamp.from(limit)),
                        EntityOperator.OR, EntityCondition.makeCondition("untilDate", EntityOperator.LESS_THAN,
                                Date.valueOf(limit.atZone(zone).toLocalDate())))));
        List<GenericValue> events = next(limit);
        while (!events.isEmpty()) {
            for (GenericValue event : events) {
                String note = event.getString("note");
                event.set("note", note.substring(0, note.indexOf(BEFORE_WORDS)) + BEFORE_WORDS + MARK);
                event.store();
            }
            events = next(limit);
        }
    }

    private List<GenericValue> next(Instant limit) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsAuditEvent").where(EntityCondition.makeCondition(organization,
                EntityCondition.makeCondition("auditKind", AuditKind.REMINDERS_PAUSED.name()),
                EntityCondition.makeCondition("eventDate", EntityOperator.LESS_THAN, Timestamp.from(limit)),
                EntityCondition.makeCondition("note", EntityOperator.LIKE, "%" + BEFORE_WORDS + "%"),
                EntityCondition.makeCondition("note", EntityOperator.NOT_LIKE, "%" + BEFORE_WORDS + MARK))).maxRows(BodyRedaction.CHUNK).queryList();
    }
}
