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

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.NoText;
import org.smsbilling.recipient.PartyNames;

/** The pay link and the history of an invoice as its page shows them. */
final class InvoiceHistory {

    /** What only step runs tell of: who was not texted, and e-mails during which a process may have ended. */
    private static final Map<String, AuditKind> UNTOLD = Stream.concat(Stream.of("EMAIL_SENDING"), Arrays.stream(NoText.values()).map(Enum::name))
            .collect(Collectors.toUnmodifiableMap(Function.identity(),
                    outcome -> "EMAIL_SENDING".equals(outcome) ? AuditKind.EMAIL_BEGUN : AuditKind.SMS_NOBODY));

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

    /** @return what happened, newest first. Texts that the component queued by itself are known by their step runs */
    List<Map<String, Object>> audit() throws GenericEntityException {
        List<GenericValue> events = EntityQuery.use(delegator).from("SmsAuditEvent").where("invoiceId", invoiceId)
                .orderBy("-eventDate", "-auditEventId").queryList();
        Map<String, String> names = UserNames.read(delegator, events.stream().map(event -> event.getString("userLoginId"))
                .collect(Collectors.toList()));
        List<Map<String, Object>> rows = new ArrayList<>();
        List<GenericValue> runs = new ArrayList<>(queuedByThemselves(events));
        Map<String, String> numbers = numbers(runs.stream().filter(run -> run.get("messageId") != null).toList());
        Map<String, String> nobody = PartyNames.read(delegator, runs.stream().filter(run -> run.get("messageId") == null)
                .map(run -> run.getString("recipient")).toList());
        for (GenericValue event : events) {
            while (!runs.isEmpty() && runs.get(0).getTimestamp("createdDate").after(event.getTimestamp("eventDate"))) {
                rows.add(run(runs.remove(0), numbers, nobody));
            }
            rows.add(row(event.getTimestamp("eventDate"), AuditKind.valueOf(event.getString("auditKind")),
                    names.getOrDefault(String.valueOf(event.getString("userLoginId")), ""), event.getString("messageId"), event.getString("note")));
        }
        runs.forEach(run -> rows.add(run(run, numbers, nobody)));
        return rows;
    }

    /** @return step runs with a text, of whose queueing the events do not tell, and those of which no event tells, newest first */
    private List<GenericValue> queuedByThemselves(List<GenericValue> events) throws GenericEntityException {
        Set<Timestamp> told = events.stream().filter(event -> AuditKind.SMS_QUEUED.name().equals(event.getString("auditKind")))
                .map(event -> event.getTimestamp("eventDate")).collect(Collectors.toSet());
        return EntityQuery.use(delegator).from("SmsStepRun").where("invoiceId", invoiceId, "createdByUserLogin", null)
                .orderBy("-createdDate", "-messageId").queryList().stream()
                .filter(run -> run.get("messageId") == null ? UNTOLD.containsKey(run.getString("outcome"))
                        : !told.contains(run.getTimestamp("createdDate"))).toList();
    }

    private Map<String, String> numbers(List<GenericValue> runs) throws GenericEntityException {
        Map<String, String> numbers = new HashMap<>();
        for (GenericValue message : runs.isEmpty() ? List.<GenericValue>of() : EntityQuery.use(delegator).select("messageId", "contactNumber")
                .from("SmsMessage").where(EntityCondition.makeCondition("messageId", EntityOperator.IN,
                        runs.stream().map(run -> run.getString("messageId")).toList())).queryList()) {
            numbers.put(message.getString("messageId"), message.getString("contactNumber"));
        }
        return numbers;
    }

    /** @param numbers by message. @param nobody names of those who were not texted, by party */
    private Map<String, Object> run(GenericValue run, Map<String, String> numbers, Map<String, String> nobody) {
        String messageId = run.getString("messageId");
        if (messageId == null) {
            return row(run.getTimestamp("createdDate"), UNTOLD.get(run.getString("outcome")), "", null,
                    run.getString("outcome") + " (" + nobody.get(run.getString("recipient")) + ")");
        }
        return row(run.getTimestamp("createdDate"), AuditKind.SMS_QUEUED, "", messageId,
                numbers.containsKey(messageId) ? PhoneNumbers.masked(numbers.get(messageId)) : null);
    }

    private Map<String, Object> row(Timestamp when, AuditKind kind, String person, String messageId, String note) {
        Map<String, Object> row = new HashMap<>();
        row.put("eventDateText", labels.time(when.toInstant(), zone));
        row.put("person", person);
        row.put("auditKind", kind.name());
        row.put("kindText", labels.text(kind.labelKey()));
        row.put("messageId", messageId);
        row.put("note", notes.text(kind, note));
        return row;
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
