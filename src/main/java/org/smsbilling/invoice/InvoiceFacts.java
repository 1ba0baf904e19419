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
package org.smsbilling.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What this component needs to know of an invoice.
 *
 * @param organizationPartyId who is owed (Invoice.partyIdFrom of a sales invoice)
 * @param customerPartyId who owes (Invoice.partyId)
 * @param total decimal units, as OFBiz counts it
 * @param outstanding total less all applications, as OFBiz counts it
 * @param dueDate by OFBiz's rule in the organization's time zone, or null when there is none
 * @param attributes InvoiceAttribute, name to value
 * @param invoiceDate in the organization's time zone, or null
 */
public record InvoiceFacts(String invoiceId, String invoiceTypeId, String statusId, boolean salesInvoice, String organizationPartyId,
        String customerPartyId, String currencyUomId, BigDecimal total, BigDecimal outstanding, LocalDate dueDate, String description,
        Map<String, String> attributes, LocalDate invoiceDate) {

    /** One whose date does not matter. */
    public InvoiceFacts(String invoiceId, String invoiceTypeId, String statusId, boolean salesInvoice, String organizationPartyId,
            String customerPartyId, String currencyUomId, BigDecimal total, BigDecimal outstanding, LocalDate dueDate, String description,
            Map<String, String> attributes) {
        this(invoiceId, invoiceTypeId, statusId, salesInvoice, organizationPartyId, customerPartyId, currencyUomId, total, outstanding, dueDate,
                description, attributes, null);
    }
}
