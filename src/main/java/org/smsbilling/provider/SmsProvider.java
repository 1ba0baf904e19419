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
package org.smsbilling.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A carrier of texts. Implementations are thread-safe, never log secrets, bodies or full numbers, and never repeat a request. */
public interface SmsProvider {

    /** Makes exactly one request and waits for its answer. Never throws for what the carrier or the network does. */
    SendResult send(SmsAccount account, OutgoingSms sms);

    /** Checks the credentials and that the sender belongs to them. */
    AccountCheck check(SmsAccount account);

    /** @return the price of a segment to a country (ISO 3166 alpha-2), empty while unknown; answers are kept for a day */
    Optional<SmsPrice> price(SmsAccount account, String countryCode);

    /**
     * Asks which texts to a number were taken since a moment. Never throws for what the carrier or the network does.
     *
     * @param to E.164
     * @return all of them; empty when that cannot be told for sure now
     */
    default Optional<List<TakenSms>> taken(SmsAccount account, String to, Instant since) {
        return Optional.empty();
    }

    /**
     * Asks what became of one text. Never throws for what the carrier or the network does.
     *
     * @return empty when that cannot be told now
     */
    default Optional<SmsState> state(SmsAccount account, String providerMessageId) {
        return Optional.empty();
    }
}
