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
package org.smsbilling.recipient;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who gets a text that the component sends by itself.
 *
 * @param contactNumber E.164
 * @param locale the contact's language, else the organization's
 * @param zones where the contact may be, by number and address; may be empty
 */
public record Addressee(String partyId, String contactNumber, Locale locale, Set<ZoneId> zones) {
    @Override
    public String toString() {
        return "Addressee[" + partyId + "]";
    }
}
