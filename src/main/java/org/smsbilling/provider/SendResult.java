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

import java.time.Duration;

/** What the carrier made of one send request. */
public sealed interface SendResult {

    /** The carrier has the message.
     * @param providerMessageId its id there
     * @param segments as the carrier counts them, 0 while unknown */
    record Accepted(String providerMessageId, int segments) implements SendResult { }

    /** The carrier refused: it was not and will not be sent by this request.
     * @param errorCode the carrier's code
     * @param text the carrier's words */
    record Refused(String errorCode, String text) implements SendResult { }

    /** Not processed because of too many requests; the same request may be made again later.
     * @param atLeast how long the carrier wants to be left alone; zero when it did not say */
    record Later(String errorCode, String text, Duration atLeast) implements SendResult {

        public Later(String errorCode, String text) {
            this(errorCode, text, Duration.ZERO);
        }
    }

    /** No usable answer: it may or may not have been accepted. Never repeat it on this alone. */
    record Unknown(String text) implements SendResult { }
}
