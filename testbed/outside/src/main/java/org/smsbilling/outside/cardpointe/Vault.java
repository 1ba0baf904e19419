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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Exchanges account numbers for tokens. Expiry and CVV stay with a token for two minutes or until its first use. */
public final class Vault {
    /** What a token stands for.
     * @param number a card number, or ROUTING/ACCOUNT of a bank */
    record Account(String token, String number) {
        boolean bank() {
            return number.contains("/");
        }

        /** First two and last four digits, the rest hidden. */
        String masked() {
            String digits = number.substring(number.indexOf('/') + 1);
            String last = digits.substring(Math.max(0, digits.length() - 4));
            return digits.length() < 7 ? "X".repeat(digits.length() - last.length()) + last
                    : digits.substring(0, 2) + "X".repeat(digits.length() - 6) + last;
        }
    }

    /** Given with the account number.
     * @param expiry MMYY or ""
     * @param cvv digits or "" */
    record Companions(String expiry, String cvv, Instant given) { }

    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Companions> companions = new ConcurrentHashMap<>();
    private final AtomicLong uniques = new AtomicLong();

    Vault(Clock clock) {
        this.clock = clock;
    }

    /** @param unique whether the same number gets another token each time */
    String tokenize(String number, String expiry, String cvv, boolean unique) {
        String last = number.substring(number.length() - 4);
        String start = number.contains("/") ? "90" + number.charAt(number.indexOf('/') + 1) : "9" + number.substring(0, 2);
        String salt = unique ? "#" + uniques.incrementAndGet() : "";
        for (int attempt = 0; ; attempt++) {
            String token = start + nineDigits(number + salt + "!" + attempt) + last;
            Account made = new Account(token, number);
            if (!Luhn.valid(token) && made.equals(accounts.computeIfAbsent(token, key -> made))) {
                companions.put(token, new Companions(expiry, cvv, clock.instant()));
                return token;
            }
        }
    }

    private static String nineDigits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder digits = new StringBuilder();
            for (int i = 0; i < 9; i++) {
                digits.append((hash[i] & 0xff) % 10);
            }
            return digits.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Optional<Account> find(String token) {
        return Optional.ofNullable(accounts.get(token));
    }

    /** Takes expiry and CVV out, if they are still kept. */
    Companions use(String token) {
        Companions kept = companions.remove(token);
        boolean fresh = kept != null && !clock.instant().isAfter(kept.given().plus(KEPT));
        return fresh ? kept : new Companions("", "", clock.instant());
    }
}
