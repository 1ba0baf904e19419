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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.testbed.TestbedConfig;

/** Who gets texts by themselves; which database, its subclasses say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AutomaticRecipientsOnTestbed {

    private ContactsWorld world;
    private OrganizationSettings settings;

    abstract TestbedConfig config();

    @BeforeAll
    void start() throws GenericEntityException {
        world = new ContactsWorld(config());
        settings = world.organization("Org");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void usuallyTheBillingContactAlone() throws GenericEntityException {
        customer("Acme1", "212 555 0101", "212 555 0102");
        assertEquals("Acme1 +12125550101", shown("Acme1", MessageTopic.REMINDERS));
    }

    @Test
    void aContactPersonBesideTheBillingContact() throws GenericEntityException {
        customer("Acme2", "212 555 0111", "212 555 0112");
        preference("Acme2", "Acme2Ann", "recipientRole", "BESIDE", "localeString", "es");
        assertEquals("Acme2 +12125550111, Acme2Ann +12125550112 es", shown("Acme2", MessageTopic.REMINDERS));
    }

    @Test
    void aContactPersonInPlaceOfTheBillingContact() throws GenericEntityException {
        customer("Acme3", "212 555 0121", "212 555 0122");
        preference("Acme3", "Acme3Ann", "recipientRole", "IN_PLACE");
        assertEquals("Acme3Ann +12125550122", shown("Acme3", MessageTopic.INVOICES));
    }

    @Test
    void aCustomerThatWantsNoSmsGetsNothingNorDoItsContactPersons() throws GenericEntityException {
        customer("Acme4", "212 555 0131", "212 555 0132");
        preference("Acme4", "Acme4", "allOff", "Y");
        preference("Acme4", "Acme4Ann", "recipientRole", "BESIDE");
        assertEquals("Acme4 SWITCHED_OFF", shown("Acme4", MessageTopic.INVOICES));
        assertEquals("Acme4 +12125550131, Acme4Ann +12125550132", shown("Acme4", MessageTopic.SERVICE));
    }

    @Test
    void aTopicThatIsOffForThePartyOrForTheNumberIsNotTexted() throws GenericEntityException {
        customer("Acme5", "212 555 0141", "212 555 0142");
        preference("Acme5", "Acme5", "receipts", "N");
        world.delegator().create("SmsNumberPreference", "organizationPartyId", "Org", "contactNumber", "+12125550141", "reminders", "N",
                "localeString", "fr");
        assertEquals("Acme5 SWITCHED_OFF", shown("Acme5", MessageTopic.RECEIPTS));
        assertEquals("Acme5 SWITCHED_OFF", shown("Acme5", MessageTopic.REMINDERS));
        assertEquals("Acme5 +12125550141 fr", shown("Acme5", MessageTopic.INVOICES));
    }

    @Test
    void whoOptedOutIsNotTextedAtAnotherNumberAndNobodyElseIsTextedInstead() throws GenericEntityException {
        customer("Acme6", "212 555 0151", "212 555 0152");
        world.phone("Acme6", "212 555 0153", "PHONE_MOBILE");
        world.consent("Org", "+12125550151", ConsentState.OPTED_OUT);
        assertEquals("Acme6 OPTED_OUT", shown("Acme6", MessageTopic.REMINDERS));
    }

    @Test
    void aNumberThatTheCarrierCannotReachGivesWayToTheNext() throws GenericEntityException {
        customer("Acme7", "212 555 0161", "212 555 0162");
        world.phone("Acme7", "212 555 0163", "PHONE_MOBILE");
        world.consent("Org", "+12125550161", ConsentState.UNUSABLE);
        assertEquals("Acme7 +12125550163", shown("Acme7", MessageTopic.REMINDERS));
        world.consent("Org", "+12125550163", ConsentState.UNUSABLE);
        assertEquals("Acme7 UNUSABLE", shown("Acme7", MessageTopic.REMINDERS));
    }

    @Test
    void theChosenNumberIsTextedUnlessAnotherStandsOnTheInvoice() throws GenericEntityException {
        customer("Acme8", "212 555 0171", "212 555 0172");
        world.phone("Acme8", "212 555 0173", "PHONE_HOME");
        preference("Acme8", "Acme8", "contactNumber", "+12125550173");
        assertEquals("Acme8 +12125550173", shown("Acme8", MessageTopic.REMINDERS));
    }

    @Test
    void withoutNumbersThereIsAReason() throws GenericEntityException {
        world.group("Nobody");
        assertEquals("Nobody NO_NUMBER", shown("Nobody", MessageTopic.REMINDERS));
    }

    @Test
    void aCompanyWithoutNumbersIsTextedAtItsFirstContactPersons() throws GenericEntityException {
        world.group("Acme9");
        world.contact("Acme9", "Acme9Ann");
        world.phone("Acme9Ann", "212 555 0182", "PHONE_MOBILE");
        assertEquals("Acme9Ann +12125550182", shown("Acme9", MessageTopic.REMINDERS));
    }

    @Test
    void explicitConsentLeavesOnlyNumbersThatOptedIn() throws GenericEntityException {
        OrganizationSettings explicit = world.organization("Explicit", "consentRule", "EXPLICIT");
        customer("Acme10", "212 555 0191", "212 555 0192");
        assertEquals("Acme10 NO_CONSENT", shown(explicit, "Acme10", MessageTopic.REMINDERS));
        world.phone("Acme10", "212 555 0193", "PHONE_MOBILE");
        world.consent("Explicit", "+12125550193", ConsentState.OPTED_IN);
        assertEquals("Acme10 +12125550193", shown(explicit, "Acme10", MessageTopic.REMINDERS));
    }

    @Test
    void aPilotTextsOnlyItsNumbersAndParties() throws GenericEntityException {
        OrganizationSettings pilot = world.organization("Pilot", "pilotEnabled", "Y");
        customer("Acme11", "212 555 0201", "212 555 0202");
        assertEquals("Acme11 PILOT", shown(pilot, "Acme11", MessageTopic.INVOICES));
        world.delegator().create("SmsPilotMember", "organizationPartyId", "Pilot", "memberType", "NUMBER", "memberValue", "+12125550201");
        assertEquals("Acme11 +12125550201", shown(pilot, "Acme11", MessageTopic.INVOICES));
        customer("Acme12", "212 555 0203", "212 555 0204");
        world.delegator().create("SmsPilotMember", "organizationPartyId", "Pilot", "memberType", "PARTY", "memberValue", "Acme12");
        assertEquals("Acme12 +12125550203", shown(pilot, "Acme12", MessageTopic.INVOICES));
    }

    @Test
    void queriesGrowWithChunksNotWithInvoices() throws GenericEntityException {
        List<InvoiceFacts> invoices = world.many("Org", 10_000);
        AtomicInteger one = new AtomicInteger();
        AutomaticRecipients.of(world.counting(one), settings, invoices.subList(0, 1), MessageTopic.REMINDERS, ContactsWorld.NOW);
        AtomicInteger all = new AtomicInteger();
        for (int run = 0; run < 3; run++) {
            all.set(0);
            long began = System.nanoTime();
            Map<String, Addressees> found = AutomaticRecipients.of(world.counting(all), settings, invoices, MessageTopic.REMINDERS,
                    ContactsWorld.NOW);
            Debug.logInfo("Recipients of 10,000 invoices: " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms, " + all + " queries",
                    getClass().getName());
            assertEquals(10_000, found.values().stream().filter(who -> who.texts().size() == 1).count());
        }
        int consentsOfTheOtherFiveHundred = 1;
        assertEquals(10 * (one.get() + consentsOfTheOtherFiveHundred), all.get());
    }

    private void customer(String id, String number, String contactNumber) throws GenericEntityException {
        world.group(id);
        world.phone(id, number, "PHONE_BILLING");
        world.contact(id, id + "Ann");
        world.phone(id + "Ann", contactNumber, "PHONE_MOBILE");
    }

    private void preference(String customer, String party, Object... fields) throws GenericEntityException {
        Object[] all = new Object[6 + fields.length];
        System.arraycopy(new Object[] {"organizationPartyId", "Org", "customerPartyId", customer, "partyId", party}, 0, all, 0, 6);
        System.arraycopy(fields, 0, all, 6, fields.length);
        world.delegator().create("SmsPreference", all);
    }

    private String shown(String customer, MessageTopic topic) throws GenericEntityException {
        return shown(settings, customer, topic);
    }

    private String shown(OrganizationSettings of, String customer, MessageTopic topic) throws GenericEntityException {
        Addressees who = AutomaticRecipients.of(world.delegator(), of, List.of(world.invoice("I" + customer, of.organizationPartyId(), customer)),
                topic, ContactsWorld.NOW).get("I" + customer);
        String texts = who.texts().stream().map(one -> one.partyId() + " " + one.contactNumber()
                + (one.locale().equals(Locale.ENGLISH) ? "" : " " + one.locale())).collect(Collectors.joining(", "));
        return texts + who.without().entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
