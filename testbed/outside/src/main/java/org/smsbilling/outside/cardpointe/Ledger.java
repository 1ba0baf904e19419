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
package org.smsbilling.outside.cardpointe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/** All transactions of the gateway. */
final class Ledger {
    private static final long FIRST_REFERENCE = 100_000_000_001L;

    private final Map<String, Transaction> byReference = new ConcurrentHashMap<>();
    private final Map<String, Collection<Transaction>> byOrder = new ConcurrentHashMap<>();
    private final AtomicLong nextReference = new AtomicLong(FIRST_REFERENCE);

    /** @return a new retrieval reference, twelve digits */
    String newReference() {
        return String.valueOf(nextReference.getAndIncrement());
    }

    void add(Transaction transaction) {
        byReference.put(transaction.facts().retref(), transaction);
        String orderId = transaction.facts().orderId();
        if (!orderId.isEmpty()) {
            // the gateway takes a number with a valid check digit for a card number and stores it masked
            String stored = Luhn.valid(orderId) ? "masked " + transaction.facts().retref() : orderId;
            byOrder.computeIfAbsent(key(transaction.facts().merchantId(), stored), key -> new ConcurrentLinkedDeque<>()).add(transaction);
        }
    }

    Optional<Transaction> find(String reference, String merchantId) {
        return Optional.ofNullable(byReference.get(reference)).filter(found -> found.facts().merchantId().equals(merchantId));
    }

    /** @return oldest first; upper and lower case count */
    List<Transaction> ofOrder(String orderId, String merchantId) {
        return List.copyOf(byOrder.getOrDefault(key(merchantId, orderId), List.of()));
    }

    /** @return oldest first */
    List<Transaction> all() {
        return byReference.values().stream().sorted(Comparator.comparing((Transaction each) -> each.facts().retref())).toList();
    }

    void clear() {
        byReference.clear();
        byOrder.clear();
    }

    private static String key(String merchantId, String orderId) {
        return merchantId + " " + orderId;
    }
}
