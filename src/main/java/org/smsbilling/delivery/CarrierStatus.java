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
package org.smsbilling.delivery;

import java.util.Locale;
import java.util.Optional;

import org.smsbilling.message.MessageStatus;

/** What the carrier's words for a status mean here. */
final class CarrierStatus {

    private CarrierStatus() { }

    /** @return how the message ended; empty while it is under way, and for words that nobody knows */
    static Optional<MessageStatus> ending(String providerStatus) {
        return switch (providerStatus.toLowerCase(Locale.ROOT)) {
        case "delivered", "read" -> Optional.of(MessageStatus.DELIVERED);
        case "undelivered" -> Optional.of(MessageStatus.UNDELIVERED);
        case "failed", "canceled" -> Optional.of(MessageStatus.FAILED);
        default -> Optional.empty();
        };
    }
}
