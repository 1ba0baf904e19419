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

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.condition.EntityOperator;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.message.MessageType;
import org.smsbilling.message.NewMessage;
import org.smsbilling.message.SendWindow;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.transaction.OwnTransaction;
import org.smsbilling.zone.ContactZones;

/** Opt-ins, each with the one text that confirms it (CTIA Messaging Principles, 5.1.2). */
public final class OptIns {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_A_DAY = 2;

    private final Delegator delegator;
    private final OrganizationSettings settings;
    private final Instant now;

    /** @param now the moment of the opt-in */
    public OptIns(Delegator delegator, OrganizationSettings settings, Instant now) {
        this.delegator = delegator;
        this.settings = settings;
        this.now = now;
    }

    /**
     * Writes an opt-in down, in a transaction of its own, and queues its confirmation when it changed something. What a customer just did is
     * confirmed
     * at once, what a clerk wrote down in the recipient's hours.
     *
     * @param partyId whose number it is, or null
     * @param userLoginId the clerk, or null when the customer did it
     * @return whether it changed the state of the number
     */
    public boolean record(String number, ConsentSource source, String evidence, String partyId, Locale locale, String userLoginId)
            throws GenericEntityException {
        String organization = settings.organizationPartyId();
        ConsentState before = ConsentLedger.current(delegator, organization, List.of(number)).get(number);
        ConsentLedger.record(delegator, new ConsentEntry(organization, number, ConsentState.OPTED_IN, source, evidence, now, userLoginId));
        boolean changed = before != ConsentState.OPTED_IN
                && ConsentLedger.current(delegator, organization, List.of(number)).get(number) == ConsentState.OPTED_IN;
        if (changed && settings.connected() && confirmationsOfTheDay(number) < MOST_A_DAY) {
            Instant leaves = userLoginId == null ? now : SendWindow.of(settings.sendingHours(),
                    ContactZones.read(delegator, partyId == null ? List.of() : List.of(partyId), now).of(partyId, number), settings.zoneId(), now)
                    .nextOpening(now).orElse(now);
            OwnTransaction.call(() -> new NewMessage(MessageType.OPT_IN_CONFIRMATION, organization, List.of(), null, partyId, partyId, number,
                    locale.toString(), leaves, userLoginId).queue(delegator, now));
        }
        return changed;
    }

    private long confirmationsOfTheDay(String number) throws GenericEntityException {
        return EntityQuery.use(delegator).from("SmsMessage").where(
                EntityCondition.makeCondition("organizationPartyId", settings.organizationPartyId()),
                EntityCondition.makeCondition("contactNumber", number),
                EntityCondition.makeCondition("messageType", MessageType.OPT_IN_CONFIRMATION.name()),
                EntityCondition.makeCondition("createdDate", EntityOperator.GREATER_THAN, Timestamp.from(now.minus(DAY)))).queryCount();
    }
}
