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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.smsbilling.SmsBilling;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** An organization with customers, contact persons and their numbers in a real database; no background work. */
final class ContactsWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
    static final Timestamp LONG_AGO = Timestamp.from(NOW.minusSeconds(864_000));

    private final Testbed testbed;

    ContactsWorld(TestbedConfig config) {
        testbed = Testbed.start(config);
        SmsBilling.of(delegator()).close();
    }

    static TestbedConfig config(String name) {
        return TestbedConfig.inMemory(name, Clock.fixed(NOW, ZoneOffset.UTC), Path.of("../..").toAbsolutePath().normalize());
    }

    Delegator delegator() {
        return testbed.delegator();
    }

    /** @param counter of queries. @return the delegator as one that counts */
    Delegator counting(AtomicInteger counter) {
        return (Delegator) Proxy.newProxyInstance(Delegator.class.getClassLoader(), new Class<?>[] {Delegator.class}, (proxy, method, arguments) -> {
            if (method.getName().startsWith("find")) {
                counter.incrementAndGet();
            }
            try {
                return method.invoke(delegator(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    OrganizationSettings organization(String id, Object... fields) throws GenericEntityException {
        group(id);
        GenericValue row = delegator().makeValue("SmsOrganization");
        row.set("organizationPartyId", id);
        row.set("timeZoneId", "America/New_York");
        for (int i = 0; i < fields.length; i += 2) {
            row.set((String) fields[i], fields[i + 1]);
        }
        delegator().create(row);
        return settings(id);
    }

    OrganizationSettings settings(String id) throws GenericEntityException {
        return OrganizationSettingsReader.read(delegator(), id).orElseThrow();
    }

    InvoiceFacts invoice(String id, String organization, String customer) {
        return new InvoiceFacts(id, "SALES_INVOICE", "INVOICE_READY", true, organization, customer, "USD", BigDecimal.TEN, BigDecimal.TEN, null, null,
                Map.of());
    }

    void group(String id) throws GenericEntityException {
        delegator().create("Party", "partyId", id, "partyTypeId", "PARTY_GROUP");
        delegator().create("PartyGroup", "partyId", id, "groupName", id);
    }

    void contact(String customer, String person) throws GenericEntityException {
        delegator().create("Party", "partyId", person, "partyTypeId", "PERSON");
        delegator().create("PartyRole", "partyId", customer, "roleTypeId", "ACCOUNT");
        delegator().create("PartyRole", "partyId", person, "roleTypeId", "CONTACT");
        delegator().create("PartyRelationship", "partyIdFrom", customer, "partyIdTo", person, "roleTypeIdFrom", "ACCOUNT", "roleTypeIdTo", "CONTACT",
                "fromDate", LONG_AGO, "partyRelationshipTypeId", "CONTACT_REL");
    }

    void phone(String party, String number, String purpose) throws GenericEntityException {
        String mech = delegator().getNextSeqId("ContactMech");
        delegator().create("ContactMech", "contactMechId", mech, "contactMechTypeId", "TELECOM_NUMBER");
        delegator().create("TelecomNumber", "contactMechId", mech, "contactNumber", number);
        delegator().create("PartyContactMech", "partyId", party, "contactMechId", mech, "fromDate", LONG_AGO);
        delegator().create("PartyContactMechPurpose", "partyId", party, "contactMechId", mech, "contactMechPurposeTypeId", purpose, "fromDate",
                LONG_AGO);
    }

    void consent(String organization, String number, ConsentState state) throws GenericEntityException {
        ConsentLedger.record(delegator(), new ConsentEntry(organization, number, state, ConsentSource.CLERK, "said so", NOW, null));
    }

    /** Customers with a mobile number each, written in bulk. @return an invoice for each */
    List<InvoiceFacts> many(String organization, int count) throws GenericEntityException {
        List<GenericValue> parties = new ArrayList<>();
        List<GenericValue> mechs = new ArrayList<>();
        List<GenericValue> telecoms = new ArrayList<>();
        List<GenericValue> owned = new ArrayList<>();
        List<GenericValue> purposes = new ArrayList<>();
        List<InvoiceFacts> invoices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "M" + i;
            parties.add(row("Party", "partyId", id, "partyTypeId", "PERSON"));
            mechs.add(row("ContactMech", "contactMechId", id, "contactMechTypeId", "TELECOM_NUMBER"));
            telecoms.add(row("TelecomNumber", "contactMechId", id, "countryCode", "1", "areaCode", "212", "contactNumber", number(i)));
            owned.add(row("PartyContactMech", "partyId", id, "contactMechId", id, "fromDate", LONG_AGO));
            purposes.add(row("PartyContactMechPurpose", "partyId", id, "contactMechId", id, "contactMechPurposeTypeId", "PHONE_MOBILE", "fromDate",
                    LONG_AGO));
            invoices.add(invoice(id, organization, id));
        }
        for (List<GenericValue> rows : List.of(parties, mechs, telecoms, owned, purposes)) {
            delegator().createAllByBatchProcess(rows);
        }
        return invoices;
    }

    static String number(int i) {
        return String.format("%03d-%04d", 200 + i / 10_000 + i % 700, i % 10_000);
    }

    private GenericValue row(String entity, Object... fields) {
        GenericValue row = delegator().makeValue(entity);
        for (int i = 0; i < fields.length; i += 2) {
            row.set((String) fields[i], fields[i + 1]);
        }
        for (String stamp : List.of("createdStamp", "createdTxStamp", "lastUpdatedStamp", "lastUpdatedTxStamp")) {
            row.set(stamp, LONG_AGO);
        }
        return row;
    }

    @Override
    public void close() {
        testbed.close();
    }
}
