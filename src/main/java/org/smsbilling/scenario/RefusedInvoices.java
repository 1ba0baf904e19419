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
import java.util.Map;
import org.apache.ofbiz.entity.GenericValue;

/** Only a sales invoice that can still be paid may be sent; of any other the dialog says why not. */
final class RefusedInvoices implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Refused Invoices Ltd", administrator);
        String number = stage.data().mobile();
        String customer = stage.data().customer("Refused", number);
        String cancelled = stage.data().invoice("SALES_INVOICE", organization, customer, "20.00", "USD", "INVOICE_CANCELLED");
        String purchase = stage.data().invoice("PURCHASE_INVOICE", customer, organization, "20.00", "USD", "INVOICE_IN_PROCESS");
        String free = stage.data().invoice(organization, customer, "0.00");
        String paid = stage.data().invoice(organization, customer, "20.00");
        stage.call(stage.data().system(), "createPaymentAndApplication", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "currencyUomId", "USD",
                "amount", new BigDecimal("20.00"), "invoiceId", paid);

        for (String invoiceId : new String[] {cancelled, purchase, free, paid}) {
            stage.refused(administrator, "sendInvoiceSms", "invoiceId", invoiceId, "contactNumber", number, "occurrence", "1");
            Expect.equal(null, stage.find("SmsMessage", "invoiceId", invoiceId), "message of the invoice");
        }
        for (String invoiceId : new String[] {cancelled, free, paid}) {
            Map<String, Object> dialog = Sending.dialog(stage, administrator, invoiceId);
            Expect.equal(Boolean.FALSE, dialog.get("canSend"), "may be sent");
            Expect.isTrue(!String.valueOf(dialog.get("whyNot")).isBlank(), "the dialog says why not");
        }
    }
}
