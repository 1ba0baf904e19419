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

/**
 * What became of an event.
 *
 * @param word kept as SmsEvent.outcome: the last one, or why it is looked at again
 * @param again when it is looked at again; null when nothing more is to be done
 */
record EventOutcome(String word, Instant again) {

    /** There is a message for it now, or there was one before. */
    static final EventOutcome PLANNED = done("PLANNED");
    /** Nothing was to be done. */
    static final EventOutcome NOTHING = done("NOTHING");

    static EventOutcome done(String word) {
        return new EventOutcome(word, null);
    }

    static EventOutcome later(String word, Instant again) {
        return new EventOutcome(word, again);
    }
}
