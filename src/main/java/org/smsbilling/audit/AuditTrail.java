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
package org.smsbilling.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.entity.BulkInsert;

/** The history of an invoice's texts, links and payments; rows are only ever added, in the caller's transaction. */
public final class AuditTrail {

    private static final int LONGEST_NOTE = 255;

    private AuditTrail() { }

    /**
     * @param userLoginId the person who did it; null when the customer, the carrier or the component itself did
     * @param messageId or null
     * @param linkId or null
     * @param attemptId or null
     * @param note without secrets and whole phone numbers; cut to what fits; or null
     */
    public static void add(Delegator delegator, Instant now, String organizationPartyId, String invoiceId, AuditKind kind, String userLoginId,
            String messageId, String linkId, String attemptId, String note) throws GenericEntityException {
        delegator.create("SmsAuditEvent", event(delegator, now, new Entry(organizationPartyId, invoiceId, kind, userLoginId, messageId, linkId,
                attemptId, note)));
    }

    /** One line of the history; its fields are those of {@link #add}. */
    public record Entry(String organizationPartyId, String invoiceId, AuditKind kind, String userLoginId, String messageId, String linkId,
            String attemptId, String note) { }

    /** Adds any number of lines, none included, with one statement. */
    public static void addAll(Delegator delegator, Instant now, List<Entry> entries) throws GenericEntityException {
        List<GenericValue> events = new ArrayList<>();
        entries.forEach(entry -> events.add(delegator.makeValue("SmsAuditEvent", event(delegator, now, entry))));
        BulkInsert.run(delegator, events);
    }

    /** @return a note as it is kept */
    public static String cut(String note) {
        return note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
    }

    private static Map<String, Object> event(Delegator delegator, Instant now, Entry entry) {
        Map<String, Object> event = new HashMap<>();
        event.put("auditEventId", delegator.getNextSeqId("SmsAuditEvent"));
        event.put("organizationPartyId", entry.organizationPartyId());
        event.put("invoiceId", entry.invoiceId());
        event.put("eventDate", Timestamp.from(now));
        event.put("auditKind", entry.kind().name());
        event.put("userLoginId", entry.userLoginId());
        event.put("messageId", entry.messageId());
        event.put("linkId", entry.linkId());
        event.put("attemptId", entry.attemptId());
        event.put("note", cut(entry.note()));
        return event;
    }
}
