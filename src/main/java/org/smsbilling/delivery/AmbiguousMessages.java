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
package org.smsbilling.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageLabels;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.message.UserNames;
import org.smsbilling.phone.PhoneNumbers;
import org.smsbilling.recipient.PartyNames;
import org.smsbilling.transaction.OwnTransaction;

/** Texts of which nobody knows whether the carrier has them, for the people who decide about them. */
final class AmbiguousMessages {

    private static final int MOST = 200;
    private static final Pattern HTTP_STATUS = Pattern.compile("HTTP status [0-9]{3}");

    private final Delegator delegator;

    AmbiguousMessages(Delegator delegator) {
        this.delegator = delegator;
    }

    /**
     * @param organizations whose texts are listed, the oldest first
     * @param deciding those of them whose texts the user may decide about; of the others numbers are masked
     */
    List<Map<String, Object>> list(Collection<String> organizations, Set<String> deciding, Locale locale, ZoneId zone)
            throws GenericEntityException {
        List<Map<String, Object>> list = new ArrayList<>();
        if (organizations.isEmpty()) {
            return list;
        }
        List<GenericValue> messages = EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("messageStatus", MessageStatus.AMBIGUOUS.name()),
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations))
                .orderBy("sendingDate", "messageId").maxRows(MOST).queryList();
        Map<String, String> names = names(messages);
        Map<String, GenericValue> checks = newest(messages, "SmsAmbiguousCheck", "lastDate");
        Map<String, GenericValue> decisions = newest(messages, "SmsAmbiguousDecision", "decisionDate");
        Map<String, String> people = UserNames.read(delegator, decisions.values().stream().map(one -> one.getString("userLoginId")).toList());
        for (GenericValue message : messages) {
            boolean may = deciding.contains(message.getString("organizationPartyId"));
            Map<String, Object> row = new HashMap<>();
            row.put("messageId", message.getString("messageId"));
            row.put("invoiceId", message.getString("invoiceId"));
            row.put("customerName", names.getOrDefault(String.valueOf(message.getString("customerPartyId")), ""));
            row.put("organizationName", names.getOrDefault(message.getString("organizationPartyId"), ""));
            String number = message.getString("contactNumber");
            row.put("number", may ? PhoneNumbers.display(number) : PhoneNumbers.masked(number));
            row.put("sendingTime", time(message.getTimestamp("sendingDate"), locale, zone));
            row.put("knownText", known(message.getString("errorText"), locale));
            put(row, "checkedTime", checks.get(message.getString("messageId")), "lastDate", locale, zone);
            GenericValue decision = decisions.get(message.getString("messageId"));
            put(row, "leftTime", decision, "decisionDate", locale, zone);
            row.put("leftBy", decision == null ? null : people.get(decision.getString("userLoginId")));
            row.put("maySend", may);
            list.add(row);
        }
        return list;
    }

    /** Does what a person decided, in a transaction of its own. @return false when the text is not AMBIGUOUS any more */
    boolean decide(GenericValue message, AmbiguousDecision decision, String userLoginId, Instant now) throws GenericEntityException {
        List<String> linkIds = EntityQuery.use(delegator).from("SmsPayLink").where("messageId", message.getString("messageId")).queryList().stream()
                .map(link -> link.getString("linkId")).collect(Collectors.toList());
        AmbiguousEndings endings = new AmbiguousEndings(delegator);
        return OwnTransaction.call(() -> {
            boolean done = switch (decision) {
            case SENT -> endings.decidedSent(message, linkIds, userLoginId, now);
            case NOT_SENT -> endings.decidedNotSent(message, userLoginId, now);
            case LEAVE -> endings.left(message, userLoginId, now);
            };
            if (done) {
                delegator.createOrStore(delegator.makeValue("SmsAmbiguousDecision", "messageId", message.getString("messageId"),
                        "decisionDate", Timestamp.from(now), "decision", decision.name(), "userLoginId", userLoginId));
            }
            return done;
        });
    }

    /** @param recorded what was written down when no answer came: our own words of a process or of HTTP, which mean nothing to a clerk */
    static String known(String recorded, Locale locale) {
        String key = recorded == null || recorded.isEmpty() ? "Stopped" : HTTP_STATUS.matcher(recorded).matches() ? "Status" : "NoAnswer";
        return UtilProperties.getMessage("SmsBillingDeliveryLabels", "SmsBillingAmbiguousKnown" + key,
                Map.of("status", recorded == null ? "" : recorded.replaceAll("[^0-9]", "")), locale);
    }

    private Map<String, String> names(List<GenericValue> messages) throws GenericEntityException {
        List<String> parties = new ArrayList<>();
        messages.forEach(message -> parties.add(message.getString("customerPartyId")));
        messages.forEach(message -> parties.add(message.getString("organizationPartyId")));
        return PartyNames.read(delegator, parties);
    }

    private Map<String, GenericValue> newest(List<GenericValue> messages, String entityName, String date) throws GenericEntityException {
        Map<String, GenericValue> newest = new HashMap<>();
        if (!messages.isEmpty()) {
            EntityQuery.use(delegator).from(entityName).where(EntityCondition.makeCondition("messageId", EntityOperator.IN,
                    messages.stream().map(message -> message.getString("messageId")).collect(Collectors.toList()))).orderBy(date).queryList()
                    .forEach(row -> newest.put(row.getString("messageId"), row));
        }
        return newest;
    }

    private static void put(Map<String, Object> row, String name, GenericValue from, String date, Locale locale, ZoneId zone) {
        row.put(name, from == null ? null : time(from.getTimestamp(date), locale, zone));
    }

    private static String time(Timestamp moment, Locale locale, ZoneId zone) {
        return moment == null ? "" : new MessageLabels(locale).time(moment.toInstant(), zone);
    }
}
