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
package org.apache.ofbiz.accounting.util;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Kinds of payments. */
public final class UtilAccounting {

    private UtilAccounting() { }

    public static boolean isReceipt(GenericValue payment) throws GenericEntityException {
        return isPaymentType(payment, "RECEIPT");
    }

    public static boolean isDisbursement(GenericValue payment) throws GenericEntityException {
        return isPaymentType(payment, "DISBURSEMENT");
    }

    private static boolean isPaymentType(GenericValue payment, String wanted) throws GenericEntityException {
        String type = payment.getString("paymentTypeId");
        while (type != null && !type.equals(wanted)) {
            GenericValue paymentType = EntityQuery.use(payment.getDelegator()).from("PaymentType").where("paymentTypeId", type).queryOne();
            type = paymentType == null ? null : paymentType.getString("parentTypeId");
        }
        return type != null;
    }
}
