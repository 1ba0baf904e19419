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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.Preferences;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.zone.ContactZones;

/** Many consents at once: all or none, and with them the texts that confirm those that are new, if that is wanted. */
final class ConsentBatch {

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    ConsentBatch(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    void record(List<ConsentEntry> entries, boolean confirm, String userLoginId) throws GenericEntityException {
        Set<String> numbers = entries.stream().map(ConsentEntry::contactNumber).collect(Collectors.toSet());
        Map<String, ConsentState> before = ConsentLedger.current(delegator, settings.organizationPartyId(), numbers);
        ContactZones zones = ContactZones.read(delegator, List.of(), now);
        Preferences preferences = Preferences.read(delegator, settings.organizationPartyId(), List.of(), confirm ? numbers : List.of());
        OwnTransaction.call(() -> {
            for (ConsentEntry entry : entries) {
                ConsentLedger.recordOnce(delegator, entry);
            }
            Map<String, ConsentState> after = ConsentLedger.current(delegator, settings.organizationPartyId(), numbers);
            for (String number : confirm && settings.connected() ? numbers : Set.<String>of()) {
                if (after.get(number) == ConsentState.OPTED_IN && before.get(number) != ConsentState.OPTED_IN) {
                    Instant leaves = SendWindow.of(settings.sendingHours(), zones.of(null, number), settings.zoneId(), now).nextOpening(now)
                            .orElse(now);
                    new NewMessage(MessageType.OPT_IN_CONFIRMATION, settings.organizationPartyId(), List.of(), null, null, null, number,
                            preferences.locale("", number, List.of(), settings.locale()).toString(), leaves, userLoginId).queue(delegator, now);
                }
            }
            return null;
        });
    }
}
