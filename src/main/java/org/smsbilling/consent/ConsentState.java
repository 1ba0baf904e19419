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

/** Where a number stands with an organization. A number that nobody said anything about has no state. */
public enum ConsentState {
    OPTED_IN(true),
    OPTED_OUT(false),
    /** Texts cannot reach it, as the carrier said. */
    UNUSABLE(false),
    /** Texts reach it again, as a person said: takes back UNUSABLE. A line of the ledger, never where a number stands. */
    REACHABLE(true);

    private final boolean mayBeTexted;

    ConsentState(boolean mayBeTexted) {
        this.mayBeTexted = mayBeTexted;
    }

    public boolean mayBeTexted() {
        return mayBeTexted;
    }
}
