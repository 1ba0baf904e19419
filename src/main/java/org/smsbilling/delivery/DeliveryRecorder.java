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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.smsbilling.audit.AuditKind;
import org.smsbilling.audit.AuditTrail;
import org.smsbilling.message.CarrierConsequences;
import org.smsbilling.message.MessageInvoices;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.twilio.TwilioErrors;

/** Writes down how a message ended with the carrier: forward only and once, however often and in whatever order it is told. */
final class DeliveryRecorder {

    static final String NOTHING_NEW = "NOTHING_NEW";

    private final Delegator delegator;
    private final Clock clock;
    private final CarrierConsequences consequences;
    private final RepeatedMessages repeats;

    DeliveryRecorder(Delegator delegator, Clock clock) {
        this.delegator = delegator;
        this.clock = clock;
        this.consequences = new CarrierConsequences(delegator, clock);
        this.repeats = new RepeatedMessages(delegator, () -> new SplittableRandom().nextLong());
    }

    /**
     * What the error means beyond the message, in transactions of their own: to be called before {@link #end}, so that nothing of it is lost between
     * the two.
     */
    void follow(GenericValue message, StatusReport report) throws GenericEntityException {
        if (report.errorCode() != null && ending(message, report).isPresent()) {
            consequences.follow(message.getString("organizationPartyId"), message.getString("contactNumber"), message.getString("messageId"),
                    report.errorCode(), "");
        }
    }

    /** A message and what was said of it. @param message row of SmsMessage */
    record Reported(GenericValue message, StatusReport report) { }

    /**
     * In the caller's transaction, with a number of statements that depends on how many kinds of endings there are.
     *
     * @param reports in the order in which they came; several may be about one message
     * @return what became of each report in order, for people who look at it
     * @throws GenericEntityException also when one of several messages has changed meanwhile: they are to be ended one by one
     */
    List<String> end(List<Reported> reports) throws GenericEntityException {
        Set<String> ended = new HashSet<>();
        Map<Ending, List<Reported>> endings = new LinkedHashMap<>();
        List<String> outcomes = new ArrayList<>();
        for (Reported each : reports) {
            Optional<MessageStatus> ending = ending(each.message(), each.report());
            if (ending.isPresent() && ended.add(each.message().getString("messageId"))) {
                endings.computeIfAbsent(new Ending(each.message().getString("messageStatus"), ending.get(), each.report().errorCode()),
                        any -> new ArrayList<>()).add(each);
                outcomes.add(ending.get().name());
            } else {
                outcomes.add(NOTHING_NEW);
            }
        }
        for (Map.Entry<Ending, List<Reported>> each : endings.entrySet()) {
            int moved = move(each.getKey(), each.getValue());
            if (moved < each.getValue().size()) {
                if (reports.size() > 1) {
                    throw new GenericEntityException("Some of " + reports.size() + " messages have changed meanwhile");
                }
                return List.of(NOTHING_NEW);
            }
        }
        follow(endings);
        return outcomes;
    }

    /** How messages end. @param from the state in which they are */
    private record Ending(String from, MessageStatus status, String errorCode) { }

    private int move(Ending ending, List<Reported> reports) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageStatus", ending.status().name());
        fields.put("statusDate", Timestamp.from(clock.instant()));
        fields.put("errorCode", ending.errorCode());
        fields.put("errorText", null);
        return delegator.storeByCondition("SmsMessage", fields, EntityCondition.makeCondition(
                EntityCondition.makeCondition("messageId", EntityOperator.IN, reports.stream()
                        .map(each -> each.message().getString("messageId")).collect(Collectors.toList())),
                EntityCondition.makeCondition("messageStatus", ending.from())));
    }

    private void follow(Map<Ending, List<Reported>> endings) throws GenericEntityException {
        Instant now = clock.instant();
        Map<String, List<String>> invoices = MessageInvoices.of(delegator, endings.values().stream().flatMap(List::stream)
                .map(Reported::message).collect(Collectors.toList()));
        List<AuditTrail.Entry> entries = new ArrayList<>();
        for (Map.Entry<Ending, List<Reported>> each : endings.entrySet()) {
            Ending ending = each.getKey();
            for (Reported reported : each.getValue()) {
                GenericValue message = reported.message();
                List<String> invoiceIds = invoices.get(message.getString("messageId"));
                invoiceIds.forEach(invoiceId -> entries.add(new AuditTrail.Entry(message.getString("organizationPartyId"), invoiceId,
                        kind(ending.status()), null, message.getString("messageId"), null, null, ending.errorCode())));
                if (ending.status() != MessageStatus.DELIVERED && TwilioErrors.action(ending.errorCode()) == TwilioErrors.Action.RETRY) {
                    repeats.queue(message, invoiceIds, now);
                }
            }
        }
        AuditTrail.addAll(delegator, now, entries);
    }

    private static Optional<MessageStatus> ending(GenericValue message, StatusReport report) {
        MessageStatus status = MessageStatus.valueOf(message.getString("messageStatus"));
        return CarrierStatus.ending(report.providerStatus()).filter(status::mayBecome);
    }

    private static AuditKind kind(MessageStatus ending) {
        return switch (ending) {
        case DELIVERED -> AuditKind.SMS_DELIVERED;
        case UNDELIVERED -> AuditKind.SMS_UNDELIVERED;
        default -> AuditKind.SMS_FAILED;
        };
    }
}
