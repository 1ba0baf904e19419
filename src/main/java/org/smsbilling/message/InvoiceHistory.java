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

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.entity.FieldValues;

/** The pay link and the history of an invoice as its page shows them. */
final class InvoiceHistory {

    private final Delegator delegator;
    private final String invoiceId;
    private final ZoneId zone;
    private final MessageLabels labels;
    private final AuditNote notes;

    /** @param currencyUomId of the invoice */
    InvoiceHistory(Delegator delegator, String invoiceId, String currencyUomId, ZoneId zone, MessageLabels labels) {
        this.delegator = delegator;
        this.invoiceId = invoiceId;
        this.zone = zone;
        this.labels = labels;
        this.notes = new AuditNote(currencyUomId, labels.locale());
    }

    /** @return what happened, newest first */
    List<Map<String, Object>> audit() throws GenericEntityException {
        List<GenericValue> events = EntityQuery.use(delegator).from("SmsAuditEvent").where("invoiceId", invoiceId)
                .orderBy("-eventDate", "-auditEventId").queryList();
        Map<String, String> names = UserNames.read(delegator, events.stream().map(event -> event.getString("userLoginId"))
                .collect(Collectors.toList()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GenericValue event : events) {
            AuditKind kind = AuditKind.valueOf(event.getString("auditKind"));
            Map<String, Object> row = new HashMap<>();
            row.put("eventDateText", labels.time(event.getTimestamp("eventDate").toInstant(), zone));
            row.put("person", names.getOrDefault(String.valueOf(event.getString("userLoginId")), ""));
            row.put("auditKind", kind.name());
            row.put("kindText", labels.text(kind.labelKey()));
            row.put("messageId", event.getString("messageId"));
            row.put("note", notes.text(kind, event.getString("note")));
            rows.add(row);
        }
        return rows;
    }

    /** @return the link that was sent last, or null when none ever was */
    Map<String, Object> link(boolean mayExpire, Instant now) throws GenericEntityException {
        List<String> linkIds = FieldValues.of(EntityQuery.use(delegator).from("SmsPayLinkInvoice").where("invoiceId", invoiceId), "linkId");
        GenericValue link = linkIds.isEmpty() ? null : EntityQuery.use(delegator)
                .select("linkId", "activeDate", "createdDate", "expiresDate", "closedDate", "closedReason").from("SmsPayLink")
                .where(EntityCondition.makeCondition("linkId", EntityOperator.IN, linkIds),
                        EntityCondition.makeCondition("activeDate", EntityOperator.NOT_EQUAL, null))
                .orderBy("-createdDate", "-linkId").queryFirst();
        if (link == null) {
            return null;
        }
        Instant expires = link.getTimestamp("expiresDate").toInstant();
        boolean closed = link.getTimestamp("closedDate") != null;
        boolean expired = !closed && !expires.isAfter(now);
        Map<String, Object> row = new HashMap<>();
        row.put("linkId", link.getString("linkId"));
        row.put("state", closed ? "CLOSED" : expired ? "EXPIRED" : "ACTIVE");
        row.put("expiresDateText", labels.time(expires.minusSeconds(1), zone));
        row.put("expiresEpochMillis", expires.toEpochMilli());
        row.put("nowEpochMillis", now.toEpochMilli());
        row.put("closedText", closed ? labels.text("SmsBillingLinkClosed_" + link.getString("closedReason"))
                : expired ? labels.text("SmsBillingLinkEnded") : "");
        row.put("canExpire", mayExpire && !closed && !expired);
        return row;
    }
}
