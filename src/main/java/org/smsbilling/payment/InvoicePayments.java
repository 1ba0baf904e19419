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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceContainer;
import org.apache.ofbiz.service.ServiceUtil;
import org.smsbilling.invoice.InvoiceFacts;
import org.smsbilling.invoice.InvoiceFactsReader;

/** Makes payments through OFBiz's own services, as its system user, inside the caller's transaction. */
final class InvoicePayments {

    /** OFBiz marks only READY invoices as paid, and these become READY on the way. */
    private static final Set<String> BEFORE_READY = Set.of("INVOICE_SENT", "INVOICE_APPROVED", "INVOICE_RECEIVED");

    private final Delegator delegator;

    InvoicePayments(Delegator delegator) {
        this.delegator = delegator;
    }

    /**
     * A received payment of the customer, applied to the invoice as far as that is still open; what is left over stays as the customer's credit.
     * @return its id
     */
    String create(GenericValue attempt, String invoiceId, BigDecimal amount, Instant now) throws GenericEntityException {
        InvoiceFacts invoice = InvoiceFactsReader.read(delegator, List.of(invoiceId), now).get(invoiceId);
        Map<String, Object> payment = new HashMap<>();
        payment.put("paymentTypeId", "CUSTOMER_PAYMENT");
        payment.put("paymentMethodTypeId", "CARD".equals(attempt.getString("methodType")) ? "CREDIT_CARD" : "EFT_ACCOUNT");
        payment.put("partyIdFrom", attempt.getString("customerPartyId"));
        payment.put("partyIdTo", attempt.getString("organizationPartyId"));
        payment.put("statusId", "PMNT_RECEIVED");
        payment.put("amount", amount);
        payment.put("currencyUomId", attempt.getString("currencyUomId"));
        payment.put("paymentRefNum", attempt.getString("gatewayReference"));
        payment.put("effectiveDate", Timestamp.from(now));
        if (invoice == null || !InvoiceFactsReader.payable(invoice)) {
            return (String) run("createPayment", payment).get("paymentId");
        }
        if (BEFORE_READY.contains(invoice.statusId())) {
            run("setInvoiceStatus", Map.of("invoiceId", invoiceId, "statusId", "INVOICE_READY", "statusDate", Timestamp.from(now)));
        }
        payment.put("invoiceId", invoiceId);
        return (String) run("createPaymentAndApplication", payment).get("paymentId");
    }

    private Map<String, Object> run(String service, Map<String, Object> values) throws GenericEntityException {
        LocalDispatcher dispatcher = ServiceContainer.getLocalDispatcher(delegator.getDelegatorName(), delegator);
        Map<String, Object> context = new HashMap<>(values);
        context.put("userLogin", EntityQuery.use(delegator).from("UserLogin").where("userLoginId", "system").cache().queryOne());
        try {
            Map<String, Object> result = dispatcher.runSync(service, context);
            if (!ServiceUtil.isSuccess(result)) {
                throw new GenericEntityException(service + ": " + ServiceUtil.getErrorMessage(result));
            }
            return result;
        } catch (GenericServiceException e) {
            throw new GenericEntityException(service + ": " + e.getMessage(), e);
        }
    }
}
