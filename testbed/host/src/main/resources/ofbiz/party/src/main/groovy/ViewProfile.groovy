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

import java.sql.Timestamp
import org.smsbilling.testbed.TestbedClock

// Who a party is and how it is reached today
Timestamp now = Timestamp.from(TestbedClock.now())
context.party = parameters.partyId ? from('Party').where('partyId', parameters.partyId).queryOne() : null
if (party = context.party) {
    def person = from('Person').where('partyId', party.partyId).queryOne()
    context.name = person ? [person.firstName, person.lastName].findAll().join(' ')
            : from('PartyGroup').where('partyId', party.partyId).queryOne()?.groupName ?: party.partyId
    context.roles = from('PartyRole').where('partyId', party.partyId).orderBy('roleTypeId').queryList()*.roleTypeId
    Map purposes = from('PartyContactMechPurpose').where('partyId', party.partyId).filterByDate(now).queryList().groupBy { it.contactMechId }
    context.contacts = from('PartyContactMech').where('partyId', party.partyId).filterByDate(now).queryList().collect { link ->
        def mech = from('ContactMech').where('contactMechId', link.contactMechId).queryOne()
        def phone = from('TelecomNumber').where('contactMechId', link.contactMechId).queryOne()
        def address = from('PostalAddress').where('contactMechId', link.contactMechId).queryOne()
        String text = phone ? '+' + [phone.countryCode, phone.areaCode, phone.contactNumber].findAll().join(' ')
                : address ? [address.address1, address.city, address.postalCode].findAll().join(', ') : mech.infoString
        [type: mech.contactMechTypeId, text: text, purposes: purposes[link.contactMechId]*.contactMechPurposeTypeId ?: []]
    }
}
