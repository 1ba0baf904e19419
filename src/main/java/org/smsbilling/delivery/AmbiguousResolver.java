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
import java.util.List;
import java.util.Objects;
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
import org.smsbilling.provider.TakenSms;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Finds out what became of messages to which the carrier did not answer, by asking it, never by sending on a guess. What it has is SENT; what it
 * surely does not have, asked twice, is tried again, three times at most; everything else waits for a person.
 */
final class AmbiguousResolver {

    private static final String MODULE = AmbiguousResolver.class.getName();
    private static final int MOST = 500;
    private static final String TURN = "SmsAmbiguousTurn";
    /** The carrier's clock may be behind ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final Delegator delegator;
    private final Clock clock;
    private final SmsProvider provider;
    private final AmbiguousEndings endings;

    AmbiguousResolver(Delegator delegator, Clock clock, SmsProvider provider) {
        this.delegator = delegator;
        this.clock = clock;
        this.provider = provider;
        this.endings = new AmbiguousEndings(delegator);
    }

    /** Asks about those whose turn it is, outside any transaction. @return how many are not AMBIGUOUS any more */
    int run() throws GenericEntityException {
        int resolved = 0;
        SilentCarriers silent = new SilentCarriers();
        for (GenericValue message : turns(clock.instant())) {
            try {
                resolved += resolve(message, silent) ? 1 : 0;
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logError(e, "Message " + message.getString("messageId") + " stays AMBIGUOUS for now", MODULE);
            }
        }
        return resolved;
    }

    /** What only a person can decide any more has no turn, and none of the others keeps the rest from having one. */
    private List<GenericValue> turns(Instant now) throws GenericEntityException {
        Timestamp before = Timestamp.from(now.minus(AmbiguousEndings.BETWEEN));
        EntityCondition ambiguous = EntityCondition.makeCondition("messageStatus", MessageStatus.AMBIGUOUS.name());
        List<String> turns = Turns.of(
                FieldValues.of(EntityQuery.use(delegator).select("messageId", "sendingDate").from(TURN).where(ambiguous,
                        EntityCondition.makeCondition("sendingDate", EntityOperator.LESS_THAN_EQUAL_TO, before),
                        EntityCondition.makeCondition("lastDate", EntityOperator.EQUALS, null)).orderBy("sendingDate").maxRows(MOST), "messageId"),
                FieldValues.of(EntityQuery.use(delegator).select("messageId", "lastDate").from(TURN).where(ambiguous,
                        EntityCondition.makeCondition("lastDate", EntityOperator.LESS_THAN_EQUAL_TO, before),
                        EntityCondition.makeCondition("timesAbsent", EntityOperator.LESS_THAN, AmbiguousEndings.TIMES_ABSENT))
                        .orderBy("lastDate").maxRows(MOST), "messageId"), MOST);
        return turns.isEmpty() ? List.of() : EntityQuery.use(delegator).from("SmsMessage").where(EntityCondition.makeCondition("messageId",
                EntityOperator.IN, turns), ambiguous).orderBy("sendingDate").queryList();
    }

    private boolean resolve(GenericValue message, SilentCarriers silent) throws GenericEntityException {
        String organization = message.getString("organizationPartyId");
        Optional<SmsAccount> account = sameAccount(message);
        boolean asks = account.isPresent() && !silent.silent(organization);
        Optional<List<TakenSms>> answer = asks ? provider.taken(account.get(), message.getString("contactNumber"),
                message.getTimestamp("sendingDate").toInstant().minus(CLOCKS_DIFFER)) : Optional.empty();
        if (asks) {
            silent.asked(organization, answer.isPresent());
        }
        if (answer.isEmpty()) {
            return notYet(message);
        }
        List<GenericValue> links = EntityQuery.use(delegator).from("SmsPayLink").where("messageId", message.getString("messageId")).queryList();
        SameText text = new SameText(values(links, "tokenHash"), message.getString("body"));
        boolean cannotTell = false;
        for (TakenSms taken : answer.get()) {
            Optional<Boolean> same = text.as(taken);
            cannotTell |= same.isEmpty();
            if (same.orElse(false) && !ofAnother(taken)) {
                return OwnTransaction.call(() -> endings.found(message, List.copyOf(values(links, "linkId")), taken, clock.instant()));
            }
        }
        return cannotTell ? notYet(message) : OwnTransaction.call(() -> endings.absent(message, clock.instant()));
    }

    private boolean notYet(GenericValue message) throws GenericEntityException {
        return OwnTransaction.call(() -> endings.askedInVain(message, clock.instant()));
    }

    /** @return the account by which it was sent; empty when another may be connected now, which would not know of it */
    private Optional<SmsAccount> sameAccount(GenericValue message) throws GenericEntityException {
        String organization = message.getString("organizationPartyId");
        GenericValue row = EntityQuery.use(delegator).from("SmsOrganization").where("organizationPartyId", organization).queryOne();
        boolean connectedSince = row == null || row.getTimestamp("connectedDate") != null
                && row.getTimestamp("connectedDate").after(message.getTimestamp("sendingDate"));
        return connectedSince ? Optional.empty() : OrganizationSettingsReader.read(delegator, organization)
                .flatMap(OrganizationSettings::smsAccount).filter(account -> account.sender().equals(message.getString("sender")));
    }

    private boolean ofAnother(TakenSms taken) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where("providerMessageId", taken.providerMessageId()).queryFirst() != null;
    }

    private static Set<String> values(List<GenericValue> rows, String field) {
        return rows.stream().map(row -> row.getString(field)).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
