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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Takes due messages from the outbox, of accounts that are this dispatcher's: no more than can be called soon, and of each sender no more than its
 * rate lets out soon.
 */
final class OutboxClaimer {

    private static final String MODULE = OutboxClaimer.class.getName();
    private static final int BATCH = 500;

    /** What is known of an organization's sender since it was last seen in the outbox. */
    private record SenderRate(String account, String key, int perSecond) { }

    private final Delegator delegator;
    private final Clock clock;
    private final Outbox outbox;
    private final CallPump pump;
    private final AccountLeases accounts;
    private final String owner;
    private final Map<String, SenderRate> rates = new HashMap<>();
    private long claims;

    /** @param owner name of this dispatcher among all that share the database, at most 40 characters */
    OutboxClaimer(Delegator delegator, Clock clock, Outbox outbox, CallPump pump, AccountLeases accounts, String owner) {
        this.delegator = delegator;
        this.clock = clock;
        this.outbox = outbox;
        this.pump = pump;
        this.accounts = accounts;
        this.owner = owner;
    }

    /** What one look at the outbox gave.
     * @param bySender how many by key of the sender
     * @param more whether another look may give more at once */
    record Claimed(List<OutboxMessage> messages, Lease lease, Map<String, Integer> bySender, boolean more) {
        static Claimed nothing(Lease lease, boolean more) {
            return new Claimed(List.of(), lease, Map.of(), more);
        }
    }

    /** @param inHand messages that are this dispatcher's already */
    Claimed claim(Set<String> inHand) throws GenericEntityException {
        int room = Math.min(BATCH, pump.room());
        Instant now = clock.instant();
        Lease lease = MessagePreparation.lease(owner + "." + ++claims, now);
        if (room <= 0) {
            return Claimed.nothing(lease, true);
        }
        int most = room + pump.expected();
        List<GenericValue> due = outbox.due(now, full(), most);
        List<GenericValue> others = due.stream().filter(row -> !inHand.contains(row.getString("messageId"))).limit(room).collect(Collectors.toList());
        List<String> chosen = choose(others);
        if (chosen.isEmpty()) {
            return Claimed.nothing(lease, !others.isEmpty());
        }
        List<OutboxMessage> messages = readable(outbox.queued(chosen), lease);
        Map<String, Integer> bySender = new HashMap<>();
        messages.forEach(message -> bySender.merge(senderKey(message), 1, Integer::sum));
        return new Claimed(messages, lease, bySender, due.size() == most);
    }

    private String senderKey(OutboxMessage message) {
        SenderRate rate = rates.get(message.organizationPartyId());
        return rate == null ? "" : rate.key();
    }

    private Set<String> full() {
        return rates.entrySet().stream().filter(rate -> room(rate.getValue()) <= 0).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private List<String> choose(List<GenericValue> due) throws GenericEntityException {
        Map<String, Integer> room = new HashMap<>();
        List<String> chosen = new ArrayList<>();
        for (GenericValue row : due) {
            String organization = row.getString("organizationPartyId");
            if (!room.containsKey(organization)) {
                room.put(organization, room(organization));
            }
            if (room.merge(organization, -1, Integer::sum) >= 0) {
                chosen.add(row.getString("messageId"));
            }
        }
        return chosen;
    }

    private int room(String organization) throws GenericEntityException {
        Optional<OrganizationSettings> settings = OrganizationSettingsReader.read(delegator, organization);
        if (settings.flatMap(OrganizationSettings::smsAccount).isEmpty()) {
            rates.remove(organization);
            return BATCH;
        }
        SenderRate rate = new SenderRate(settings.get().smsAccount().orElseThrow().accountSid(),
                ReadyMessage.senderKey(settings.get()), settings.get().segmentsPerSecond());
        rates.put(organization, rate);
        return room(rate);
    }

    private int room(SenderRate rate) {
        return accounts.mine(rate.account()) ? pump.room(rate.key(), rate.perSecond()) : 0;
    }

    private List<OutboxMessage> readable(List<GenericValue> rows, Lease lease) throws GenericEntityException {
        List<OutboxMessage> messages = new ArrayList<>();
        for (GenericValue row : rows) {
            try {
                messages.add(OutboxMessage.of(row));
            } catch (IllegalArgumentException | NullPointerException e) {
                Debug.logError(e, "Message " + row.getString("messageId") + " cannot be read", MODULE);
                Map<String, Object> fields = Outbox.free();
                fields.put("errorCode", MessageReason.OWN_FAULT.name());
                OwnTransaction.call(() -> outbox.move(List.of(row.getString("messageId")), lease.owner(), MessageStatus.QUEUED,
                        MessageStatus.FAILED, fields, clock.instant()));
            }
        }
        return messages;
    }
}
