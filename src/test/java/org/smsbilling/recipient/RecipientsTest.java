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

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smsbilling.SmsBilling;
import org.smsbilling.consent.ConsentEntry;
import org.smsbilling.consent.ConsentLedger;
import org.smsbilling.consent.ConsentSource;
import org.smsbilling.consent.ConsentState;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;

/** Invoices and their recipients as they are read from a database. */
class RecipientsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T17:00:00Z");
    private static final Timestamp LONG_AGO = Timestamp.from(Instant.parse("2020-01-01T00:00:00Z"));
    private static Testbed testbed;
    private static Delegator delegator;
    private static OrganizationSettings settings;

    @BeforeAll
    static void start() throws GenericEntityException {
        testbed = Testbed.start(TestbedConfig.inMemory("recipients", Clock.fixed(NOW, ZoneOffset.UTC),
                Path.of("../..").toAbsolutePath().normalize()));
        delegator = testbed.delegator();
        SmsBilling.of(delegator).close();
        group("Org");
        delegator.create("SmsOrganization", "organizationPartyId", "Org", "timeZoneId", "America/New_York");
        settings = OrganizationSettings.of(Map.of("organizationPartyId", "Org"), "Org");
    }

    @AfterAll
    static void stop() {
        testbed.close();
    }

    @Test
    void theBestNumberComesFirstAndEachOnlyOnce() throws GenericEntityException {
        group("Acme");
        delegator.create("Party", "partyId", "Ann", "partyTypeId", "PERSON");
        delegator.create("Person", "partyId", "Ann", "firstName", "Ann", "lastName", "Lee");
        delegator.create("PartyRole", "partyId", "Acme", "roleTypeId", "ACCOUNT");
        delegator.create("PartyRole", "partyId", "Ann", "roleTypeId", "CONTACT");
        delegator.create("PartyRelationship", "partyIdFrom", "Acme", "partyIdTo", "Ann", "roleTypeIdFrom", "ACCOUNT", "roleTypeIdTo", "CONTACT",
                "fromDate", LONG_AGO, "partyRelationshipTypeId", "CONTACT_REL");
        phone("Ann", "T1", "212 555 0144", "PHONE_MOBILE", null);
        phone("Acme", "T2", "2125550143", "PHONE_WORK", null);
        phone("Acme", "T3", "(212) 555-0142", "PHONE_MOBILE", null);
        phone("Acme", "T4", "+1 212 555 0141", "PHONE_BILLING", null);
        phone("Acme", "T5", "212-555-0140", "PHONE_BILLING", Timestamp.from(NOW));
        phone("Acme", "T6", "+442071838750", "PHONE_WORK", null);
        phone("Acme", "T7", "call me", "PHONE_WORK", null);
        phone("Acme", "T8", "1 212 555 0141", "PHONE_MOBILE", null);
        phone("Acme", "T9", "2125550149", "FAX_NUMBER", null);
        InvoiceFacts invoice = invoice("R1", "Acme", null);
        delegator.create("InvoiceContactMech", "invoiceId", "R1", "contactMechPurposeTypeId", "PHONE_BILLING", "contactMechId", "T2");
        ConsentLedger.record(delegator, new ConsentEntry("Org", "+12125550142", ConsentState.OPTED_OUT, ConsentSource.CLERK, "said so", NOW, null));
        List<String> shown = Recipients.of(delegator, settings, invoice, NOW).stream().map(one -> one.purpose() + " " + one.name() + " "
                + (one.check().ok() ? one.check().e164() : one.typed() + " " + one.check().reason()) + (one.usable() ? "" : " unusable")).toList();
        assertEquals(List.of("INVOICE Acme +12125550143", "BILLING Acme +12125550141", "MOBILE Acme +12125550142 unusable",
                "OTHER Acme +442071838750 LANDLINE unusable", "OTHER Acme call me MALFORMED unusable", "CONTACT_PERSON Ann Lee +12125550144"), shown);
    }

    @Test
    void aCustomerWithoutNumbersHasNoRecipients() throws GenericEntityException {
        group("Nobody");
        assertEquals(List.of(), Recipients.of(delegator, settings, invoice("R2", "Nobody", null), NOW));
    }

    @Test
    void outstandingIsTotalLessWhatIsAppliedAndEffective() throws GenericEntityException {
        group("Payer");
        invoice("R3", "Payer", null);
        delegator.create("InvoiceItem", "invoiceId", "R3", "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal("33.335"), "quantity", new BigDecimal("3"));
        delegator.create("InvoiceItem", "invoiceId", "R3", "invoiceItemSeqId", "00002", "invoiceItemTypeId", "ITM_SALES_TAX",
                "amount", new BigDecimal("7.25"));
        pay("R3", "10.00", NOW.minusSeconds(60));
        pay("R3", "5.00", NOW.plusSeconds(86_400));
        InvoiceFacts facts = InvoiceFactsReader.read(delegator, List.of("R3"), NOW).get("R3");
        assertEquals(new BigDecimal("107.26"), facts.total());
        assertEquals(new BigDecimal("97.26"), facts.outstanding());
        assertEquals(true, InvoiceFactsReader.payable(facts));
    }

    @Test
    void theDueDateComesFromTheTermsWhenThereIsNone() throws GenericEntityException {
        group("Late");
        invoice("R4", "Late", null);
        delegator.create("InvoiceTerm", "invoiceTermId", "R4", "invoiceId", "R4", "termTypeId", "FIN_PAY_NETDAYS_1", "termDays", 30L);
        invoice("R5", "Late", Timestamp.from(Instant.parse("2026-04-01T03:00:00Z")));
        invoice("R6", "Late", null);
        Map<String, InvoiceFacts> facts = InvoiceFactsReader.read(delegator, List.of("R6", "R5", "missing", "R4"), NOW);
        assertEquals(List.of("R6", "R5", "R4"), List.copyOf(facts.keySet()));
        assertEquals(LocalDate.parse("2026-04-03"), facts.get("R4").dueDate());
        assertEquals(LocalDate.parse("2026-03-31"), facts.get("R5").dueDate());
        assertEquals(null, facts.get("R6").dueDate());
    }

    private static void pay(String invoiceId, String amount, Instant effective) throws GenericEntityException {
        String id = delegator.getNextSeqId("Payment");
        delegator.create("Payment", "paymentId", id, "paymentTypeId", "CUSTOMER_PAYMENT", "partyIdFrom", "Payer", "partyIdTo", "Org",
                "statusId", "PMNT_RECEIVED", "amount", new BigDecimal(amount), "currencyUomId", "USD", "effectiveDate", Timestamp.from(effective));
        delegator.create("PaymentApplication", "paymentApplicationId", id, "paymentId", id, "invoiceId", invoiceId,
                "amountApplied", new BigDecimal(amount));
    }

    private static InvoiceFacts invoice(String id, String customer, Timestamp due) throws GenericEntityException {
        delegator.create("Invoice", "invoiceId", id, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", "Org", "partyId", customer,
                "statusId", "INVOICE_READY", "currencyUomId", "USD", "invoiceDate", Timestamp.from(NOW), "dueDate", due);
        return InvoiceFactsReader.read(delegator, List.of(id), NOW).get(id);
    }

    private static void group(String id) throws GenericEntityException {
        delegator.create("Party", "partyId", id, "partyTypeId", "PARTY_GROUP");
        delegator.create("PartyGroup", "partyId", id, "groupName", id);
    }

    private static void phone(String party, String mech, String number, String purpose, Timestamp thru) throws GenericEntityException {
        delegator.create("ContactMech", "contactMechId", mech, "contactMechTypeId", "TELECOM_NUMBER");
        delegator.create("TelecomNumber", "contactMechId", mech, "contactNumber", number);
        delegator.create("PartyContactMech", "partyId", party, "contactMechId", mech, "fromDate", LONG_AGO, "thruDate", thru);
        delegator.create("PartyContactMechPurpose", "partyId", party, "contactMechId", mech, "contactMechPurposeTypeId", purpose,
                "fromDate", LONG_AGO);
    }
}
