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
import org.smsbilling.message.MessageTopic;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.PilotMembers;
import org.smsbilling.preference.Preferences;

/** What forbids texts to a number, whoever sends them: consent, a customer who wants none, and the pilot. */
public final class NumberRules {

    private final OrganizationSettings settings;
    private final Preferences preferences;
    private final PilotMembers pilot;

    public NumberRules(OrganizationSettings settings, Preferences preferences, PilotMembers pilot) {
        this.settings = settings;
        this.preferences = preferences;
        this.pilot = pilot;
    }

    /** @return whether consent allows texts; without a word it depends on the organization's rule */
    boolean consented(ConsentState consent) {
        return consent == ConsentState.OPTED_IN || consent == null && !settings.texting().explicitConsent();
    }

    /**
     * For texts that a person sends.
     *
     * @param partyId whose number it is, or null
     * @param customerPartyId or null
     * @return null when nothing is against it
     */
    public NoText forbids(String e164, ConsentState consent, String partyId, String customerPartyId) {
        if (consent != null && !consent.mayBeTexted()) {
            return consent == ConsentState.OPTED_OUT ? NoText.OPTED_OUT : NoText.UNUSABLE;
        } else if (!consented(consent)) {
            return NoText.NO_CONSENT;
        } else if (wantsNothing(partyId, customerPartyId)) {
            return NoText.SWITCHED_OFF;
        }
        return pilot.has(e164, partyId, customerPartyId) ? null : NoText.PILOT;
    }

    /** The same for texts by themselves, which a customer can switch off by topic as well. */
    public NoText forbids(String e164, ConsentState consent, String partyId, String customerPartyId, MessageTopic topic) {
        NoText why = forbids(e164, consent, partyId, customerPartyId);
        boolean hidden = why == null || why == NoText.PILOT;
        return hidden && !wanted(e164, partyId, customerPartyId, topic) ? NoText.SWITCHED_OFF : why;
    }

    private boolean wantsNothing(String partyId, String customerPartyId) {
        String customer = String.valueOf(customerPartyId);
        return preferences.of(customer, customer).off() || partyId != null && preferences.of(customer, partyId).off();
    }

    private boolean wanted(String e164, String partyId, String customerPartyId, MessageTopic topic) {
        String customer = String.valueOf(customerPartyId);
        return preferences.of(customer, partyId == null ? customer : partyId).topics().allows(topic) && preferences.of(e164).topics().allows(topic);
    }
}
