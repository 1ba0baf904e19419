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
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;

/** What happens in the business, by OFBiz's own services, and what the component makes of it. */
final class Happening {

    private Happening() { }

    /** Waits until some event of the invoice has ended with the word. */
    static void outcome(Stage stage, String invoiceId, String word) throws Exception {
        Expect.soon("an event of invoice " + invoiceId + " ended as " + word, () -> outcomes(stage, invoiceId),
                all -> all.stream().anyMatch(each -> each.endsWith(" " + word)));
    }

    private static List<String> outcomes(Stage stage, String invoiceId) throws GenericEntityException {
        return EntityQuery.use(stage.delegator()).from("SmsEvent").where("invoiceId", invoiceId).queryList().stream()
                .map(event -> event.getString("eventKind") + " " + event.getString("outcome")).toList();
    }

    /** Somebody records a payment in cash, and applies it to each of the invoices. @return its id */
    static String payment(Stage stage, String customer, String organization, String amount, String... invoiceIds)
            throws GenericServiceException, GenericEntityException {
        GenericValue system = stage.data().system();
        // The component's clock may be a moment ahead of OFBiz's own, for which a payment that is effective later does not count yet
        Timestamp effective = Timestamp.from(stage.component().clock().instant().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1));
        String paymentId = (String) stage.call(system, "createPayment", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "currencyUomId", "USD",
                "amount", new BigDecimal(amount), "effectiveDate", effective).get("paymentId");
        for (String invoiceId : invoiceIds) {
            stage.call(system, "createPaymentApplication", "paymentId", paymentId, "invoiceId", invoiceId);
        }
        return paymentId;
    }
}
