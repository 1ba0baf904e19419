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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Removes the words of old texts, sent and received, of their copies and those of e-mails among OFBiz's communications, and of pauses. That they
 * were there, when, to whom and with what outcome stays, and so does the consent ledger. A mark per organization says how far it got, so that a run
 * looks only at what became old since. Openings of links that ended before that become numbers.
 */
public final class BodyRedaction {

    static final int CHUNK = 500;
    /** A text may be written long before it leaves and gets its words: so long before the last limit they are looked for again. */
    private static final Duration OVERLAP = Duration.ofDays(45);
    private static final String RECEIVED = "SmsInboundText";

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    public BodyRedaction(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /** Each 500 texts in a transaction of their own. @return how many texts lost their words */
    public int run() throws GenericEntityException {
        Instant limit = now.minus(Duration.ofDays(settings.texting().redactAfterDays()));
        GenericValue mark = EntityQuery.use(delegator).from("SmsRedaction").where("organizationPartyId", settings.organizationPartyId()).queryOne();
        Instant from = mark == null || mark.getTimestamp("redactedUntil") == null ? Instant.EPOCH : mark.getTimestamp("redactedUntil").toInstant();
        if (!limit.isAfter(from)) {
            return 0;
        }
        Instant again = from.equals(Instant.EPOCH) ? from : from.minus(OVERLAP);
        int redacted = all("SmsMessage", "messageId", "createdDate", List.of("body", "replyText"), again, limit)
                + all(RECEIVED, "providerMessageId", "receivedDate", List.of("body"), again, limit);
        MailCopies mails = new MailCopies(delegator, settings.organizationPartyId());
        while (OwnTransaction.call(() -> mails.redact(limit)) == CHUNK) {
            continue;
        }
        OldOpenings openings = new OldOpenings(delegator, settings.organizationPartyId());
        while (OwnTransaction.call(() -> openings.count(limit, CHUNK)) == CHUNK) {
            continue;
        }
        OwnTransaction.call(() -> {
            new PauseNotes(delegator, settings.organizationPartyId()).redact(limit, settings.zoneId());
            delegator.storeByCondition("SmsConversation", nulls(List.of("lastText")), EntityCondition.makeCondition(organization(),
                    EntityCondition.makeCondition("lastDate", EntityOperator.LESS_THAN, Timestamp.from(limit))));
            return delegator.createOrStore(delegator.makeValue("SmsRedaction", UtilMisc.<String, Object>toMap("organizationPartyId",
                    settings.organizationPartyId(), "redactedUntil", Timestamp.from(limit), "lastRunDate", Timestamp.from(now))));
        });
        return redacted;
    }

    private int all(String entity, String key, String date, List<String> fields, Instant from, Instant limit) throws GenericEntityException {
        int redacted = 0;
        List<GenericValue> rows = next(entity, key, date, fields, from, limit);
        while (!rows.isEmpty()) {
            List<GenericValue> these = rows;
            OwnTransaction.call(() -> {
                redact(delegator, entity, key, fields, these);
                return null;
            });
            redacted += rows.size();
            rows = rows.size() < CHUNK ? List.of() : next(entity, key, date, fields, from, limit);
        }
        return redacted;
    }

    private List<GenericValue> next(String entity, String key, String date, List<String> fields, Instant from, Instant limit)
            throws GenericEntityException {
        List<EntityCondition> words = new ArrayList<>();
        fields.forEach(field -> words.add(EntityCondition.makeCondition(field, EntityOperator.NOT_EQUAL, null)));
        return EntityQuery.use(delegator).select(key, "communicationEventId", "invoiceId", "body").from(entity).where(organization(),
                EntityCondition.makeCondition(date, EntityOperator.GREATER_THAN_EQUAL_TO, Timestamp.from(from)),
                EntityCondition.makeCondition(date, EntityOperator.LESS_THAN, Timestamp.from(limit)),
                EntityCondition.makeCondition(words, EntityOperator.OR)).maxRows(CHUNK).queryList();
    }

    /** Takes the words out of rows, of their communications and of the histories of invoices, in the caller's transaction. */
    static void redact(Delegator delegator, String entity, String key, Collection<String> fields, List<GenericValue> rows)
            throws GenericEntityException {
        List<String> ids = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (GenericValue row : rows) {
            ids.add(row.getString(key));
            if (row.getString("communicationEventId") != null) {
                events.add(row.getString("communicationEventId"));
            }
        }
        delegator.storeByCondition(entity, nulls(fields), EntityCondition.makeCondition(key, EntityOperator.IN, ids));
        Set<String> invoices = rows.stream().map(row -> row.getString("invoiceId")).filter(Objects::nonNull).collect(Collectors.toSet());
        if (RECEIVED.equals(entity) && !invoices.isEmpty()) {
            delegator.storeByCondition("SmsAuditEvent", nulls(List.of("note")), EntityCondition.makeCondition(
                    EntityCondition.makeCondition("invoiceId", EntityOperator.IN, invoices),
                    EntityCondition.makeCondition("auditKind", AuditKind.SMS_RECEIVED.name()),
                    EntityCondition.makeCondition("note", EntityOperator.IN, rows.stream().map(row -> AuditTrail.cut(row.getString("body")))
                            .filter(Objects::nonNull).toList())));
        }
        if (!events.isEmpty()) {
            delegator.storeByCondition("CommunicationEvent", nulls(List.of("content")),
                    EntityCondition.makeCondition("communicationEventId", EntityOperator.IN, events));
        }
    }

    private static Map<String, Object> nulls(Collection<String> fields) {
        Map<String, Object> nulls = new HashMap<>();
        fields.forEach(field -> nulls.put(field, null));
        return nulls;
    }

    private EntityCondition organization() {
        return EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId());
    }
}
