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

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smsbilling.outside.web.Json;

/** A message at the carrier, outbound or inbound. */
public final class Sms {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

    /** What is known of a message from the start.
     * @param from empty until the messaging service has chosen a number
     * @param serviceSid the messaging service or ""
     * @param direction outbound-api, outbound-reply or inbound
     * @param callback where status changes are reported, or null */
    public record Draft(String sid, String accountSid, String from, String to, String serviceSid, String body, String direction, Instant created,
            Duration validity, URI callback) { }

    private final Draft draft;
    private final List<String> history = new ArrayList<>();
    private String from;
    private String body;
    private String status;
    private int segments;
    private Instant updated;
    private Instant sent;
    private BigDecimal price;
    private Integer errorCode;
    private String errorMessage;

    Sms(Draft draft, String status, int segments) {
        this.draft = draft;
        this.from = draft.from();
        this.body = draft.body();
        this.segments = segments;
        this.updated = draft.created();
        this.status = status;
        history.add(status);
    }

    public Draft draft() {
        return draft;
    }

    public synchronized String from() {
        return from;
    }

    public synchronized String body() {
        return body;
    }

    public synchronized String status() {
        return status;
    }

    public synchronized int segments() {
        return segments;
    }

    public synchronized Integer errorCode() {
        return errorCode;
    }

    /** @return when it left, or while it has not, when it was created */
    public synchronized Instant sentOrCreated() {
        return sent == null ? draft.created() : sent;
    }

    public synchronized boolean inProgress() {
        return List.of("queued", "accepted", "sending").contains(status);
    }

    public synchronized boolean arrived() {
        return List.of("delivered", "received").contains(status);
    }

    synchronized void route(String sender, int count) {
        from = sender;
        segments = count;
    }

    synchronized void become(String newStatus, Instant now) {
        status = newStatus;
        updated = now;
        history.add(newStatus);
    }

    synchronized void leave(Instant now, BigDecimal cost) {
        become("sent", now);
        sent = now;
        price = cost;
    }

    synchronized void fail(String newStatus, int code, String message, Instant now) {
        become(newStatus, now);
        errorCode = code;
        errorMessage = message;
    }

    synchronized void redact(Instant now) {
        body = "";
        updated = now;
    }

    synchronized Map<String, Object> toResource() {
        String uri = "/2010-04-01/Accounts/" + draft.accountSid() + "/Messages/" + draft.sid();
        return Json.map("account_sid", draft.accountSid(), "api_version", "2010-04-01", "body", body, "date_created", date(draft.created()),
                "date_sent", sent == null ? null : date(sent), "date_updated", date(updated), "direction", draft.direction(),
                "error_code", errorCode, "error_message", errorMessage, "from", from.isEmpty() ? null : from,
                "messaging_service_sid", draft.serviceSid().isEmpty() ? null : draft.serviceSid(), "num_media", "0",
                "num_segments", String.valueOf(segments), "price", price == null ? null : price.negate().toPlainString(), "price_unit", "USD",
                "sid", draft.sid(), "status", status, "subresource_uris", Map.of("media", uri + "/Media.json"), "to", draft.to(),
                "uri", uri + ".json");
    }

    /** For tests and people: what the carrier's interface does not tell. */
    public synchronized Map<String, Object> toReport() {
        return Json.map("sid", draft.sid(), "accountSid", draft.accountSid(), "direction", draft.direction(), "from", from, "to", draft.to(),
                "messagingServiceSid", draft.serviceSid(), "body", body, "links", Links.in(body), "status", status, "statusHistory",
                List.copyOf(history), "errorCode", errorCode, "segments", segments, "created", draft.created().toString(),
                "sent", sent == null ? null : sent.toString(), "validitySeconds", draft.validity().toSeconds());
    }

    static String date(Instant moment) {
        return RFC_2822.format(moment.atOffset(ZoneOffset.UTC));
    }
}
