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
package org.smsbilling.scenario;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;

/** Organizations, people and invoices for scenarios, made with OFBiz's own entities and services under ids that no other run has. */
public final class StageData {
    /** What the outside world's emulators accept. */
    public static final String TWILIO_SID = "AC" + "a".repeat(32);
    public static final String TWILIO_TOKEN = "test-token-a";
    public static final String TWILIO_SENDER = "+15005550006";
    public static final String PUBLIC_BASE = "http://127.0.0.1:8080";

    private static final Timestamp LONG_AGO = Timestamp.valueOf("2020-01-01 00:00:00");
    private final Stage stage;

    StageData(Stage stage) {
        this.stage = stage;
    }

    /** An internal organization in New York, not connected yet. @return its party id */
    public String organization(String name) throws GenericEntityException {
        String partyId = group(name, "INTERNAL_ORGANIZATIO");
        create("PartyAcctgPreference", "partyId", partyId, "baseCurrencyUomId", "USD", "enableAccounting", "N");
        return partyId;
    }

    /** An organization that is connected to the carrier and the payment processor. @return its party id */
    public String connectedOrganization(String name, GenericValue administrator) throws GenericEntityException, GenericServiceException {
        String organization = organization(name);
        employ(organization, administrator);
        stage.call(administrator, "updateSmsOrganization", "organizationPartyId", organization, "publicBaseUrl", PUBLIC_BASE, "brandName", name,
                "timeZoneId", "America/New_York", "supportPhone", "+1 212 555 0100", "segmentsPerSecond", "100",
                "cardEnabled", "Y", "bankAccountEnabled", "Y");
        stage.call(administrator, "connectSmsCardProcessor", "organizationPartyId", organization, "cardSite", "fts-uat",
                "cardMerchantId", "800000009102",
                "cardUser", "testing", "cardPassword", "testing123");
        stage.call(administrator, "connectSmsOrganization", "organizationPartyId", organization, "twilioAccountSid", TWILIO_SID,
                "twilioAuthToken", TWILIO_TOKEN, "sender", TWILIO_SENDER);
        return organization;
    }

    /** A user with one of the component's permissions (by its seeded security groups), employed by nobody yet. */
    public GenericValue user(String securityGroupId) throws GenericEntityException {
        String partyId = person("Pat", "Example");
        GenericValue userLogin = create("UserLogin", "userLoginId", "sms-" + partyId, "partyId", partyId, "enabled", "Y");
        create("UserLoginSecurityGroup", "userLoginId", userLogin.getString("userLoginId"), "groupId", securityGroupId, "fromDate", LONG_AGO);
        return userLogin;
    }

    /** A user as {@link #user} makes it, who may also do everything in OFBiz's accounting. */
    public GenericValue accountant(String securityGroupId) throws GenericEntityException {
        GenericValue userLogin = user(securityGroupId);
        create("UserLoginSecurityGroup", "userLoginId", userLogin.getString("userLoginId"), "groupId", "SUPER", "fromDate", LONG_AGO);
        return userLogin;
    }

    /** Makes the user one who works for the organization. */
    public void employ(String organizationPartyId, GenericValue userLogin) throws GenericEntityException {
        String partyId = userLogin.getString("partyId");
        stage.delegator().createOrStore(value("PartyRole", "partyId", partyId, "roleTypeId", "EMPLOYEE"));
        create("PartyRelationship", "partyIdFrom", organizationPartyId, "partyIdTo", partyId, "roleTypeIdFrom", "INTERNAL_ORGANIZATIO",
                "roleTypeIdTo", "EMPLOYEE", "fromDate", LONG_AGO, "partyRelationshipTypeId", "EMPLOYMENT");
    }

    public String customer(String name, String... phoneNumbers) throws GenericEntityException {
        String partyId = group(name, "BILL_TO_CUSTOMER");
        for (String phoneNumber : phoneNumbers) {
            phone(partyId, phoneNumber, "PHONE_BILLING");
        }
        return partyId;
    }

    /** Gives a party a number, typed the way people type. */
    public void phone(String partyId, String typedNumber, String purpose) throws GenericEntityException {
        String contactMechId = stage.delegator().getNextSeqId("ContactMech");
        create("ContactMech", "contactMechId", contactMechId, "contactMechTypeId", "TELECOM_NUMBER");
        create("TelecomNumber", "contactMechId", contactMechId, "contactNumber", typedNumber);
        create("PartyContactMech", "partyId", partyId, "contactMechId", contactMechId, "fromDate", LONG_AGO);
        create("PartyContactMechPurpose", "partyId", partyId, "contactMechId", contactMechId, "contactMechPurposeTypeId", purpose,
                "fromDate", LONG_AGO);
    }

    /** Gives a party a billing e-mail address. */
    public void email(String partyId, String address) throws GenericEntityException {
        String contactMechId = stage.delegator().getNextSeqId("ContactMech");
        create("ContactMech", "contactMechId", contactMechId, "contactMechTypeId", "EMAIL_ADDRESS", "infoString", address);
        create("PartyContactMech", "partyId", partyId, "contactMechId", contactMechId, "fromDate", LONG_AGO);
        create("PartyContactMechPurpose", "partyId", partyId, "contactMechId", contactMechId, "contactMechPurposeTypeId", "BILLING_EMAIL",
                "fromDate", LONG_AGO);
    }

    /** Gives a party a billing address. */
    public void address(String partyId, String postalCode) throws GenericEntityException {
        String contactMechId = stage.delegator().getNextSeqId("ContactMech");
        create("ContactMech", "contactMechId", contactMechId, "contactMechTypeId", "POSTAL_ADDRESS");
        create("PostalAddress", "contactMechId", contactMechId, "address1", "1 Test Street", "city", "Testville", "postalCode", postalCode);
        create("PartyContactMech", "partyId", partyId, "contactMechId", contactMechId, "fromDate", LONG_AGO);
        create("PartyContactMechPurpose", "partyId", partyId, "contactMechId", contactMechId, "contactMechPurposeTypeId", "BILLING_LOCATION",
                "fromDate", LONG_AGO);
    }

    /** A contact person of a customer with a mobile number. @return its party id */
    public String contactPerson(String customerPartyId, String firstName, String lastName, String phoneNumber) throws GenericEntityException {
        String partyId = person(firstName, lastName);
        stage.delegator().createOrStore(value("PartyRole", "partyId", customerPartyId, "roleTypeId", "ACCOUNT"));
        create("PartyRole", "partyId", partyId, "roleTypeId", "CONTACT");
        create("PartyRelationship", "partyIdFrom", customerPartyId, "partyIdTo", partyId, "roleTypeIdFrom", "ACCOUNT", "roleTypeIdTo", "CONTACT",
                "fromDate", LONG_AGO, "partyRelationshipTypeId", "CONTACT_REL");
        phone(partyId, phoneNumber, "PHONE_MOBILE");
        return partyId;
    }

    /** Gives a party a postal address in a state. */
    public void livesIn(String partyId, String countryGeoId, String stateProvinceGeoId) throws GenericEntityException {
        String contactMechId = stage.delegator().getNextSeqId("ContactMech");
        create("ContactMech", "contactMechId", contactMechId, "contactMechTypeId", "POSTAL_ADDRESS");
        create("PostalAddress", "contactMechId", contactMechId, "address1", "1 Main Street", "city", "Somewhere", "postalCode", "90001",
                "countryGeoId", countryGeoId, "stateProvinceGeoId", stateProvinceGeoId);
        create("PartyContactMech", "partyId", partyId, "contactMechId", contactMechId, "fromDate", LONG_AGO);
    }

    /** A US mobile number in E.164 that hardly any other call got. */
    public String mobile() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return String.format("+1917%03d%04d", random.nextInt(200, 1000), random.nextInt(10_000));
    }

    /** A sales invoice of one item, READY, due in ten days. */
    public String invoice(String organizationPartyId, String customerPartyId, String amount) throws GenericServiceException, GenericEntityException {
        return invoice("SALES_INVOICE", organizationPartyId, customerPartyId, amount, "USD", "INVOICE_READY");
    }

    /** An invoice of one item, brought to a status by OFBiz's own services. */
    public String invoice(String type, String from, String to, String amount, String currency, String status)
            throws GenericServiceException, GenericEntityException {
        Timestamp now = Timestamp.from(stage.component().clock().instant());
        GenericValue system = system();
        Map<String, Object> created = stage.call(system, "createInvoice", "invoiceTypeId", type, "partyIdFrom", from, "partyId", to,
                "statusId", "INVOICE_IN_PROCESS", "invoiceDate", now, "currencyUomId", currency,
                "dueDate", Timestamp.from(now.toInstant().plus(Duration.ofDays(10))));
        String invoiceId = (String) created.get("invoiceId");
        stage.call(system, "createInvoiceItem", "invoiceId", invoiceId, "invoiceItemTypeId", "INV_FPROD_ITEM", "quantity", BigDecimal.ONE,
                "amount", new BigDecimal(amount), "description", "Service visit");
        if (!"INVOICE_IN_PROCESS".equals(status)) {
            stage.call(system, "setInvoiceStatus", "invoiceId", invoiceId, "statusId", status, "statusDate", now);
        }
        return invoiceId;
    }

    /** OFBiz's own user for what no person does. */
    public GenericValue system() throws GenericEntityException {
        return EntityQuery.use(stage.delegator()).from("UserLogin").where("userLoginId", "system").queryOne();
    }

    private String group(String name, String roleTypeId) throws GenericEntityException {
        String partyId = stage.delegator().getNextSeqId("Party");
        create("Party", "partyId", partyId, "partyTypeId", "PARTY_GROUP", "statusId", "PARTY_ENABLED");
        create("PartyGroup", "partyId", partyId, "groupName", name);
        create("PartyRole", "partyId", partyId, "roleTypeId", roleTypeId);
        return partyId;
    }

    private String person(String firstName, String lastName) throws GenericEntityException {
        String partyId = stage.delegator().getNextSeqId("Party");
        create("Party", "partyId", partyId, "partyTypeId", "PERSON", "statusId", "PARTY_ENABLED");
        create("Person", "partyId", partyId, "firstName", firstName, "lastName", lastName);
        return partyId;
    }

    private GenericValue create(String entity, Object... fields) throws GenericEntityException {
        return stage.delegator().create(value(entity, fields));
    }

    private GenericValue value(String entity, Object... fields) {
        Delegator delegator = stage.delegator();
        return delegator.makeValue(entity, UtilMisc.toMap(fields));
    }
}
