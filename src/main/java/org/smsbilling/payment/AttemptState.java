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
package org.smsbilling.payment;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an attempt to pay is. All allowed transitions are here, and nothing changes a state but by one of them. */
public enum AttemptState {
    /** The payer tapped Pay; nothing was asked of the gateway yet. */
    CREATED,
    /** The gateway call may have begun. */
    AUTHORIZING,
    /** The gateway took the whole amount; not yet a payment in OFBiz. */
    APPROVED,
    /** The gateway took less than the amount. */
    PARTIAL,
    /** Refused; nothing was charged. */
    DECLINED,
    /** Not processed; nothing was charged, and the same may be tried again. */
    RETRY_LATER,
    /** Nobody knows yet whether it was charged. Resolved by asking, never by charging again. */
    UNKNOWN,
    /** Whatever was charged was taken back. */
    VOIDED,
    /** The payment stands in OFBiz. */
    POSTED,
    /** The bank is moving the money. */
    SETTLING,
    /** The money arrived. */
    SETTLED,
    /** The bank took the money back. */
    RETURNED,
    /** The organization gave the money back. */
    REFUNDED;

    private static final Map<AttemptState, Set<AttemptState>> NEXT = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(AUTHORIZING, RETRY_LATER),
            AUTHORIZING, EnumSet.of(APPROVED, PARTIAL, DECLINED, RETRY_LATER, UNKNOWN),
            UNKNOWN, EnumSet.of(APPROVED, PARTIAL, DECLINED, RETRY_LATER, VOIDED),
            APPROVED, EnumSet.of(POSTED, VOIDED),
            PARTIAL, EnumSet.of(POSTED, VOIDED),
            POSTED, EnumSet.of(SETTLING, SETTLED, RETURNED, REFUNDED, VOIDED),
            SETTLING, EnumSet.of(SETTLED, RETURNED, REFUNDED, VOIDED),
            SETTLED, EnumSet.of(RETURNED, REFUNDED)));

    /** @return the states that may follow this one */
    public Set<AttemptState> next() {
        return Set.copyOf(NEXT.getOrDefault(this, EnumSet.noneOf(AttemptState.class)));
    }

    public boolean mayBecome(AttemptState state) {
        return next().contains(state);
    }

    /** @return whether money may be moving, so that nobody else may pay the same invoice now */
    public boolean underWay() {
        return switch (this) {
        case CREATED, AUTHORIZING, APPROVED, PARTIAL, UNKNOWN -> true;
        default -> false;
        };
    }

    /** @return whether the payer's money was taken for good, as far as is known */
    public boolean paid() {
        return switch (this) {
        case APPROVED, POSTED, SETTLING, SETTLED -> true;
        default -> false;
        };
    }
}
