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
 * A number that an invoice may be sent to, or one of the customer's that it cannot be sent to.
 *
 * @param check the number, or what is wrong with it
 * @param typed as it is written in OFBiz
 * @param name whose it is
 * @param purpose what it is for
 * @param partyId whose it is
 * @param consent where it stands with the organization, or null when nobody said anything
 * @param why it must not be texted although it could be, or null
 */
public record Recipient(PhoneCheck check, String typed, String name, RecipientPurpose purpose, String partyId, ConsentState consent, NoText why) {

    public boolean usable() {
        return check.ok() && why == null;
    }
}
