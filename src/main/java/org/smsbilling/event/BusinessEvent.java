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
package org.smsbilling.event;

import java.time.Instant;

import org.apache.ofbiz.entity.GenericValue;

/**
 * Something that happened, as it was recorded.
 *
 * @param organizationPartyId or null
 * @param invoiceId or null
 * @param paymentId or null
 * @param referenceId a status, a payment attempt, a gateway response or a link; or null
 * @param tries how often looking at it went wrong
 */
record BusinessEvent(String id, EventKind kind, String organizationPartyId, String invoiceId, String paymentId, String referenceId,
        Instant createdDate, int tries) {

    /** @throws IllegalArgumentException when it is of a kind that this version does not know */
    static BusinessEvent of(GenericValue row) {
        Long tries = row.getLong("tries");
        return new BusinessEvent(row.getString("smsEventId"), EventKind.valueOf(row.getString("eventKind")), row.getString("organizationPartyId"),
                row.getString("invoiceId"), row.getString("paymentId"), row.getString("referenceId"), row.getTimestamp("createdDate").toInstant(),
                tries == null ? 0 : tries.intValue());
    }
}
