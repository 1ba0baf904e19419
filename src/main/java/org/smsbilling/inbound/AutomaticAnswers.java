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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.TextingRules;
import org.smsbilling.provider.Sender;

/**
 * Answers to texts that no person writes: the confirmation of an opt-out or opt-in, and help. What the carrier answers is not answered again, and a
 * machine at the other end gets only a few.
 */
final class AutomaticAnswers {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 3;
    /** 47 CFR 64.1200(a)(12): a later confirmation would need a reason. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final Delegator delegator;

    AutomaticAnswers(Delegator delegator) {
        this.delegator = delegator;
    }

    /**
     * @param answered the sender that the customer answered
     * @param carrierSaw whether the carrier told what it took the text for, so that it has answered
     * @return whether the carrier, or the network behind it, answers this text itself. Networks answer STOP and START to toll-free numbers whatever
     *     the account's settings are
     */
    static boolean answeredAlready(Classification text, TextingRules rules, String answered, boolean carrierSaw) {
        boolean stopOrStart = text.intent() == Intent.OPT_OUT || text.intent() == Intent.OPT_IN;
        boolean network = stopOrStart && Sender.parse(answered).filter(sender -> sender.kind() == Sender.Kind.TOLL_FREE).isPresent();
        return text.carrierAnswers() && (rules.carrierAnswersKeywords() || carrierSaw || network);
    }

    /**
     * @param changedConsent whether the text changed the state of its number
     * @param answeredAlready see above
     * @param age since the text came in
     * @return what the text is to be answered with
     */
    static Optional<MessageType> type(Classification text, boolean changedConsent, boolean answeredAlready, Duration age) {
        if (answeredAlready || age.compareTo(SOON) > 0) {
            return Optional.empty();
        }
        return switch (text.intent()) {
        case OPT_OUT, WRONG_NUMBER -> changedConsent ? Optional.of(MessageType.OPT_OUT_CONFIRMATION) : Optional.empty();
        case OPT_IN, YES -> changedConsent ? Optional.of(MessageType.OPT_IN_CONFIRMATION) : Optional.empty();
        case HELP -> Optional.of(MessageType.HELP);
        case UNCLEAR, REPLY -> Optional.empty();
        };
    }

    /** Queues an answer in the caller's transaction. @return id of the message; empty when the number got enough of them within a day */
    Optional<String> queue(MessageType type, OrganizationSettings settings, String number, Correspondence to, Instant now)
            throws GenericEntityException {
        long sent = EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("contactNumber", number), EntityCondition.makeCondition("messageType", type.name()),
                EntityCondition.makeCondition("createdDate", EntityOperator.GREATER_THAN, Timestamp.from(now.minus(DAY)))).queryCount();
        if (sent >= MOST_A_DAY) {
            return Optional.empty();
        }
        return Optional.of(new NewMessage(type, settings.organizationPartyId(), List.of(), null, to.customerPartyId(), to.recipientPartyId(), number,
                to.locale().toString(), now, null).queue(delegator, now));
    }
}
