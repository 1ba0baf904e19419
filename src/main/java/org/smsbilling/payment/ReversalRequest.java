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

/**
 * What a person asked for on the payment page.
 *
 * @param paymentId of OFBiz
 * @param kind void takes the whole charge back, a refund what is said of this payment
 * @param amount of a refund, decimal units; null for all that is left
 * @param reopenInvoice whether the customer still owes what is refunded
 * @param userLoginId the person
 */
record ReversalRequest(String paymentId, Kind kind, BigDecimal amount, boolean reopenInvoice, String userLoginId) {

    /** Before the charge is settled it is voided, afterwards refunded. */
    enum Kind { VOID, REFUND }
}
