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

/** What gateway and OFBiz can disagree about; the labels tell what it means and what to do. */
enum DifferenceKind {
    /** The gateway settled a charge of a pay link, and OFBiz has no payment for it. */
    NOT_IN_OFBIZ,
    /** The gateway gave money back, and OFBiz has not booked that. */
    REFUND_NOT_BOOKED,
    /** OFBiz has a refund, and the gateway knows nothing of it. */
    REFUND_NOT_AT_GATEWAY,
    /** The banks did not take a refund that OFBiz has booked. */
    REFUND_REJECTED,
    /** The gateway settled a second transaction under an order number of ours: a second charge, or a refund that was made at the gateway itself. */
    DUPLICATE,
    AMOUNT_DIFFERS,
    /** OFBiz has a payment, and the gateway knows no such charge. */
    NOT_AT_GATEWAY,
    /** Voided at the gateway, by whomever, and the payment still stands in OFBiz. */
    VOIDED_AT_GATEWAY,
    /** The banks refused a card charge after its approval. */
    REJECTED,
    /** The payment was voided or cancelled in OFBiz, and the gateway kept the money. */
    VOIDED_IN_OFBIZ,
    /** The bank took the money back, and the payment still stands in OFBiz. */
    RETURN_NOT_BOOKED,
    /** The bank took the money back after the organization had refunded it. */
    RETURNED_AFTER_REFUND,
    /** Nobody knows yet what became of a charge. */
    OUTCOME_UNKNOWN,
    /** The gateway approved a part, which the organization does not keep, and did not confirm that it went back. */
    PART_NOT_GIVEN_BACK,
    /** The gateway approved it, and OFBiz does not book it. */
    NOT_POSTED,
    /** Approved days ago and not settled yet. */
    NOT_SETTLED
}
