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

/**
 * A text that the carrier says it has taken.
 *
 * @param body as the carrier keeps it, or the empty string when it forgot it; may hold a pay link, so never print it
 * @param takenDate when it was taken
 * @param segments as the carrier counts them, 0 while unknown
 */
public record TakenSms(String providerMessageId, String body, Instant takenDate, int segments) {
    @Override
    public String toString() {
        return "TakenSms[" + providerMessageId + "]";
    }
}
