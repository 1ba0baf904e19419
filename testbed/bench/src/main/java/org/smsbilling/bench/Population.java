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
package org.smsbilling.bench;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;

/** Rows to measure with, made in bulk: an organization that may send, customers, and invoices. Ids count on from 1 in each population. */
final class Population {

    private static final int CHUNK = 5_000;

    private final Delegator delegator;
    private final Instant now;

    Population(Delegator delegator, Instant now) {
        this.delegator = delegator;
        this.now = now;
    }

    /** An organization that is connected to everything. @param perSecond segments a second of its sender. @return its party id */
    String organization(String id, int perSecond) throws GenericEntityException {
        delegator.create("Party", "partyId", id, "partyTypeId", "PARTY_GROUP");
        delegator.create("PartyGroup", "partyId", id, "groupName", "Oak Property");
        delegator.create("SmsOrganization", Map.ofEntries(Map.entry("organizationPartyId", id), Map.entry("connected", "Y"),
                Map.entry("twilioAccountSid", "AC" + id), Map.entry("twilioAuthToken", "secret"), Map.entry("sender", "+15005550006"),
                Map.entry("segmentsPerSecond", (long) perSecond), Map.entry("cardSite", "fts"), Map.entry("cardMerchantId", "8000"),
                Map.entry("cardUser", "u"), Map.entry("cardPassword", "p"), Map.entry("publicBaseUrl", "https://pay.example.com"),
                Map.entry("hookToken", "hook" + id), Map.entry("timeZoneId", "America/New_York"), Map.entry("brandName", "Oak")));
        return id;
    }

    /** Customers C1, C2 ... */
    void customers(int count) throws GenericEntityException {
        create("Party", count, number -> Map.of("partyId", "C" + number, "partyTypeId", "PARTY_GROUP"));
        create("PartyGroup", count, number -> Map.of("partyId", "C" + number, "groupName", "Customer " + number));
    }

    /** READY sales invoices I1, I2 ... of one item over 80.00, due in ten days, one for each customer. */
    void invoices(String organization, int count) throws GenericEntityException {
        create("Invoice", count, number -> Map.of("invoiceId", "I" + number, "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", organization,
                "partyId", "C" + number, "statusId", "INVOICE_READY", "currencyUomId", "USD", "invoiceDate", Timestamp.from(now),
                "dueDate", Timestamp.from(now.plusSeconds(864_000))));
        create("InvoiceItem", count, number -> Map.of("invoiceId", "I" + number, "invoiceItemSeqId", "00001", "invoiceItemTypeId", "INV_FPROD_ITEM",
                "amount", new BigDecimal("80.00"), "quantity", BigDecimal.ONE));
    }

    /** Customers C1, C2 ... with a mobile number for bills. */
    void reachableCustomers(int count) throws GenericEntityException {
        Timestamp from = Timestamp.from(now.minusSeconds(86_400));
        customers(count);
        create("ContactMech", count, number -> Map.of("contactMechId", "T" + number, "contactMechTypeId", "TELECOM_NUMBER"));
        create("TelecomNumber", count, number -> Map.of("contactMechId", "T" + number, "contactNumber", number(number)));
        create("PartyContactMech", count, number -> Map.of("partyId", "C" + number, "contactMechId", "T" + number, "fromDate", from));
        create("PartyContactMechPurpose", count, number -> Map.of("partyId", "C" + number, "contactMechId", "T" + number,
                "contactMechPurposeTypeId", "PHONE_BILLING", "fromDate", from));
    }

    /** Messages M1, M2 ... that are QUEUED for now, one for each invoice. @param first number of the first one */
    void messages(String organization, int first, int count) throws GenericEntityException {
        Timestamp moment = Timestamp.from(now);
        create("SmsStepRun", first, count, number -> Map.of("organizationPartyId", organization, "invoiceId", "I" + number, "stepId", "SEND",
                "occurrence", "1", "recipient", "-", "messageId", "M" + number, "outcome", "QUEUED", "createdDate", moment));
        create("SmsMessage", first, count, number -> Map.ofEntries(Map.entry("messageId", "M" + number),
                Map.entry("organizationPartyId", organization), Map.entry("messageStatus", "QUEUED"), Map.entry("messageType", "NEW_INVOICE"),
                Map.entry("invoiceId", "I" + number), Map.entry("customerPartyId", "C" + number), Map.entry("recipientPartyId", "C" + number),
                Map.entry("contactNumber", number(number)), Map.entry("localeString", "en"), Map.entry("notBefore", moment),
                Map.entry("sendAttempts", 0L), Map.entry("createdDate", moment), Map.entry("statusDate", moment)));
    }

    /** @return a valid number in New York, E.164 */
    static String number(int number) {
        return String.format("+1212%07d", 2_000_000 + number);
    }

    /** The fields of a row by its number. */
    interface Row {
        Map<String, Object> fields(int number);
    }

    void create(String entityName, int count, Row row) throws GenericEntityException {
        create(entityName, 1, count, row);
    }

    void create(String entityName, int first, int count, Row row) throws GenericEntityException {
        List<GenericValue> chunk = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            chunk.add(delegator.makeValue(entityName, row.fields(number)));
            if (chunk.size() == CHUNK || number == first + count - 1) {
                delegator.createAllByBatchProcess(chunk);
                chunk.clear();
            }
        }
    }
}
