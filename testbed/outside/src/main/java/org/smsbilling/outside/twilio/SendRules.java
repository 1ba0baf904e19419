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

import static org.smsbilling.outside.twilio.Gate.refused;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Twilio checks before it accepts a message. */
final class SendRules {
    /** A request that passed.
     * @param from the sender or ""
     * @param serviceSid the messaging service or "" */
    record Accepted(String to, String from, String serviceSid, String body, Duration validity, URI callback) { }

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern ALPHANUMERIC = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +\\-_&]{1,11}");
    private static final Pattern UP_TO_FIVE_DIGITS = Pattern.compile("\\d{1,5}");
    private static final int LONGEST_BODY = 1600;

    private final Directory directory;
    private final OptOuts optOuts;

    SendRules(Directory directory, OptOuts optOuts) {
        this.directory = directory;
        this.optOuts = optOuts;
    }

    /** @throws org.smsbilling.outside.web.Refusal with Twilio's code if it would not take the message */
    Accepted check(String accountSid, Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String body = form.getOrDefault("Body", "");
        checkTo(to);
        Sender sender = sender(accountSid, form, to);
        if (body.isEmpty() && !form.containsKey("MediaUrl")) {
            throw refused(21602, "Message body is required.");
        }
        if (body.length() > LONGEST_BODY) {
            throw refused(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        Accepted accepted = new Accepted(to, sender.from(), sender.serviceSid(), body, validity(form), callback(form));
        String optOutSender = sender.serviceSid().isEmpty() ? sender.from()
                : directory.service(sender.serviceSid()).map(Directory.Service::number).orElse(sender.from());
        if (optOuts.contains(optOutSender, to)) {
            throw refused(21610, "Attempt to send to unsubscribed recipient");
        }
        return accepted;
    }

    private record Sender(String from, String serviceSid) { }

    private static void checkTo(String to) {
        if (to.isEmpty()) {
            throw refused(21604, "A 'To' phone number is required.");
        }
        MagicNumbers.refusedTo(to).ifPresent(failure -> {
            throw refused(failure.code(), failure.message());
        });
        if (!E164.matcher(to).matches()) {
            throw refused(21211, "Invalid 'To' Phone Number: " + to);
        }
    }

    private Sender sender(String accountSid, Map<String, String> form, String to) {
        String serviceSid = form.getOrDefault("MessagingServiceSid", "");
        String from = form.getOrDefault("From", "");
        if (!serviceSid.isEmpty()) {
            directory.service(serviceSid).filter(service -> service.accountSid().equals(accountSid))
                    .orElseThrow(() -> refused(21701, "The Messaging Service " + serviceSid + " does not exist"));
            return new Sender(from, serviceSid);
        }
        if (from.isEmpty()) {
            throw refused(21603, "A 'From' phone number is required.");
        }
        MagicNumbers.refusedFrom(from).ifPresent(failure -> {
            throw refused(failure.code(), failure.message());
        });
        if (from.equals(to)) {
            throw refused(21266, "'To' and 'From' number cannot be the same: " + to);
        }
        if (E164.matcher(from).matches()) {
            directory.number(from).filter(number -> number.accountSid().equals(accountSid)).orElseThrow(() -> refused(21606, "The 'From' phone"
                    + " number provided (" + from + ") is not a valid message-capable Twilio phone number for this destination/account"));
        } else if (!ALPHANUMERIC.matcher(from).matches()) {
            throw refused(21212, "Invalid From Number (caller ID): " + from);
        } else if (to.startsWith("+1")) {
            throw refused(21612, "Message cannot be sent with the current combination of 'To' (" + to + ") and/or 'From' (" + from
                    + ") parameters");
        }
        return new Sender(from, "");
    }

    private static Duration validity(Map<String, String> form) {
        String text = form.getOrDefault("ValidityPeriod", "36000");
        if (!UP_TO_FIVE_DIGITS.matcher(text).matches() || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 36_000) {
            throw refused(20001, "ValidityPeriod must be an integer from 1 to 36000");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    private static URI callback(Map<String, String> form) {
        String text = form.getOrDefault("StatusCallback", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
            throw new URISyntaxException(text, "no web address");
        } catch (URISyntaxException e) {
            throw refused(21609, "The 'StatusCallback' URL " + text + " is not a valid URL.");
        }
    }
}
