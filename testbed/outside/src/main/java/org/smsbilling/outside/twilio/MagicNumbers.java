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

import java.util.Map;
import java.util.Optional;

/** Numbers with an outcome of their own. Those ending in 0001 to 0009 are Twilio's test numbers, the others this emulator's. */
final class MagicNumbers {
    /** An error of Twilio's dictionary. */
    record Failure(int code, String message) { }

    /** Accepted, sent, and then nothing more is heard. */
    static final String NO_RECEIPT = "+15005550019";

    private static final Map<String, Failure> REFUSED_TO = Map.of(
            "+15005550001", new Failure(21211, "Invalid 'To' Phone Number: +15005550001"),
            "+15005550002", new Failure(21612, "Message cannot be sent with the current combination of 'To' (+15005550002) and/or 'From' parameters"),
            "+15005550003", new Failure(21408, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"),
            "+15005550004", new Failure(21610, "Attempt to send to unsubscribed recipient"),
            "+15005550008", new Failure(21608, "The number is unverified. Trial accounts cannot send messages to unverified numbers"),
            "+15005550009", new Failure(21614, "'To' number is not a valid mobile number"));

    private static final Map<String, Failure> REFUSED_FROM = Map.of(
            "+15005550001", new Failure(21212, "Invalid From Number (caller ID): +15005550001"),
            "+15005550007", new Failure(21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number"),
            "+15005550008", new Failure(21611, "This 'From' number has exceeded the maximum number of queued messages"));

    private static final Map<String, Failure> UNDELIVERED = Map.of(
            "+15005550010", new Failure(30003, "Unreachable destination handset"),
            "+15005550011", new Failure(30005, "Unknown destination handset"),
            "+15005550012", new Failure(30006, "Landline or unreachable carrier"),
            "+15005550013", new Failure(30007, "Message filtered"),
            "+15005550014", new Failure(30008, "Unknown error"),
            "+15005550015", new Failure(30004, "Message blocked"),
            "+15005550018", new Failure(30034, "Message from an Unregistered Number"));

    private static final Map<String, Failure> FAILED = Map.of(
            "+15005550020", new Failure(30001, "Queue overflow"),
            "+15005550021", new Failure(30002, "Account suspended"));

    private MagicNumbers() { }

    static Optional<Failure> refusedTo(String number) {
        return Optional.ofNullable(REFUSED_TO.get(number));
    }

    static Optional<Failure> refusedFrom(String number) {
        return Optional.ofNullable(REFUSED_FROM.get(number));
    }

    /** Accepted, sent, then not delivered. */
    static Optional<Failure> undelivered(String number) {
        return Optional.ofNullable(UNDELIVERED.get(number));
    }

    /** Accepted, but never sent. */
    static Optional<Failure> failed(String number) {
        return Optional.ofNullable(FAILED.get(number));
    }
}
