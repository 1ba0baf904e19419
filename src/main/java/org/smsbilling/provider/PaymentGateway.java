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
package org.smsbilling.provider;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A processor of cards and bank accounts. Thread-safe; never logs secrets or tokens, never repeats a charge. */
public interface PaymentGateway {

    /** Makes exactly one request and waits for the answer, or for as long as the gateway may take. */
    ChargeResult charge(MerchantAccount account, ChargeRequest request);

    /** Asks what became of an order. */
    ChargeResult inquire(MerchantAccount account, String orderId);

    /** Asks about a charge by the gateway's own reference. A charge of another order than the given one counts as not found. */
    ChargeResult inquireReference(MerchantAccount account, String reference, String orderId);

    /** Voids whatever happened under an order id. @return true when the gateway confirmed it */
    boolean voidByOrderId(MerchantAccount account, String orderId);

    /** Asks where the money of an approved charge is. @param reference of the charge */
    SettlementReport settlement(MerchantAccount account, String reference);

    /** Takes a charge back whole, before it is with the banks. Repeating it does no harm. @param reference of the charge */
    ReversalResult voidCharge(MerchantAccount account, String reference);

    /** Makes exactly one request for a refund of a settled charge. */
    ReversalResult refund(MerchantAccount account, RefundRequest request);

    /** @param day of the settlement, in the gateway's calendar
     * @return everything that was settled that day under the merchant's account, by whomever; empty without a usable answer */
    Optional<List<SettledCharge>> settled(MerchantAccount account, LocalDate day);

    /** @param day on which the bank told of it
     * @return bank payments that came back, none for cards; empty without a usable answer */
    Optional<List<ReturnedCharge>> returned(MerchantAccount account, LocalDate day);

    /** Checks the credentials by a call that moves no money. */
    AccountCheck check(MerchantAccount account);

    /** @return address of the frame in which the payer types a card or bank account */
    URI tokenizer(MerchantAccount account, ChargeRequest.MethodType methodType);
}
