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
package org.smsbilling.consent;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the consent ledger.
 *
 * @param contactNumber E.164
 * @param evidence what proves it: words, form, error code; or null
 * @param recordedDate the moment that counts: the latest decides
 * @param userLoginId the clerk, or null
 */
public record ConsentEntry(String organizationPartyId, String contactNumber, ConsentState state, ConsentSource source, String evidence,
        Instant recordedDate, String userLoginId) {
    public ConsentEntry {
        Objects.requireNonNull(organizationPartyId);
        Objects.requireNonNull(contactNumber);
        Objects.requireNonNull(state);
        Objects.requireNonNull(source);
        Objects.requireNonNull(recordedDate);
    }

    @Override
    public String toString() {
        return "ConsentEntry[" + organizationPartyId + ", " + state + ", " + source + "]";
    }
}
