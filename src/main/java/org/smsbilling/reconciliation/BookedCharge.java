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

import org.smsbilling.payment.AttemptState;

/**
 * A charge of a pay link as OFBiz has it.
 *
 * @param reference of the gateway, or empty while it is not known
 * @param invoiceId the first invoice that it pays
 * @param paymentId the first payment, or empty
 * @param standing the sum of its payments that are neither void nor cancelled, decimal units
 * @param merchantAccount by which it was charged, see AttemptAccount; null when that is not known
 * @param card whether it is one, and no bank account
 */
record BookedCharge(String attemptId, String organizationPartyId, AttemptState state, String reference, String orderId, String invoiceId,
        String paymentId, BigDecimal standing, BigDecimal approved, String currencyUomId, boolean card, String merchantAccount) { }
