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
package org.smsbilling.outside.handset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smsbilling.outside.MovableClock;
import org.smsbilling.outside.twilio.Links;
import org.smsbilling.outside.twilio.MessageStore;
import org.smsbilling.outside.twilio.Sms;
import org.smsbilling.outside.web.Json;

/** What phones show: a thread for each pair of phone and sender, with the messages that arrived and those that were sent in. */
final class Conversations {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final int PREVIEW = 60;

    private final MessageStore store;

    Conversations(MessageStore store) {
        this.store = store;
    }

    /** @return one entry a thread, that with the newest message first */
    List<Map<String, Object>> threads(LocalDate today) {
        Map<String, Map<String, Object>> threads = new LinkedHashMap<>();
        for (Sms sms : store.all()) {
            if (sms.arrived()) {
                String phone = MessageStore.phoneOf(sms);
                String sender = MessageStore.businessOf(sms);
                DateTimeFormatter when = at(sms).toLocalDate().equals(today) ? TIME : SHORT_DAY;
                threads.computeIfAbsent(phone + " " + sender, key -> Json.map("phone", phone, "phoneText", display(phone), "sender", sender,
                        "senderText", display(sender), "preview", preview(sms.body()), "when", when.format(at(sms))));
            }
        }
        return new ArrayList<>(threads.values());
    }

    /** @return oldest first */
    List<Map<String, Object>> messages(String phone, String sender) {
        List<Map<String, Object>> messages = new ArrayList<>();
        LocalDate day = null;
        List<Sms> oldestFirst = new ArrayList<>(store.ofPhone(phone));
        Collections.reverse(oldestFirst);
        for (Sms sms : oldestFirst) {
            if (sms.arrived() && MessageStore.businessOf(sms).equals(sender)) {
                LocalDate own = at(sms).toLocalDate();
                messages.add(Json.map("mine", sms.draft().direction().equals("inbound"), "pieces", Links.pieces(sms.body()),
                        "time", TIME.format(at(sms)), "day", own.equals(day) ? "" : DAY.format(at(sms)), "sid", sms.draft().sid()));
                day = own;
            }
        }
        return messages;
    }

    private static ZonedDateTime at(Sms sms) {
        Instant moment = sms.sentOrCreated();
        return moment.atZone(MovableClock.HOME);
    }

    static String time(Instant moment) {
        return TIME.format(moment.atZone(MovableClock.HOME));
    }

    private static String preview(String body) {
        String line = body.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= PREVIEW ? line : line.substring(0, line.offsetByCodePoints(0, PREVIEW)) + "…";
    }

    /** @return a North American number as people write it, anything else as it is */
    static String display(String number) {
        return number.matches("\\+1\\d{10}") ? "(" + number.substring(2, 5) + ") " + number.substring(5, 8) + "-" + number.substring(8) : number;
    }
}
