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
package org.smsbilling.delivery;

import java.util.HashMap;
import java.util.Map;

/**
 * Organizations whose carrier does not answer in one run: after three questions in a row it is left alone, and its texts go to the end of the
 * line, so that the others have their turn. Not thread-safe.
 */
final class SilentCarriers {

    private static final int ENOUGH = 3;

    private final Map<String, Integer> unanswered = new HashMap<>();

    boolean silent(String organizationPartyId) {
        return unanswered.getOrDefault(organizationPartyId, 0) >= ENOUGH;
    }

    void asked(String organizationPartyId, boolean answered) {
        if (answered) {
            unanswered.remove(organizationPartyId);
        } else {
            unanswered.merge(organizationPartyId, 1, Integer::sum);
        }
    }
}
