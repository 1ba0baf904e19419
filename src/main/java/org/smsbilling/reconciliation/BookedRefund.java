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
package org.smsbilling.reconciliation;

import java.math.BigDecimal;

/**
 * A refund of a pay link's charge as OFBiz has it.
 *
 * @param reference of the gateway, or empty while it is not known
 * @param invoiceId the invoice that had been paid
 * @param paymentId the customer's payment of which the money went back
 * @param booked whether its payment to the customer stands in OFBiz
 * @param over whether nothing is open about it any more
 */
record BookedRefund(String reversalId, String organizationPartyId, String attemptId, String reference, String orderId, String invoiceId,
        String paymentId, BigDecimal amount, String currencyUomId, boolean booked, boolean over) {

    /** @return what OFBiz has of it: negative, or zero while it is not booked */
    BigDecimal standing() {
        return booked ? amount.negate() : BigDecimal.ZERO;
    }
}
