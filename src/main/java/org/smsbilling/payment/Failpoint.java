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

/** Told when a charge reaches a dangerous place. In production nothing listens; a test ends the work there, as a crash would. */
@FunctionalInterface
public interface Failpoint {

    /** Does nothing anywhere. */
    Failpoint NONE = (place, attemptId) -> { };

    /** The dangerous places, in order. */
    enum Place { AFTER_CLAIM, DURING_CALL, AFTER_APPROVAL_BEFORE_POSTING }

    /** May throw an Error to stop the work on the spot. */
    void reached(Place place, String attemptId);
}
