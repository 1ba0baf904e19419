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

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.smsbilling.outside.web.Answer;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Router;

/** The list of messages: by To, From and DateSent (=, &lt;=, &gt;=), newest first, in pages. */
final class MessageList {
    private final Gate gate;
    private final MessageStore store;

    MessageList(Gate gate, MessageStore store) {
        this.gate = gate;
        this.store = store;
    }

    void serve(Router router) {
        router.add("GET", "/2010-04-01/Accounts/{account}/Messages.json", this::list);
    }

    private Answer list(Call call) {
        Directory.Account account = gate.enter(call);
        Map<String, String> query = call.query();
        List<Sms> found = candidates(query).filter(sms -> sms.draft().accountSid().equals(account.sid())).filter(wanted(query)).toList();
        return Answer.json(Pages.of(call, "messages", found.stream().map(Sms::toResource).toList()));
    }

    private Stream<Sms> candidates(Map<String, String> query) {
        String to = query.get("To");
        return to == null ? store.all().stream() : store.ofPhone(to).stream();
    }

    private static Predicate<Sms> wanted(Map<String, String> query) {
        Predicate<Sms> wanted = sms -> true;
        for (Map.Entry<String, String> given : new LinkedHashMap<>(query).entrySet()) {
            String value = given.getValue();
            wanted = wanted.and(switch (given.getKey()) {
            case "To" -> sms -> sms.draft().to().equals(value);
            case "From" -> sms -> sms.from().equals(value);
            case "DateSent" -> sms -> !sms.sentOrCreated().isBefore(start(value)) && sms.sentOrCreated().isBefore(end(value));
            case "DateSent>" -> sms -> !sms.sentOrCreated().isBefore(start(value));
            case "DateSent<" -> sms -> sms.sentOrCreated().isBefore(end(value));
            default -> sms -> true;
            });
        }
        return wanted;
    }

    private static Instant start(String value) {
        return isDate(value) ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC) : moment(value);
    }

    private static Instant end(String value) {
        return isDate(value) ? LocalDate.parse(value).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC) : moment(value).plusSeconds(1);
    }

    private static boolean isDate(String value) {
        return value.matches("\\d{4}-\\d\\d-\\d\\d");
    }

    /** Without an offset, as twilio-java writes it, the moment is in UTC. */
    private static Instant moment(String value) {
        try {
            boolean offset = value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return offset ? OffsetDateTime.parse(value).toInstant() : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Gate.refused(20001, "Invalid date " + value);
        }
    }
}
