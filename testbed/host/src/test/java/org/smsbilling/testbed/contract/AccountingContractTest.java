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
package org.smsbilling.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.accounting.invoice.InvoiceWorker;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceUtil;

/** Invoices and payments: the services of OFBiz's accounting, quirks included. */
final class AccountingContractTest {

    private static Map<String, Object> run(LocalDispatcher dispatcher, String service, Object... input) throws GenericServiceException {
        Map<String, Object> context = UtilMisc.toMap(input);
        try {
            context.put("userLogin", EntityQuery.use(dispatcher.getDelegator()).from("UserLogin").where("userLoginId", "admin").queryOne());
        } catch (GenericEntityException e) {
            throw new IllegalStateException(e);
        }
        return dispatcher.runSync(service, context);
    }

    private static String invoice(LocalDispatcher dispatcher, Object... amounts) throws GenericServiceException {
        String id = (String) run(dispatcher, "createInvoice", "invoiceTypeId", "SALES_INVOICE", "partyIdFrom", "Company", "partyId", "Customer",
                "currencyUomId", "USD").get("invoiceId");
        for (Object amount : amounts) {
            run(dispatcher, "createInvoiceItem", "invoiceId", id, "invoiceItemTypeId", "INV_FPROD_ITEM", "amount", amount);
        }
        return id;
    }

    private static GenericValue get(LocalDispatcher dispatcher, String invoiceId) throws GenericEntityException {
        return EntityQuery.use(dispatcher.getDelegator()).from("Invoice").where("invoiceId", invoiceId).queryOne();
    }

    private static Map<String, Object> pay(LocalDispatcher dispatcher, String invoiceId, String amount) throws GenericServiceException {
        return run(dispatcher, "createPaymentAndApplication", "invoiceId", invoiceId, "amount", new BigDecimal(amount), "currencyUomId", "USD",
                "partyIdFrom", "Customer", "partyIdTo", "Company", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "EXT_OFFLINE",
                "statusId", "PMNT_RECEIVED");
    }

    @OnBothDatabases
    void anInvoiceGoesFromInProcessToReadyAndIsPaidByAReceivedPayment(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("100.005"), new BigDecimal("20"));
        assertEquals("INVOICE_IN_PROCESS", get(dispatcher, id).get("statusId"));
        assertEquals(new BigDecimal("120.01"), InvoiceWorker.getInvoiceTotal(dispatcher.getDelegator(), id));

        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        Map<String, Object> paid = pay(dispatcher, id, "120.01");

        assertTrue(ServiceUtil.isSuccess(paid), paid.toString());
        assertNotNull(paid.get("paymentApplicationId"));
        assertEquals("INVOICE_PAID", get(dispatcher, id).get("statusId"));
        assertEquals(new BigDecimal("0.00"), InvoiceWorker.getInvoiceNotApplied(dispatcher.getDelegator(), id));
        List<String> history = EntityQuery.use(dispatcher.getDelegator()).from("InvoiceStatus").where("invoiceId", id).getFieldList("statusId");
        assertTrue(history.containsAll(List.of("INVOICE_READY", "INVOICE_PAID")), history.toString());
    }

    @OnBothDatabases
    void anApplicationTakesTheSmallerOfWhatIsOpen(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("50"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        Map<String, Object> paid = pay(dispatcher, id, "80");
        GenericValue application = EntityQuery.use(dispatcher.getDelegator()).from("PaymentApplication")
                .where("paymentApplicationId", paid.get("paymentApplicationId")).queryOne();
        assertEquals(new BigDecimal("50.00"), application.get("amountApplied"));
        assertEquals("INVOICE_PAID", get(dispatcher, id).get("statusId"));
    }

    @OnBothDatabases
    void twoApplicationsOfOnePaymentCountOnceWhenOfbizChecks(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("30"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        String paymentId = (String) pay(dispatcher, id, "10").get("paymentId");
        GenericValue payment = EntityQuery.use(dispatcher.getDelegator()).from("Payment").where("paymentId", paymentId).queryOne();
        payment.set("amount", new BigDecimal("30"));
        payment.store();
        run(dispatcher, "createPaymentApplication", "paymentId", paymentId, "invoiceId", id);
        assertEquals(new BigDecimal("0.00"), InvoiceWorker.getInvoiceNotApplied(dispatcher.getDelegator(), id));
        assertEquals("INVOICE_READY", get(dispatcher, id).get("statusId"));
    }

    @OnBothDatabases
    void partPaymentsLeaveTheRestOpen(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("30"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        pay(dispatcher, id, "10");
        assertEquals(new BigDecimal("20.00"), InvoiceWorker.getInvoiceNotApplied(dispatcher.getDelegator(), id));
        assertEquals("INVOICE_READY", get(dispatcher, id).get("statusId"));
        pay(dispatcher, id, "20");
        assertEquals("INVOICE_PAID", get(dispatcher, id).get("statusId"));
    }

    @OnBothDatabases
    void statusChangesGoByStatusValidChange(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("30"));
        Map<String, Object> refused = run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_PAID");
        assertTrue(ServiceUtil.isError(refused));
        assertEquals("INVOICE_IN_PROCESS", get(dispatcher, id).get("statusId"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_SENT");
        assertNotNull(get(dispatcher, id).get("paidDate"), "OFBiz stamps paidDate on every change");
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        assertNull(get(dispatcher, id).get("paidDate"), "but the one to READY");
    }

    @OnBothDatabases
    void cancellingRemovesApplications(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("30"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        pay(dispatcher, id, "10");
        Map<String, Object> cancelled = run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_CANCELLED");
        assertTrue(ServiceUtil.isSuccess(cancelled), cancelled.toString());
        assertEquals(0, EntityQuery.use(dispatcher.getDelegator()).from("PaymentApplication").where("invoiceId", id).queryCount());
    }

    @OnBothDatabases
    void aPaymentCannotBeReceivedLaterWithoutItsMethod(LocalDispatcher dispatcher) throws Exception {
        String paymentId = (String) run(dispatcher, "createPayment", "amount", new BigDecimal("5"), "partyIdFrom", "Customer", "partyIdTo", "Company",
                "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "EXT_OFFLINE").get("paymentId");
        Map<String, Object> result = run(dispatcher, "setPaymentStatus", "paymentId", paymentId, "statusId", "PMNT_RECEIVED");
        assertTrue(ServiceUtil.isFailure(result), result.toString());
    }

    @OnBothDatabases
    void differentCurrenciesAreRefused(LocalDispatcher dispatcher) throws Exception {
        String id = invoice(dispatcher, new BigDecimal("30"));
        run(dispatcher, "setInvoiceStatus", "invoiceId", id, "statusId", "INVOICE_READY");
        Map<String, Object> result = run(dispatcher, "createPaymentAndApplication", "invoiceId", id, "amount", BigDecimal.TEN, "currencyUomId", "EUR",
                "partyIdFrom", "Customer", "partyIdTo", "Company", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "EXT_OFFLINE",
                "statusId", "PMNT_RECEIVED");
        assertTrue(ServiceUtil.isError(result));
        assertEquals(0, EntityQuery.use(dispatcher.getDelegator()).from("Payment").where("currencyUomId", "EUR").queryCount());
    }
}
