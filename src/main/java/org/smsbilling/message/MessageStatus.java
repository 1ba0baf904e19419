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
package org.smsbilling.message;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a message is. A message only moves forward, with one exception: it goes back to {@link #QUEUED} when it is known for sure that the carrier
 * did not take it.
 */
public enum MessageStatus {
    /** Waits for its time. */
    QUEUED,
    /** The carrier may have been called. */
    SENDING,
    /** The carrier has it. */
    SENT,
    /** The phone has it. */
    DELIVERED,
    /** The carrier could not deliver it. */
    UNDELIVERED,
    /** It was refused, or could not be made. */
    FAILED,
    /** The carrier was called and nobody knows whether it has it. */
    AMBIGUOUS,
    /** It was not needed or not allowed any more. */
    CANCELLED;

    /** @return the states that may follow this one */
    public Set<MessageStatus> next() {
        return switch (this) {
        case QUEUED -> EnumSet.of(SENDING, FAILED, CANCELLED);
        case SENDING -> EnumSet.of(SENT, FAILED, AMBIGUOUS, CANCELLED, QUEUED);
        case SENT -> EnumSet.of(DELIVERED, UNDELIVERED, FAILED);
        case AMBIGUOUS -> EnumSet.of(SENT, DELIVERED, UNDELIVERED, FAILED, CANCELLED, QUEUED);
        case DELIVERED, UNDELIVERED, FAILED, CANCELLED -> EnumSet.noneOf(MessageStatus.class);
        };
    }

    public boolean mayBecome(MessageStatus next) {
        return next().contains(next);
    }

    /** @return whether nothing follows */
    public boolean last() {
        return next().isEmpty();
    }

    /** @return whether the carrier took it */
    public boolean left() {
        return this == SENT || this == DELIVERED || this == UNDELIVERED;
    }
}
