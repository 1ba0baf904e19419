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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.entity.FieldValues;
import org.smsbilling.message.MessageStatus;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.provider.SmsAccount;
import org.smsbilling.provider.SmsProvider;
import org.smsbilling.provider.SmsState;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Asks the carrier about texts that it took and of which no report came, and what texts cost, which it knows some time after they have ended. What it
 * says of their end goes the way of a report that came by itself. Each text is asked about after 10 minutes, then after twice as long each time, and
 * no more after two days. When there are more than 200 a run, those that were never asked about and the others take turns.
 */
final class SentLookup {

    private static final String MODULE = SentLookup.class.getName();
    private static final int MOST = 200;
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration GIVEN_UP = Duration.ofDays(2);
    private static final String ENTITY = "SmsMessageLookup";
    private static final String TURN = "SmsLookupTurn";

    private final Delegator delegator;
    private final Clock clock;
    private final SmsProvider provider;
    private final WebhookReceipts receipts;

    SentLookup(Delegator delegator, Clock clock, SmsProvider provider, WebhookReceipts receipts) {
        this.delegator = delegator;
        this.clock = clock;
        this.provider = provider;
        this.receipts = receipts;
    }

    /** Asks about those that are due, outside any transaction. @return how many the carrier told something new of */
    int run() throws GenericEntityException {
        Instant now = clock.instant();
        int told = 0;
        SilentCarriers silent = new SilentCarriers();
        for (GenericValue message : due(now)) {
            try {
                told += ask(message, silent) ? 1 : 0;
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "What became of message " + message.getString("messageId") + " is asked later", MODULE);
            }
        }
        return told;
    }

    private List<GenericValue> due(Instant now) throws GenericEntityException {
        List<String> organizations = FieldValues.of(EntityQuery.use(delegator).select("organizationPartyId").from("SmsOrganization"),
                "organizationPartyId");
        Timestamp young = Timestamp.from(now.minus(GIVEN_UP));
        List<GenericValue> fresh = organizations.isEmpty() ? List.of() : EntityQuery.use(delegator).from(TURN).where(
                EntityCondition.makeCondition("organizationPartyId", EntityOperator.IN, organizations),
                EntityCondition.makeCondition("sendingDate", EntityOperator.GREATER_THAN, young),
                EntityCondition.makeCondition("sentDate", EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now.minus(FIRST))),
                EntityCondition.makeCondition("providerMessageId", EntityOperator.NOT_EQUAL, null),
                EntityCondition.makeCondition(EntityCondition.makeCondition("messageStatus", MessageStatus.SENT.name()), EntityOperator.OR,
                        EntityCondition.makeCondition("price", EntityOperator.EQUALS, null)),
                EntityCondition.makeCondition("nextDate", EntityOperator.EQUALS, null)).orderBy("sentDate").maxRows(MOST).queryList();
        List<GenericValue> again = EntityQuery.use(delegator).from(TURN).where(EntityCondition.makeCondition("nextDate",
                EntityOperator.LESS_THAN_EQUAL_TO, Timestamp.from(now))).orderBy("nextDate").maxRows(10 * MOST).queryList();
        Set<String> over = again.stream().filter(message -> message.getTimestamp("sendingDate").before(young)
                || !sent(message) && message.get("price") != null).map(message -> message.getString("messageId")).collect(Collectors.toSet());
        forget(over);
        again.removeIf(message -> over.contains(message.getString("messageId")));
        return Turns.of(fresh, again, MOST);
    }

    /** @param silent those that do not answer now are asked later */
    private boolean ask(GenericValue message, SilentCarriers silent) throws GenericEntityException {
        String organization = message.getString("organizationPartyId");
        Optional<SmsAccount> account = OrganizationSettingsReader.read(delegator, organization).flatMap(OrganizationSettings::smsAccount);
        boolean asks = account.isPresent() && !silent.silent(organization);
        Optional<SmsState> state = asks ? provider.state(account.get(), message.getString("providerMessageId")) : Optional.empty();
        if (asks) {
            silent.asked(organization, state.isPresent());
        }
        boolean ended = state.isPresent() && CarrierStatus.ending(state.get().providerStatus()).isPresent();
        boolean priced = state.isPresent() && state.get().price() != null || message.get("price") != null;
        OwnTransaction.call(() -> {
            if (priced && !sent(message)) {
                forget(List.of(message.getString("messageId")));
            } else {
                askAgain(message.getString("messageId"), clock.instant());
            }
            return state.isPresent() ? keep(message, state.get()) : null;
        });
        return ended && sent(message) && receipts.add(organization, new StatusReport(message.getString("providerMessageId"),
                state.get().providerStatus(), state.get().errorCode()), clock.instant());
    }

    /** @return whether it is not known yet how it ended */
    private static boolean sent(GenericValue message) {
        return MessageStatus.SENT.name().equals(message.getString("messageStatus"));
    }

    /** There is nothing more to ask about them. */
    private void forget(Collection<String> messageIds) throws GenericEntityException {
        if (!messageIds.isEmpty()) {
            delegator.removeByCondition(ENTITY, EntityCondition.makeCondition("messageId", EntityOperator.IN, messageIds));
        }
    }

    private Void keep(GenericValue message, SmsState state) throws GenericEntityException {
        Map<String, Object> fields = new HashMap<>();
        if (state.segments() > 0) {
            fields.put("segments", (long) state.segments());
        }
        if (state.price() != null) {
            fields.put("price", state.price());
            fields.put("priceCurrencyUomId", state.currencyUomId());
        }
        if (!fields.isEmpty()) {
            delegator.storeByCondition("SmsMessage", fields, EntityCondition.makeCondition("messageId", message.getString("messageId")));
        }
        return null;
    }

    private void askAgain(String messageId, Instant now) throws GenericEntityException {
        GenericValue row = EntityQuery.use(delegator).from(ENTITY).where("messageId", messageId).queryOne();
        long times = row == null ? 1 : row.getLong("times") + 1;
        Duration doubled = FIRST.multipliedBy(1L << Math.min(times, 10));
        Timestamp next = Timestamp.from(now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
        delegator.createOrStore(delegator.makeValue(ENTITY, "messageId", messageId, "times", times, "nextDate", next));
    }
}
