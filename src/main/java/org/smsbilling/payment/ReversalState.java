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

import java.util.EnumSet;
import java.util.Set;

/** Where a void or refund is. All allowed transitions are here. */
enum ReversalState {
    /** A person asked for it; nothing was asked of the gateway yet. */
    REQUESTED,
    /** The gateway call may have begun. */
    CALLING,
    /** The gateway gives the money back; not yet in OFBiz's books. */
    DONE,
    /** The gateway did not do it; nothing changed. */
    REFUSED,
    /** Nobody knows yet whether it happened. Resolved by asking, never by doing it again. */
    UNKNOWN,
    /** It stands in OFBiz. */
    POSTED;

    Set<ReversalState> next() {
        return switch (this) {
        case REQUESTED -> EnumSet.of(CALLING, REFUSED);
        case CALLING -> EnumSet.of(DONE, REFUSED, UNKNOWN);
        case UNKNOWN -> EnumSet.of(DONE, REFUSED);
        case DONE -> EnumSet.of(POSTED);
        case REFUSED, POSTED -> EnumSet.noneOf(ReversalState.class);
        };
    }

    boolean mayBecome(ReversalState state) {
        return next().contains(state);
    }

    /** @return whether it is over, one way or the other */
    boolean over() {
        return next().isEmpty();
    }
}
