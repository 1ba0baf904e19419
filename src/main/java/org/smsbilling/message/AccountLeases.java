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
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.transaction.OwnTransaction;

/**
 * Lets one dispatcher at a time, of all that share a database, send for an account of the carrier: so the rate of a sender and the number of calls
 * at once are kept by one that knows of every call. It has to renew its right every second; one that did not for eight seconds has lost it to
 * whoever notices. Nobody compares clocks for that: each watches the others' renewals by its own {@link System#nanoTime}.
 */
final class AccountLeases {

    private static final String MODULE = AccountLeases.class.getName();
    private static final String ENTITY = "SmsCarrierAccount";
    private static final long VALID = TimeUnit.SECONDS.toNanos(4);
    private static final long TAKE_OVER = TimeUnit.SECONDS.toNanos(8);
    private static final long ASK_AGAIN = TimeUnit.MILLISECONDS.toNanos(500);
    /** A second after the former one has stopped for sure, so that both together keep the rate. */
    private static final long AFTER_ANOTHER = TimeUnit.SECONDS.toNanos(1);

    private final Delegator delegator;
    private final Clock clock;
    private final String owner;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Long> asked = new HashMap<>();

    /** @param renewals the row's count
     * @param from when it may be used first
     * @param until when it may be used no more unless it was renewed */
    private record Held(long renewals, long from, long until) { }

    /** What another has, and since when it has been so. */
    private record Seen(String owner, long renewals, long since) { }

    AccountLeases(Delegator delegator, Clock clock, String owner) {
        this.delegator = delegator;
        this.clock = clock;
        this.owner = owner;
    }

    /** For one thread. @return whether the account is this dispatcher's; asks the database for one that is not, twice a second at most */
    boolean mine(String account) {
        long now = System.nanoTime();
        if (held.containsKey(account)) {
            return true;
        }
        Long last = asked.get(account);
        if (last != null && now - last < ASK_AGAIN) {
            return false;
        }
        asked.put(account, now);
        try {
            Optional<Held> taken = OwnTransaction.call(() -> take(account, now));
            taken.ifPresent(mine -> held.put(account, mine));
            return taken.isPresent();
        } catch (GenericEntityException | RuntimeException e) {
            Debug.logWarning("Another dispatcher was faster with an account: " + e.getMessage(), MODULE);
            return false;
        }
    }

    private Optional<Held> take(String account, long now) throws GenericEntityException {
        GenericValue row = EntityQuery.use(delegator).from(ENTITY).where("accountSid", account).queryOne();
        if (row == null) {
            delegator.create(ENTITY, "accountSid", account, "leaseOwner", owner, "renewals", 1L, "released", "N",
                    "renewedDate", Timestamp.from(clock.instant()));
            return Optional.of(new Held(1, now, now + VALID));
        }
        String other = row.getString("leaseOwner");
        long renewals = row.getLong("renewals");
        boolean free = "Y".equals(row.getString("released")) || owner.equals(other) || silent(account, other, renewals, now);
        if (!free || !store(account, other, renewals, "N")) {
            return Optional.empty();
        }
        seen.remove(account);
        return Optional.of(new Held(renewals + 1, owner.equals(other) ? now : now + AFTER_ANOTHER, now + VALID));
    }

    private boolean silent(String account, String other, long renewals, long now) {
        Seen before = seen.get(account);
        if (before == null || !before.owner().equals(other) || before.renewals() != renewals) {
            seen.put(account, new Seen(other, renewals, now));
            return false;
        }
        return now - before.since() >= TAKE_OVER;
    }

    private boolean store(String account, String expectedOwner, long expectedRenewals, String released) throws GenericEntityException {
        return delegator.storeByCondition(ENTITY, Map.of("leaseOwner", owner, "renewals", expectedRenewals + 1, "released", released,
                "renewedDate", Timestamp.from(clock.instant())), EntityCondition.makeCondition(
                EntityCondition.makeCondition("accountSid", account), EntityCondition.makeCondition("leaseOwner", expectedOwner),
                EntityCondition.makeCondition("renewals", expectedRenewals))) == 1;
    }

    /** Renews all that are held; what another has taken meanwhile is not held any more. */
    void renew() {
        held.forEach((account, mine) -> {
            long now = System.nanoTime();
            try {
                boolean kept = OwnTransaction.call(() -> store(account, owner, mine.renewals(), "N"));
                if (kept) {
                    held.put(account, new Held(mine.renewals() + 1, mine.from(), now + VALID));
                } else {
                    held.remove(account);
                    Debug.logWarning("Another dispatcher sends for an account now, because this one was silent for too long", MODULE);
                }
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logWarning(e, "The right to send for an account could not be renewed; it is tried again", MODULE);
            }
        });
    }

    /** @return nanoseconds until something may leave for the account, 0 when it may now, -1 when it is another's */
    long untilValid(String account) {
        Held mine = held.get(account);
        long now = System.nanoTime();
        if (mine == null) {
            return -1;
        }
        return mine.from() - now > 0 ? mine.from() - now : mine.until() - now > 0 ? 0 : ASK_AGAIN / 10;
    }

    /** Others may send at once. To be called when nothing is called any more. */
    void release() {
        held.forEach((account, mine) -> {
            try {
                OwnTransaction.call(() -> store(account, owner, mine.renewals(), "Y"));
            } catch (GenericEntityException | RuntimeException e) {
                Debug.logWarning(e, "The right to send for an account could not be given back; others get it some seconds later", MODULE);
            }
        });
        held.clear();
    }
}
