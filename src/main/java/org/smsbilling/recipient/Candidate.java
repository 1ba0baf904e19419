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

import org.smsbilling.consent.ConsentState;
import org.smsbilling.phone.PhoneCheck;

/**
 * A number of a customer or a contact person, and where it stands.
 *
 * @param check the number, or what is wrong with it
 * @param consent where it stands with the organization, or null when nobody said anything
 */
record Candidate(CustomerNumber number, PhoneCheck check, ConsentState consent) {

    String partyId() {
        return number.partyId();
    }

    /** @return E.164, or the text when it is no number */
    String key() {
        return check.ok() ? check.e164() : number.typed();
    }
}
