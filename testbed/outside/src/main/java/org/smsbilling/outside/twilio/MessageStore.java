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
package org.smsbilling.outside.twilio;

import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** All messages, and those of each pair of numbers, newest first. */
public final class MessageStore {
    private final Map<String, Sms> bySid = new ConcurrentHashMap<>();
    private final Map<String, Deque<Sms>> byPhone = new ConcurrentHashMap<>();
    private final Deque<Sms> newestFirst = new ConcurrentLinkedDeque<>();
    private final AtomicLong changes = new AtomicLong();

    /** @param prefix two letters, such as SM */
    public String newSid(String prefix) {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    void add(Sms sms) {
        bySid.put(sms.draft().sid(), sms);
        newestFirst.addFirst(sms);
        byPhone.computeIfAbsent(phoneOf(sms), number -> new ConcurrentLinkedDeque<>()).addFirst(sms);
        changed();
    }

    /** @return the customer's number: whom it was sent to, or who sent it in */
    public static String phoneOf(Sms sms) {
        return sms.draft().direction().equals("inbound") ? sms.draft().from() : sms.draft().to();
    }

    /** @return the business's sender, empty while its messaging service has not chosen */
    public static String businessOf(Sms sms) {
        return sms.draft().direction().equals("inbound") ? sms.draft().to() : sms.from();
    }

    void changed() {
        changes.incrementAndGet();
    }

    /** @return a number that grows with each change */
    public long version() {
        return changes.get();
    }

    Optional<Sms> find(String accountSid, String sid) {
        return Optional.ofNullable(bySid.get(sid)).filter(sms -> sms.draft().accountSid().equals(accountSid));
    }

    void remove(Sms sms) {
        bySid.remove(sms.draft().sid());
        newestFirst.remove(sms);
        byPhone.getOrDefault(phoneOf(sms), new ConcurrentLinkedDeque<>()).remove(sms);
        changed();
    }

    public void clear() {
        bySid.clear();
        byPhone.clear();
        newestFirst.clear();
        changed();
    }

    /** @return newest first */
    public List<Sms> all() {
        return List.copyOf(newestFirst);
    }

    /** @return newest first, sent to or by the number */
    public List<Sms> ofPhone(String number) {
        Deque<Sms> found = byPhone.get(number);
        return found == null ? List.of() : List.copyOf(found);
    }
}
